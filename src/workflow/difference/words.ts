import { diffArrays } from 'diff'

/** A run of words that both texts have, or one of them. */
export interface WordChange {
  op: 'equal' | 'insert' | 'delete'
  text: string
}

/** Beyond this many edits two texts are told apart by where they begin and end alike. */
const mostEdits = 1000

/** A number with its separators, a word, a run of white space, or any other character by itself. */
const tokenPattern = /\p{N}(?:[\p{N}.,]*\p{N})?|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*|\s+|./gsu

/** The differences between two texts, word by word: put together again they give either text. */
export function diffWords(before: string, after: string): WordChange[] {
  const from = tokensOf(before)
  const to = tokensOf(after)
  const parts = diffArrays(from, to, { maxEditLength: mostEdits })
  if (!parts) return diffEnds(from, to)
  return parts.map(({ added, removed, value }) => ({
    op: added ? 'insert' : removed ? 'delete' : 'equal',
    text: value.join(''),
  }))
}

/** The tokens of a text; joined they are the text. */
export function tokensOf(text: string): string[] {
  return text.match(tokenPattern) ?? []
}

function diffEnds(from: readonly string[], to: readonly string[]): WordChange[] {
  const shortest = Math.min(from.length, to.length)
  let start = 0
  while (start < shortest && from[start] === to[start]) start += 1
  let end = 0
  while (end < shortest - start && from.at(-1 - end) === to.at(-1 - end)) end += 1
  const changes: WordChange[] = [
    { op: 'equal', text: from.slice(0, start).join('') },
    { op: 'delete', text: from.slice(start, from.length - end).join('') },
    { op: 'insert', text: to.slice(start, to.length - end).join('') },
    { op: 'equal', text: from.slice(from.length - end).join('') },
  ]
  return changes.filter(({ text }) => text !== '')
}
