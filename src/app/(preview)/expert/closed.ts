import type { expertWords } from '#admin/words/expert.ts'

/** The words that say why a link opens nothing, and what to do now. */
export interface ClosedWords {
  title: keyof typeof expertWords
  text: keyof typeof expertWords
}

export const unknownLink: ClosedWords = { title: 'unknownTitle', text: 'unknown' }

const byCode: Readonly<Record<string, ClosedWords>> = {
  link_used: { title: 'usedTitle', text: 'used' },
  link_expired: { title: 'expiredTitle', text: 'expired' },
  link_revoked: { title: 'revokedTitle', text: 'revoked' },
  text_changed: { title: 'endedTitle', text: 'ended' },
  not_found: unknownLink,
}

/** What is to be said of a closed link, by the code of the API's answer; null for every other code. */
export function closedWords(code: string): ClosedWords | null {
  return byCode[code] ?? null
}
