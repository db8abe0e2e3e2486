import { signOffLabels } from '#model/sign-offs.ts'
import { inLanguage } from '#model/text.ts'
import type { NewsroomText } from '#newsroom/lists/entries.ts'
import type { Say } from '../words/say.ts'

export const riskWords = {
  facts: 'texts:riskFacts',
  text: 'texts:riskText',
  cosmetic: 'texts:riskCosmetic',
} as const

/** "IT-Leiter/in · Leverkusen", "IT-Leiter/in · bundesweit". */
export function subjectOf(
  { profession, region }: Pick<NewsroomText, 'profession' | 'region'>,
  say: Say,
): string {
  return [profession?.name, region?.name ?? say('texts:nationwide')].filter(Boolean).join(' · ')
}

/** Says whether a text should have been finished by now; one that is live or put away is. */
export function isOverdue(
  { dueAt, stage }: Pick<NewsroomText, 'dueAt' | 'stage'>,
  now: Date,
): boolean {
  if (dueAt === null || stage === 'live' || stage === 'archived') return false
  return new Date(dueAt) < now
}

/** Says whether it takes more than one signature that nobody has given yet: else the stage says it all. */
export function isPartlyApproved({
  given,
  required,
  missingRole,
  missingSignOffs,
}: Pick<
  NonNullable<NewsroomText['approval']>,
  'given' | 'required' | 'missingRole' | 'missingSignOffs'
>): boolean {
  return given > 0 || required > 1 || missingRole !== null || missingSignOffs.length > 0
}

/** Which kinds of sign-off are the reader's to give: "Sprache, Recht". */
export function kindsToSignOff(
  { maySignOff }: Pick<NewsroomText, 'maySignOff'>,
  language: string,
): string {
  return maySignOff.map((kind) => inLanguage(signOffLabels[kind], language)).join(', ')
}

/** For how many days something has been so. */
export function waitingFor(since: string, now: Date, say: Say): string {
  const days = Math.floor((now.getTime() - new Date(since).getTime()) / 86_400_000)
  return days === 0 ? say('texts:oneDay') : say('texts:days', { count: days })
}
