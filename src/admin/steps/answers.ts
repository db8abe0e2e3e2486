import type { Stage } from '#model/stages.ts'
import { transitions, type TransitionName } from '#workflow/transitions.ts'

/** What a step needs beside its name. */
export interface StepAnswers {
  comment?: string
  publishAt?: string
  unpublishAt?: string
}

/** Says whether a step has to ask for something before it can be taken. */
export function asksForAnswers(transition: TransitionName): boolean {
  const { demands } = transitions[transition]
  return demands.includes('reason') || demands.includes('dates')
}

/** The dates that a step asks for; only of what is approved can a publication be planned. */
export function datesFor(
  transition: TransitionName,
  stage: Stage | null,
): readonly ('publishAt' | 'unpublishAt')[] {
  if (!transitions[transition].demands.includes('dates')) return []
  const isForEnd = stage !== null && stage !== 'approved' && stage !== 'scheduled'
  return isForEnd ? ['unpublishAt'] : ['publishAt', 'unpublishAt']
}

/** Says whether the answers are enough for a step. */
export function isAnswered(transition: TransitionName, answers: StepAnswers): boolean {
  const { demands } = transitions[transition]
  if (demands.includes('reason')) return Boolean(answers.comment?.trim())
  return !demands.includes('dates') || Boolean(answers.publishAt) || Boolean(answers.unpublishAt)
}

/** The answers without what was left empty, as the API takes them. */
export function filledIn(answers: StepAnswers): StepAnswers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''))
}
