/** How the words on the screen stand to those on the server. */
export type Saving = 'saved' | 'unsaved' | 'saving' | Failure
/** Why a save has not come through: no server, no session any more, or a server that refuses. */
export type Failure = 'unreachable' | 'signedOut' | 'refused'
/** What stands in the way of a save before it is tried; null where the server answers this person. */
export type Obstacle = Exclude<Failure, 'refused'> | null

/** Payload saves a moment after the last key; what is not saved by then has failed. In milliseconds. */
export const patience = 2500
const longestWait = 30_000
/** So often a server that refuses is asked once more. */
const mostRefusals = 2

/** How a form stands; a failure counts until what it is about is saved. */
export function savingOf(form: {
  failure: Failure | null
  isModified: boolean
  isBusy: boolean
}): Saving {
  if (form.failure !== null) return form.failure
  if (!form.isModified) return 'saved'
  return form.isBusy ? 'saving' : 'unsaved'
}

/** What the answer to a question of this person says: its status, or null where none came. */
export function obstacleIn(status: number | null): Obstacle {
  if (status === null || status >= 500) return 'unreachable'
  return status === 401 ? 'signedOut' : null
}

/**
 * What to do about words that are not saved though it was time: to save them, to ask again later, or
 * to leave it. What a server that answers does not take is not pressed on it; the next change is.
 */
export function remedyFor(
  obstacle: Obstacle,
  { refusals, wait }: { refusals: number; wait: number },
): { failure: Failure; act: 'save' | 'leave' } | { failure: Failure; act: 'ask'; wait: number } {
  if (obstacle !== null) {
    return { failure: obstacle, act: 'ask', wait: Math.min(wait * 2, longestWait) }
  }
  return { failure: 'refused', act: refusals < mostRefusals ? 'save' : 'leave' }
}
