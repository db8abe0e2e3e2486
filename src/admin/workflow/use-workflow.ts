'use client'

import { toast, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { WorkflowScreen } from '#newsroom/lists/view.ts'
import { transitions, type TransitionName } from '#workflow/transitions.ts'
import { useApi } from '../kit/use-api.ts'
import type { StepAnswers } from '../steps/StepFields.tsx'
import { useWords } from '../words/use-words.ts'

/** The workflow of the document on the screen: where it stands, and the taking of a step. */
export interface Workflow {
  view: WorkflowScreen | null
  isBusy: boolean
  /** Why the state could not be loaded. */
  failure: string | null
  /** Says whether it went through; what went wrong is shown to the person. */
  take: (
    step: { transition: TransitionName; seenFrom?: string; expectedDigest?: string } & StepAnswers,
  ) => Promise<boolean>
  reload: () => Promise<void>
}

/** The workflow of a document outside its form, where nothing waits to be saved. */
export function useWorkflowOf(document: { collection: string; id: string } | null): Workflow {
  return useWorkflowState(document, { isUnsaved: false, savedAt: null })
}

/** The workflow of the document whose form is on the screen. */
export function useWorkflowOfForm(): Workflow {
  const { id, collectionSlug, lastUpdateTime } = useDocumentInfo()
  const document = id && collectionSlug ? { collection: collectionSlug, id: String(id) } : null
  return useWorkflowState(document, { isUnsaved: useFormModified(), savedAt: lastUpdateTime })
}

function useWorkflowState(
  document: { collection: string; id: string } | null,
  saving: { isUnsaved: boolean; savedAt: number | null },
): Workflow {
  const { say, pick } = useWords()
  const call = useApi()
  const router = useRouter()
  const [view, setView] = useState<WorkflowScreen | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [isTaking, setIsTaking] = useState(false)
  // What is not saved yet would not be what a step is about; nor is a state that was asked for before
  // the last save. The form counts as saved a moment before the document's own update time changes.
  const { isUnsaved, savedAt } = saving
  const [isCurrent, setIsCurrent] = useState(false)
  const lastAsked = useRef(0)
  const address = document && `/${document.collection}/${document.id}`

  const load = useCallback(async () => {
    if (address === null) return
    const asked = (lastAsked.current += 1)
    const answer = await call<WorkflowScreen>(`${address}/workflow`)
    if (asked !== lastAsked.current) return
    setFailure(answer.ok ? null : answer.message)
    // A step with an old state would be refused; without any there is nothing to click.
    if (answer.ok) setView(answer.body)
    setIsCurrent(answer.ok)
  }, [address, call])

  // Before anybody can click on what has just been drawn.
  useLayoutEffect(() => {
    lastAsked.current += 1
    setIsCurrent(false)
    if (!isUnsaved) void load()
  }, [isUnsaved, savedAt, load])

  const take: Workflow['take'] = async (step) => {
    if (address === null || view === null) return false
    lastAsked.current += 1
    setIsTaking(true)
    const answer = await call(`${address}/transitions`, {
      method: 'POST',
      body: { expectedDigest: view.digest, ...step },
    })
    await load()
    setIsTaking(false)
    if (!answer.ok) {
      toast.error(answer.message)
      return false
    }
    toast.success(say('bar:taken', { step: pick(transitions[step.transition].label) }))
    router.refresh()
    return true
  }

  return { view, failure, isBusy: isTaking || isUnsaved || !isCurrent, take, reload: load }
}
