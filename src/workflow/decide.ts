import type { Role } from '#model/roles.ts'
import {
  stageAfter,
  transitionNames,
  transitions,
  type Demand,
  type Stage,
  type TransitionName,
} from './transitions.ts'

/** What a decision rests on: the document's standing and who asks. Plain data. */
export interface Standing {
  stage: Stage
  hasLiveCopy: boolean
  hasValidApproval: boolean
  /** A publication, or its end, is planned. */
  hasPlan: boolean
  /** Ids of those who contributed to the text since the last approval. */
  contributors: readonly string[]
  /** Ids of those who have approved this text in this round. */
  approvers: readonly string[]
  /** Who is reviewing it right now. */
  claimedBy: { id: string; name: string } | null
}

export interface DecidingActor {
  id: string
  role: Role
  /** Is the author of this document, or assigned to it as author. */
  isOwn: boolean
  /** The document lies in the actor's desks or those of who delegates to them, or is assigned. */
  isCovered: boolean
}

export type Refusal =
  | { kind: 'wrongState'; message: string; code: 'wrong_state' | 'claimed' | 'already_approved' }
  | { kind: 'notThisActor'; message: string; code: 'not_allowed' | 'not_covered' | 'four_eyes' }

export type Decision = { allowed: true; to: Stage } | { allowed: false; refusal: Refusal }

/**
 * Decides whether an actor may take a transition now. The actor is judged before the state, so that
 * somebody who may never do it does not learn the state from the answer. Checks on the content,
 * comments, the reason and the dates are asked by the command: they need content and request.
 */
export function decide(name: TransitionName, standing: Standing, actor: DecidingActor): Decision {
  const transition = transitions[name]
  if (!transition.who.includes(actor.role)) {
    return refuseActor('not_allowed', `The role "${actor.role}" may not ${name}.`)
  }
  if (actor.role === 'author' && !actor.isOwn) {
    return refuseActor(
      'not_allowed',
      'Authors act on their own texts and on those assigned to them.',
    )
  }
  if (actor.role === 'editor' && !actor.isCovered) {
    return refuseActor('not_covered', 'This document lies outside your desks.')
  }
  if (!transition.from.includes(standing.stage)) {
    return refuseState(
      `"${name}" starts from ${transition.from.join(', ')}; this document is ${standing.stage}.`,
    )
  }
  for (const demand of transition.demands) {
    const refusal = judgeDemand(demand, standing, actor)
    if (refusal) return refusal
  }
  return { allowed: true, to: stageAfter(transition, standing.stage) }
}

/** Names every transition that `decide` allows. */
export function allowedTransitions(standing: Standing, actor: DecidingActor): TransitionName[] {
  return transitionNames.filter((name) => decide(name, standing, actor).allowed)
}

function judgeDemand(
  demand: Demand,
  standing: Standing,
  actor: DecidingActor,
): Decision | undefined {
  switch (demand) {
    case 'fourEyes':
      if (standing.contributors.includes(actor.id)) {
        return refuseActor(
          'four_eyes',
          'You contributed to this text since its last approval; somebody else approves it.',
        )
      }
      return standing.approvers.includes(actor.id)
        ? refuseState(
            'You have approved this text; the other approval is by somebody else.',
            'already_approved',
          )
        : undefined
    case 'unclaimed':
      return standing.claimedBy !== null && standing.claimedBy.id !== actor.id
        ? refuseState(`${standing.claimedBy.name} is reviewing this text right now.`, 'claimed')
        : undefined
    case 'plan':
      return standing.hasPlan ? undefined : refuseState('Nothing is planned for this document.')
    case 'approval':
      return standing.hasValidApproval
        ? undefined
        : refuseState('There is no valid approval of exactly this text.')
    case 'liveCopy':
      return standing.hasLiveCopy ? undefined : refuseState('This document has no live copy.')
    case 'checks':
    case 'reason':
    case 'resolved':
    case 'dates':
      return undefined
  }
}

function refuseActor(code: 'not_allowed' | 'not_covered' | 'four_eyes', message: string): Decision {
  return { allowed: false, refusal: { kind: 'notThisActor', code, message } }
}

function refuseState(
  message: string,
  code: 'wrong_state' | 'claimed' | 'already_approved' = 'wrong_state',
): Decision {
  return { allowed: false, refusal: { kind: 'wrongState', code, message } }
}
