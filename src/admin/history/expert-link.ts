import type { ExpertLink } from '#review/experts/links.ts'
import type { Formats } from '../words/formats.ts'
import type { Say } from '../words/say.ts'

/** Says whether a link still leads to its text. */
export function isOpen({ revokedAt, endedAt, usedAt, expiresAt }: ExpertLink, now: Date): boolean {
  return !revokedAt && !endedAt && !usedAt && new Date(expiresAt) > now
}

/** How a link stands, in words: what ended it first counts, not that its time is over as well. */
export function standingOf(
  link: ExpertLink,
  { now, say, format }: { now: Date; say: Say; format: Formats },
): string {
  const { usedAt, revokedAt, endedAt, expiresAt } = link
  if (usedAt) return say('history:linkUsed', { when: format.moment(usedAt) })
  if (revokedAt) return say('history:linkRevoked', { when: format.moment(revokedAt) })
  if (endedAt) return say('history:linkEnded')
  const word = isOpen(link, now) ? 'history:linkValid' : 'history:linkExpired'
  return say(word, { when: format.moment(expiresAt) })
}
