import type { PersonEntry } from '#accounts/overview.ts'
import type { Formats } from '../words/formats.ts'
import type { Say } from '../words/say.ts'

export type Account = NonNullable<PersonEntry['account']>

/** How an account stands, in words: whether somebody can sign in now, and if not, why. */
export function standingOf(
  { deactivatedAt, invitation }: Account & Pick<PersonEntry, 'deactivatedAt'>,
  { say, format }: { say: Say; format: Pick<Formats, 'date'> },
): { text: string; tone: 'good' | 'open' | 'bad' } {
  if (deactivatedAt !== null) {
    return { text: say('people:deactivatedOn', { at: format.date(deactivatedAt) }), tone: 'bad' }
  }
  if (invitation?.state === 'pending') {
    return { text: say('people:pending', { at: format.date(invitation.sentAt) }), tone: 'open' }
  }
  if (invitation?.state === 'expired') return { text: say('people:expired'), tone: 'bad' }
  return { text: say('people:active'), tone: 'good' }
}
