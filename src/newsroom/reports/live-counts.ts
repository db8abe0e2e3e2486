/** How many texts were live at a moment. */
export interface LivePoint {
  at: string
  documents: number
}

const week = 7 * 86_400_000

/** The moments a week apart that end with `now`, the oldest first. */
export function weeklyPoints(now: Date, weeks: number): string[] {
  return Array.from({ length: weeks + 1 }, (_, index) =>
    new Date(now.getTime() - (weeks - index) * week).toISOString(),
  )
}

/**
 * Counts back from what is live now: at each point it was what it is, less what changed since.
 *
 * @param points the oldest first, the last one being now
 * @param changeAfter what changed after the point of this number (from 1) and before the next one
 */
export function countBack(
  points: readonly string[],
  now: number,
  changeAfter: ReadonlyMap<number, number>,
): LivePoint[] {
  let documents = now
  return points
    .map((at, index) => ({ at, change: changeAfter.get(index + 1) ?? 0 }))
    .reverse()
    .map(({ at, change }) => {
      documents -= change
      return { at, documents }
    })
    .reverse()
}
