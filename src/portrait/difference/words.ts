import { diffLines, diffWordsWithSpace, type ChangeObject } from 'diff'
import type { WordRun } from './change.ts'

/**
 * How many words or lines may differ before the search is given up: its effort grows with the
 * square of this number, not with the length of the text.
 */
const maxEditLength = 1500

/**
 * The runs of two texts by words. Texts too different for that are compared by lines, and texts
 * too different even for that stand side by side as a whole.
 */
export function compareWords(before: string, after: string): WordRun[] {
  const runs =
    diffWordsWithSpace(before, after, { maxEditLength }) ??
    diffLines(before, after, { maxEditLength })
  return runs ? runs.map(toRun) : wholeTexts(before, after)
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
