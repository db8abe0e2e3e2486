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
  /** Ids of those who contributed to the text since the last approval. */
  contributors: readonly string[]
}

export interface DecidingActor {
  id: string
  role: Role
  /** Is the author of this document, or assigned to it. */
  isOwn: boolean
  /** The document lies in the actor's desks. */
  isCovered: boolean
}

export type Refusal =
  | { kind: 'wrongState'; message: string }
  | { kind: 'notThisActor'; message: string; code: 'not_allowed' | 'not_covered' | 'four_eyes' }

export type Decision = { allowed: true; to: Stage } | { allowed: false; refusal: Refusal }

/**
 * Decides whether an actor may take a transition now. The actor is judged before the state, so that
 * somebody who may never do it does not learn the state from the answer. Checks on the content and
 * the reason are asked by the command: they need the content and the request.
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
      return standing.contributors.includes(actor.id)
        ? refuseActor(
            'four_eyes',
            'You contributed to this text since its last approval; somebody else approves it.',
          )
        : undefined
    case 'approval':
      return standing.hasValidApproval
        ? undefined
        : refuseState('There is no valid approval of exactly this text.')
    case 'liveCopy':
      return standing.hasLiveCopy ? undefined : refuseState('This document has no live copy.')
    case 'checks':
    case 'reason':
      return undefined
  }
}

function refuseActor(code: 'not_allowed' | 'not_covered' | 'four_eyes', message: string): Decision {
  return { allowed: false, refusal: { kind: 'notThisActor', code, message } }
}

function refuseState(message: string): Decision {
  return { allowed: false, refusal: { kind: 'wrongState', message } }
}
