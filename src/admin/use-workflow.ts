'use client'

import { toast, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import { inLanguage, type BilingualText } from '#model/text.ts'
import { transitions, type Stage, type TransitionName } from '#workflow/transitions.ts'

/** Where a document stands, as the API tells it. */
export interface WorkflowView {
  state: Stage
  digest: string
  live: { digest: string; publishedAt: string } | null
  allowed: TransitionName[]
  plan: { publishAt: string | null; unpublishAt: string | null } | null
}

/** What a step needs beside its name. */
export interface StepAnswers {
  comment?: string
  publishAt?: string
  unpublishAt?: string
}

interface Failure {
  error: { message: string; details?: { path: string; reason: string }[] }
}

const words = {
  done: { de: 'Erledigt', en: 'Done' },
  unreachable: {
    de: 'Der Stand war nicht zu laden. Bitte die Seite neu laden.',
    en: 'The state could not be loaded. Please reload the page.',
  },
} as const satisfies Record<string, BilingualText>

/** The workflow of the document on the screen: where it stands, and the taking of a transition. */
export function useWorkflow(): {
  view: WorkflowView | null
  isBusy: boolean
  /** Says whether it went through; what went wrong is shown to the person. */
  take: (step: { transition: TransitionName } & StepAnswers) => Promise<boolean>
} {
  const { id, collectionSlug, lastUpdateTime } = useDocumentInfo()
  const { i18n } = useTranslation()
  const router = useRouter()
  const [view, setView] = useState<WorkflowView | null>(null)
  const [isTaking, setIsTaking] = useState(false)
  const [loadedFor, setLoadedFor] = useState<unknown>(null)
  const say = useCallback((text: BilingualText) => inLanguage(text, i18n.language), [i18n.language])
  const address = id && collectionSlug ? `/api/${collectionSlug}/${String(id)}` : null

  const load = useCallback(async () => {
    if (address === null) return
    const response = await fetch(`${address}/workflow`).catch(() => null)
    if (response?.ok) setView((await response.json()) as WorkflowView)
    else toast.error(say(words.unreachable))
    setLoadedFor(lastUpdateTime)
  }, [address, lastUpdateTime, say])

  useEffect(() => {
    void load()
  }, [load])

  const take = async (step: { transition: TransitionName } & StepAnswers): Promise<boolean> => {
    if (address === null || view === null) return false
    setIsTaking(true)
    try {
      const response = await fetch(`${address}/transitions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...step, expectedDigest: view.digest }),
      })
      if (!response.ok) {
        toast.error(describe((await response.json()) as Failure))
        await load()
        return false
      }
      setView((await response.json()) as WorkflowView)
      toast.success(`${say(transitions[step.transition].label)}: ${say(words.done)}`)
      router.refresh()
      return true
    } catch {
      toast.error(say(words.unreachable))
      return false
    } finally {
      setIsTaking(false)
    }
  }

  // Until the state of what was saved last is here, a step would be about the text before it.
  return { view, isBusy: isTaking || loadedFor !== lastUpdateTime, take }
}

function describe({ error }: Failure): string {
  const details = (error.details ?? []).map(({ path, reason }) => `${path}: ${reason}`)
  return [error.message, ...details].join(' ')
}
