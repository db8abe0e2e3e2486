const minute = 60_000

/** How long to wait before asking again, in milliseconds: a minute, after failures up to ten. */
export function pauseAfter(failures: number): number {
  return Math.min(minute * 2 ** failures, 10 * minute)
}
