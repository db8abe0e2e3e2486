import { roleLabels, type Role } from '#model/roles.ts'
import { stageLabels, type Stage } from '#model/stages.ts'
import type { BilingualText } from '#model/text.ts'
import {
  judgeSeenText,
  rules,
  type Asked,
  type Refusal,
  type Standing,
  type TextFacts,
} from './demands.ts'
import {
  courseOf,
  stageAfter,
  transitionNames,
  transitions,
  type Course,
  type TransitionName,
} from './transitions.ts'

/** What a decision rests on: where the document stands, and its text. */
export interface Facts {
  standing: Standing
  text: TextFacts
}

/** Who asks, in relation to the document. */
export interface DecidingActor {
  id: string
  role: Role
  /** Is the author of this document, or assigned to it as author. */
  isOwn: boolean
  /** The document lies in the actor's desks or those of who delegates to them, or is assigned. */
  isCovered: boolean
}

/** Says whether somebody acts on the document as an editor: one whom it is covered by, or the administration. */
export function actsAsEditor({ role, isCovered }: Omit<DecidingActor, 'isOwn' | 'id'>): boolean {
  return role === 'admin' || (role === 'editor' && isCovered)
}

export type Decision = { allowed: true; to: Stage } | { allowed: false; refusal: Refusal }

/**
 * Decides whether an actor may take a transition now. The actor is judged before the state, so that
 * somebody who may never do it does not learn the state from the answer; the state before the text.
 *
 * @param asked what somebody says who takes the step; without it, what can still be said is not judged
 */
export function decide(
  name: TransitionName,
  { standing, text }: Facts,
  actor: DecidingActor,
  asked?: Asked,
): Decision {
  const decision = decideByStanding(name, standing, actor, asked)
  if (!decision.allowed) return decision
  const demanded = courseOf(name, standing, asked).demands.map((demand) => rules[demand])
  const refusal =
    (asked && judgeSeenText(standing, asked)) ??
    first(demanded, (rule) => (rule.needs === 'text' ? rule.judge(standing, text) : undefined)) ??
    first(demanded, (rule) =>
      rule.needs === 'request' && asked ? rule.judge(standing, asked) : undefined,
    )
  return refusal ? { allowed: false, refusal } : decision
}

/** The first thing that a search comes upon; it looks no further. */
function first<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

/** The same without a look at the text: whether it could be this actor who takes the step. */
export function decideByStanding(
  name: TransitionName,
  standing: Standing,
  actor: DecidingActor,
  asked?: Asked,
): Decision {
  const course = courseOf(name, standing, asked)
  const demanded = course.demands.map((demand) => rules[demand])
  const refusal =
    refuseActor(name, actor) ??
    refuseStage(name, course, standing.stage) ??
    first(demanded, (rule) => (rule.needs === 'standing' ? rule.judge(standing, actor) : undefined))
  if (refusal) return { allowed: false, refusal }
  return { allowed: true, to: stageAfter(course, standing.stage) }
}

/** Names every transition that `decide` allows. */
export function allowedTransitions(facts: Facts, actor: DecidingActor): TransitionName[] {
  return transitionNames.filter((name) => decide(name, facts, actor).allowed)
}

/**
 * Names what somebody would look for at this stage and may not do: steps that start from it and that
 * their role takes, with the reason.
 */
export function blockedTransitions(
  facts: Facts,
  actor: DecidingActor,
): { transition: TransitionName; refusal: Refusal }[] {
  return transitionNames.flatMap((name) => {
    const { who } = transitions[name]
    const { from } = courseOf(name, facts.standing)
    if (!from.includes(facts.standing.stage) || !who.includes(actor.role)) return []
    const decision = decide(name, facts, actor)
    return decision.allowed ? [] : [{ transition: name, refusal: decision.refusal }]
  })
}

function refuseActor(name: TransitionName, { role, isOwn, isCovered }: DecidingActor) {
  const { who, label } = transitions[name]
  if (!who.includes(role)) {
    return notThisActor('not_allowed', {
      de: `Die Rolle „${roleLabels[role].de}“ darf das nicht: ${label.de}.`,
      en: `The role "${role}" may not ${name}.`,
    })
  }
  if (role === 'author' && !isOwn) {
    return notThisActor('not_allowed', {
      de: 'Autorinnen und Autoren bearbeiten eigene Texte und solche, die ihnen zugeteilt sind.',
      en: 'Authors act on their own texts and on those assigned to them.',
    })
  }
  if (role === 'editor' && !isCovered) {
    return notThisActor('not_covered', {
      de: 'Dieser Text liegt außerhalb Ihrer Ressorts.',
      en: 'This document lies outside your desks.',
    })
  }
  return undefined
}

function notThisActor(code: 'not_allowed' | 'not_covered', message: BilingualText): Refusal {
  return { kind: 'notThisActor', code, message }
}

function refuseStage(name: TransitionName, { from }: Course, stage: Stage): Refusal | undefined {
  const { label } = transitions[name]
  if (from.includes(stage)) return undefined
  return {
    kind: 'wrongState',
    code: 'wrong_state',
    message: {
      de: `„${label.de}“ geht nicht, solange der Text „${stageLabels[stage].de}“ ist.`,
      en: `"${name}" starts from ${from.join(', ')}; this document is ${stage}.`,
    },
  }
}
