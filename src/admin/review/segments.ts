import type { WordRun } from '#portrait/difference/change.ts'

/** A passage that a comment stands on: offsets into the text as it is now, in UTF-16 units. */
export interface Mark {
  thread: string
  start: number
  end: number
}

/** A run of text that is drawn in one way. */
export interface Segment {
  op: WordRun['op']
  text: string
  /** Where it begins in the text as it is now; of what was deleted, where it stood. */
  start: number
  /** The comments that stand on it. */
  threads: string[]
}

/**
 * Cuts a text into runs that are alike in what changed and in who comments on them. Without word
 * runs nothing has changed. Nothing is lost: the runs that are not deleted give the text again.
 */
export function segmentsOf(options: {
  text: string
  words: readonly WordRun[] | undefined
  marks: readonly Mark[]
}): Segment[] {
  const { text, words, marks } = options
  const cuts = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const segments: Segment[] = []
  let at = 0
  for (const { op, text: run } of words ?? [{ op: 'equal', text } as const]) {
    if (op === 'delete') {
      segments.push({ op, text: run, start: at, threads: [] })
      continue
    }
    const end = at + run.length
    const bounds = [at, ...cuts.filter((cut) => cut > at && cut < end), end]
    for (const [index, start] of bounds.slice(0, -1).entries()) {
      const stop = bounds[index + 1] ?? end
      if (stop === start) continue
      const part = run.slice(start - at, stop - at)
      segments.push({ op, text: part, start, threads: threadsAt(marks, start, stop) })
    }
    at = end
  }
  return segments
}

function threadsAt(marks: readonly Mark[], start: number, end: number): string[] {
  return marks.filter((mark) => mark.start < end && mark.end > start).map(({ thread }) => thread)
}
