import type { Line } from './lines.ts'
import { withoutBullet, withoutNumber } from './markers.ts'
import { joinWrapped } from './unwrap.ts'

/** A paragraph, a heading or an item of a list, at its line (1-based) in the file. */
export interface TextBlock {
  line: number
  text: string
  list: 'bullet' | 'number' | null
  /** The level (1 is the highest) where the block is marked up as a heading. */
  headingLevel: number | null
}

/**
 * Makes blocks of the lines of a text. The markers of lists are taken off; numbers count as such
 * only where they run from 1 on, so that "1. Mai" and numbered headings keep theirs.
 */
export function splitBlocks(groups: readonly (readonly Line[])[]): TextBlock[] {
  const lines = joinWrapped(groups)
  const counted = findCountedLines(lines)
  return lines.map(({ line, text, headingLevel }, index) => {
    const block: TextBlock = { line, text, list: null, headingLevel }
    if (headingLevel !== null) return block
    const item = withoutBullet(text)
    if (item !== null) return { ...block, text: item, list: 'bullet' }
    const numbered = counted.has(index) ? withoutNumber(text) : null
    return numbered === null ? block : { ...block, text: numbered.text, list: 'number' }
  })
}

/** The indexes of lines in a row that count 1, 2, …; one alone counts nothing. */
function findCountedLines(lines: readonly Line[]): Set<number> {
  const found = new Set<number>()
  let run: number[] = []
  for (const [index, { text }] of lines.entries()) {
    const count = withoutNumber(text)?.count
    if (count === run.length + 1) run.push(index)
    else run = count === 1 ? [index] : []
    if (run.length > 1) for (const counted of run) found.add(counted)
  }
  return found
}
