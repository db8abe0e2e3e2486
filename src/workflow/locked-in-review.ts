import type { PayloadRequest } from 'payload'
import { actorOf, isPerson } from '#access/actor.ts'
import type { WorkflowState } from '#editorial/state.ts'
import { Conflict } from '#model/errors.ts'
import { findSubmitter } from '#record/events.ts'
import { loadCircumstances } from './circumstances.ts'
import { loadSettings } from './settings.ts'

/**
 * Where the house locks what is in review, a text is changed by who reviews it alone: not by those who
 * wrote or submitted it, and while somebody is reviewing it, by nobody else.
 */
export async function refuseLocked(req: PayloadRequest, state: WorkflowState): Promise<void> {
  const actor = actorOf(req)
  if (state.stage !== 'in_review' || !isPerson(actor)) return
  if (!(await loadSettings(req)).locksInReview) return
  const { claim } = await loadCircumstances(req, state)
  const isClaimedByOther = claim !== null && claim.by.id !== actor.id
  const isSubmitter = await hasSubmitted(req, state, actor.id)
  if (actor.role !== 'author' && !isSubmitter && !isClaimedByOther) return
  throw new Conflict(
    isClaimedByOther
      ? {
          de: `${claim.by.name} prüft diesen Text gerade; so lange bleibt er, wie er ist.`,
          en: `${claim.by.name} is reviewing this text right now; until then it stays as it is.`,
        }
      : {
          de: 'Dieser Text ist in Prüfung und bleibt so lange, wie er ist. Ziehen Sie ihn zurück, um ihn zu ändern.',
          en: 'This text is in review and stays as it is until then. Withdraw it to change it.',
        },
    'locked_in_review',
  )
}

/** Says whether somebody wrote the text that is in review, or handed it in. */
async function hasSubmitted(
  req: PayloadRequest,
  state: WorkflowState,
  person: string,
): Promise<boolean> {
  if (state.contributors.includes(person)) return true
  return (await findSubmitter(req, state.id)) === person
}
