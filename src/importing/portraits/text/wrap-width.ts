import type { Line } from './lines.ts'
import { startsItem } from './markers.ts'
import { breaksOff } from '../file/seams.ts'

/** How a text was wrapped. */
export interface Wrap {
  /** The length of the longest wrapped line, in what `measure` counts. */
  width: number
  /** The length of a text: characters, or the bytes that some programs count instead. */
  measure: (text: string) => number
  /** Whether the first word of the next line would still have fitted on a line. */
  hadRoom: (text: string, next: string) => boolean
}

interface Pair {
  text: string
  next: string
}

/** Shorter lines say nothing about the width at which a text was wrapped. */
const minLength = 40

/**
 * Finds the width at which a text was wrapped, by the lines that break off in the middle of a
 * sentence; null where hardly any does.
 */
export function widthOf(groups: readonly (readonly Line[])[]): Wrap | null {
  const pairs = groups.flatMap(neighbours)
  const broken = pairs.filter(({ text, next }) => text.length >= minLength && breaksOff(text, next))
  if (broken.length === 0 || broken.length < pairs.length * 0.15) return null
  const [characters, bytes] = [countCharacters, countBytes].map((measure) => {
    const lengths = broken.map(({ text }) => measure(text)).sort((left, right) => left - right)
    const median = lengths[Math.floor(lengths.length / 2)] ?? 0
    const width = Math.max(...lengths.filter((length) => length <= median * 1.25))
    const full = broken.filter(({ text, next }) => needed({ text, next }, measure) > width)
    return { width, measure, exactness: full.length / broken.length }
  })
  if (!characters || !bytes) return null
  const { width, measure, exactness } = bytes.exactness > characters.exactness ? bytes : characters
  return {
    width,
    measure,
    hadRoom: (text, next) => {
      const slack = exactness >= 0.95 ? 1 : 0.85
      return needed({ text, next }, measure) <= width * slack
    },
  }
}

/** Lines in a row, but for headings and items of lists: those stand apart anyway. */
function neighbours(group: readonly Line[]): Pair[] {
  return group.slice(1).flatMap((next, index) => {
    const line = group[index]
    const standsApart =
      line === undefined ||
      startsItem(next.text) ||
      line.headingLevel !== null ||
      next.headingLevel !== null
    return standsApart ? [] : [{ text: line.text, next: next.text }]
  })
}

function needed({ text, next }: Pair, measure: (text: string) => number): number {
  const [word = ''] = next.split(/\s/u)
  return measure(text) + 1 + measure(word)
}

function countCharacters(text: string): number {
  return text.length
}

function countBytes(text: string): number {
  return new TextEncoder().encode(text).length
}
