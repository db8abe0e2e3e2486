import { diffLines, diffWordsWithSpace, type ChangeObject } from 'diff'
import type { WordRun } from './change.ts'

/**
 * How many words or lines may differ before the search is given up: its effort grows with the
 * square of this number, not with the length of the text. A section has some 300 words.
 */
const maxEditLength = 250
/** The same for the words of lines that take each other's place, of which there may be many. */
const maxEditLengthOfLines = 50

/**
 * The runs of two texts by words. Texts too different for that are compared by lines, and by words where
 * lines take the place of others; texts too different even for that stand side by side as a whole.
 */
export function compareWords(before: string, after: string): WordRun[] {
  const words = diffWordsWithSpace(before, after, { maxEditLength })
  if (words) return words.map(toRun)
  const lines = diffLines(before, after, { maxEditLength })
  return lines ? withinLines(lines.map(toRun)) : wholeTexts(before, after)
}

/** Lines that are gone and those that came in their place, by their words. */
function withinLines(runs: readonly WordRun[]): WordRun[] {
  return runs.flatMap((run, index): WordRun[] => {
    const next = runs[index + 1]
    if (run.op === 'delete' && next?.op === 'insert') {
      const options = { maxEditLength: maxEditLengthOfLines }
      const words = diffWordsWithSpace(run.text, next.text, options)
      return words ? words.map(toRun) : [run, next]
    }
    return run.op === 'insert' && runs[index - 1]?.op === 'delete' ? [] : [run]
  })
}

function toRun({ added, removed, value }: ChangeObject<string>): WordRun {
  return { op: added ? 'insert' : removed ? 'delete' : 'equal', text: value }
}

function wholeTexts(before: string, after: string): WordRun[] {
  return [
    { op: 'delete', text: before },
    { op: 'insert', text: after },
  ]
}
