/** What an answer shows, gathered while it is made: so that it can be kept, and forgotten in time. */
export interface Shown {
  tags: Set<string>
  /** When it is over by itself, in milliseconds since 1970. */
  until: number
}

export function newShown(): Shown {
  return { tags: new Set(), until: Infinity }
}

/** Notes that an answer is over by then. */
export function endBy(shown: Shown, moment: number): void {
  shown.until = Math.min(shown.until, moment)
}
