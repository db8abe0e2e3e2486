/** Where an amount stands in a text. */
export interface Place {
  start: number
  end: number
}

/** The distance (in characters) from a place to the nearest match of a pattern; else Infinity. */
export function distanceTo(text: string, pattern: RegExp, { start, end }: Place): number {
  const distances = [...text.matchAll(pattern)].map((match) => {
    const matchEnd = match.index + match[0].length
    return matchEnd <= start ? start - matchEnd : Math.max(0, match.index - end)
  })
  return Math.min(Infinity, ...distances)
}
