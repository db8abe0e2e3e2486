import { roleLabels, type Role } from '#model/roles.ts'
import type { BilingualText } from '#model/text.ts'
import {
  stageAfter,
  transitionNames,
  transitions,
  type Demand,
  type TransitionName,
} from './transitions.ts'
import { stageLabels, type Stage } from '#model/stages.ts'

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
  | {
      kind: 'wrongState'
      message: BilingualText
      code: 'wrong_state' | 'claimed' | 'already_approved'
    }
  | {
      kind: 'notThisActor'
      message: BilingualText
      code: 'not_allowed' | 'not_covered' | 'four_eyes'
    }

export type Decision = { allowed: true; to: Stage } | { allowed: false; refusal: Refusal }

/**
 * Decides whether an actor may take a transition now. The actor is judged before the state, so that
 * somebody who may never do it does not learn the state from the answer. Checks on the content,
 * comments, the reason and the dates are asked by the command: they need content and request.
 */
export function decide(name: TransitionName, standing: Standing, actor: DecidingActor): Decision {
  const transition = transitions[name]
  if (!transition.who.includes(actor.role)) {
    return refuseActor('not_allowed', {
      de: `Die Rolle „${roleLabels[actor.role].de}“ darf das nicht: ${transition.label.de}.`,
      en: `The role "${actor.role}" may not ${name}.`,
    })
  }
  if (actor.role === 'author' && !actor.isOwn) {
    return refuseActor('not_allowed', {
      de: 'Autorinnen und Autoren bearbeiten eigene Texte und solche, die ihnen zugeteilt sind.',
      en: 'Authors act on their own texts and on those assigned to them.',
    })
  }
  if (actor.role === 'editor' && !actor.isCovered) {
    return refuseActor('not_covered', {
      de: 'Dieser Text liegt außerhalb Ihrer Ressorts.',
      en: 'This document lies outside your desks.',
    })
  }
  if (!transition.from.includes(standing.stage)) {
    return refuseState({
      de: `„${transition.label.de}“ geht nicht, solange der Text „${stageLabels[standing.stage].de}“ ist.`,
      en: `"${name}" starts from ${transition.from.join(', ')}; this document is ${standing.stage}.`,
    })
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

/**
 * Names what somebody would look for at this stage and may not do: steps that start from it and that
 * their role takes, with the reason.
 */
export function blockedTransitions(
  standing: Standing,
  actor: DecidingActor,
): { transition: TransitionName; refusal: Refusal }[] {
  return transitionNames.flatMap((name) => {
    const { from, who } = transitions[name]
    if (!from.includes(standing.stage) || !who.includes(actor.role)) return []
    const decision = decide(name, standing, actor)
    return decision.allowed ? [] : [{ transition: name, refusal: decision.refusal }]
  })
}

function judgeDemand(
  demand: Demand,
  standing: Standing,
  actor: DecidingActor,
): Decision | undefined {
  switch (demand) {
    case 'fourEyes':
      if (standing.contributors.includes(actor.id)) {
        return refuseActor('four_eyes', {
          de: 'Sie haben seit der letzten Freigabe an diesem Text geschrieben; jemand anderes gibt ihn frei.',
          en: 'You contributed to this text since its last approval; somebody else approves it.',
        })
      }
      return standing.approvers.includes(actor.id)
        ? refuseState(
            {
              de: 'Sie haben diesen Text schon freigegeben; die weitere Freigabe kommt von jemand anderem.',
              en: 'You have approved this text; the other approval is by somebody else.',
            },
            'already_approved',
          )
        : undefined
    case 'unclaimed':
      return standing.claimedBy !== null && standing.claimedBy.id !== actor.id
        ? refuseState(
            {
              de: `${standing.claimedBy.name} prüft diesen Text gerade.`,
              en: `${standing.claimedBy.name} is reviewing this text right now.`,
            },
            'claimed',
          )
        : undefined
    case 'plan':
      return standing.hasPlan
        ? undefined
        : refuseState({
            de: 'Für diesen Text ist kein Termin geplant.',
            en: 'Nothing is planned for this document.',
          })
    case 'approval':
      return standing.hasValidApproval
        ? undefined
        : refuseState({
            de: 'Für genau diesen Text gibt es keine gültige Freigabe.',
            en: 'There is no valid approval of exactly this text.',
          })
    case 'liveCopy':
      return standing.hasLiveCopy
        ? undefined
        : refuseState({
            de: 'Von diesem Text ist nichts live.',
            en: 'This document has no live copy.',
          })
    case 'checks':
    case 'reason':
    case 'resolved':
    case 'dates':
      return undefined
  }
}

function refuseActor(
  code: 'not_allowed' | 'not_covered' | 'four_eyes',
  message: BilingualText,
): Decision {
  return { allowed: false, refusal: { kind: 'notThisActor', code, message } }
}

function refuseState(
  message: BilingualText,
  code: 'wrong_state' | 'claimed' | 'already_approved' = 'wrong_state',
): Decision {
  return { allowed: false, refusal: { kind: 'wrongState', code, message } }
}
