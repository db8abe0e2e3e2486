'use client'

import { toast, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import type { WorkflowScreen } from '#newsroom/lists/view.ts'
import { signOffLabels, type SignOffKind } from '#model/sign-offs.ts'
import { transitions, type TransitionName } from '#workflow/transitions.ts'
import { useLoaded } from '../kit/use-loaded.ts'
import { useSend } from '../kit/use-send.ts'
import type { StepAnswers } from '../steps/answers.ts'
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
  /** Signs off one kind, of the text on the screen. */
  signOff: (kind: SignOffKind) => Promise<boolean>
  /** Says whether edits leave the plan as it is. */
  keepPlan: (isKept: boolean) => Promise<boolean>
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
  const router = useRouter()
  const { isUnsaved, savedAt } = saving
  const address = document && `/${document.collection}/${document.id}`
  // What is not saved yet would not be what a step is about; nor is a state that was asked for before
  // the last save. The form counts as saved a moment before the document's own update time changes.
  const { body, problem, isCurrent, reload } = useLoaded<WorkflowScreen>(
    address && `${address}/workflow`,
    { keepsLast: true, isPaused: isUnsaved, ...(savedAt === null ? {} : { revision: savedAt }) },
  )
  const { send, isSending } = useSend(...(address === null ? [] : [address]))

  const tell = async (done: string, ...call: Parameters<typeof send>): Promise<boolean> => {
    const answer = await send(...call)
    if (!answer.ok) {
      toast.error(answer.message)
      return false
    }
    toast.success(say('bar:taken', { step: done }))
    router.refresh()
    return true
  }
  const take: Workflow['take'] = async (step) => {
    if (address === null || body === null) return false
    return tell(pick(transitions[step.transition].label), `${address}/transitions`, {
      method: 'POST',
      body: { expectedDigest: body.digest, ...step },
    })
  }
  const signOff: Workflow['signOff'] = async (kind) => {
    if (address === null || body === null) return false
    const done = say('bar:signOff', { what: pick(signOffLabels[kind]) })
    return tell(done, `${address}/workflow/sign-offs`, {
      method: 'POST',
      body: { expectedDigest: body.digest, kind },
    })
  }
  const keepPlan: Workflow['keepPlan'] = async (isKept) => {
    if (address === null) return false
    const done = say(isKept ? 'bar:keepPlan' : 'bar:freePlan')
    return tell(done, `${address}/workflow/plan`, { method: 'PATCH', body: { isKept } })
  }

  // A step with an old state would be refused; without any there is nothing to click.
  return {
    view: body,
    failure: problem,
    isBusy: isSending || isUnsaved || !isCurrent,
    take,
    signOff,
    keepPlan,
    reload,
  }
}
