'use client'

import { toast, useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
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
  // What is not saved yet would not be what a step is about; nor is a state that was asked for before
  // the last save. The form counts as saved a moment before the document's own update time changes.
  const isUnsaved = useFormModified()
  const [isCurrent, setIsCurrent] = useState(false)
  const lastAsked = useRef(0)
  const say = useCallback((text: BilingualText) => inLanguage(text, i18n.language), [i18n.language])
  const address = id && collectionSlug ? `/api/${collectionSlug}/${String(id)}` : null

  const load = useCallback(async () => {
    if (address === null) return
    const asked = (lastAsked.current += 1)
    const response = await fetch(`${address}/workflow`).catch(() => null)
    const newest = response?.ok ? ((await response.json()) as WorkflowView) : null
    if (asked !== lastAsked.current) return
    if (newest) setView(newest)
    else toast.error(say(words.unreachable))
    setIsCurrent(true)
  }, [address, say])

  // Before anybody can click on what has just been drawn.
  useLayoutEffect(() => {
    lastAsked.current += 1
    setIsCurrent(false)
    if (!isUnsaved) void load()
  }, [isUnsaved, lastUpdateTime, load])

  const take = async (step: { transition: TransitionName } & StepAnswers): Promise<boolean> => {
    if (address === null || view === null) return false
    const asked = (lastAsked.current += 1)
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
      const newest = (await response.json()) as WorkflowView
      // What was saved or asked for meanwhile may be older or newer than this answer.
      if (asked === lastAsked.current) setView(newest)
      else await load()
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

  return { view, isBusy: isTaking || isUnsaved || !isCurrent, take }
}

function describe({ error }: Failure): string {
  const details = (error.details ?? []).map(({ path, reason }) => `${path}: ${reason}`)
  return [error.message, ...details].join(' ')
}
