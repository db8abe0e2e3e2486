/** How an attempt ended: with an answer's HTTP status, or with none and a reason. */
export type Outcome = { status: number } | { error: string }

/** An attempt to deliver: which one it was (1, 2, …), when the first began, and when this one ended. */
export interface Attempt {
  number: number
  firstAt: Date
  endedAt: Date
}

/** What follows from an attempt. An endpoint that is gone says so itself: it wants nothing more. */
export type Verdict =
  | { status: 'delivered' }
  | { status: 'pending'; nextAttemptAt: Date }
  | { status: 'dead'; isEndpointGone: boolean }

const firstPause = 10_000
const longestPause = 4 * 3_600_000
const patience = 24 * 3_600_000

/**
 * Judges an attempt: a 2xx is a delivery, and everything else a failure, redirects and silence
 * included. A failure is tried again for 24 h after the first attempt; 410 ends it at once (Standard
 * Webhooks 1.0, "Deliverability and reliability").
 *
 * @param random gives a number from 0 up to 1, for the jitter
 */
export function judge(outcome: Outcome, attempt: Attempt, random: () => number): Verdict {
  const status = 'status' in outcome ? outcome.status : 0
  if (status >= 200 && status < 300) return { status: 'delivered' }
  if (status === 410) return { status: 'dead', isEndpointGone: true }
  const nextAttemptAt = findNextAttempt(attempt, random)
  return nextAttemptAt
    ? { status: 'pending', nextAttemptAt }
    : { status: 'dead', isEndpointGone: false }
}

/** Why an attempt failed, in a few words for the administration; null where it did not. */
export function describeFailure(outcome: Outcome): string | null {
  if ('error' in outcome) return outcome.error.slice(0, 500)
  const { status } = outcome
  if (status >= 200 && status < 300) return null
  if (status >= 300 && status < 400) return `HTTP ${String(status)}: redirects are not followed.`
  return `HTTP ${String(status)}`
}

/**
 * When to try again; null when the time is over. The pause triples from 10 s up to 4 h, and a random
 * share of up to one half is taken off, so that what failed together does not come back together. The
 * last attempt is 24 h after the first.
 */
function findNextAttempt(attempt: Attempt, random: () => number): Date | null {
  const { number, firstAt, endedAt } = attempt
  const last = firstAt.getTime() + patience
  if (endedAt.getTime() >= last) return null
  const pause = Math.min(firstPause * 3 ** (number - 1), longestPause)
  return new Date(Math.min(endedAt.getTime() + pause * (1 - random() / 2), last))
}
