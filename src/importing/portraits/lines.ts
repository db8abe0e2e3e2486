import { readKicker, readTitle } from './title-lines.ts'

/** One line of a portrait with a meaning of its own, at its line (1-based) in the file. */
export interface TextBlock {
  line: number
  text: string
  list: 'bullet' | 'number' | null
}

interface Line {
  line: number
  text: string
}

const bullet = /^[-•*–·]\s+(?=\S)/u
const number = /^(\d{1,2})[.)]\s+(?=\S)/u
const wrapWidth = 120
const shortLine = 40

/**
 * Splits a text into blocks, one per line that is not empty. A text that a mail program or editor
 * has wrapped at a fixed width is joined to whole paragraphs again. Markers of lists and headings
 * are taken off; a number counts as a marker only next to its neighbour ("1." before "2."), so that
 * "1. Mai" and numbered headings keep theirs.
 */
export function splitBlocks(text: string): TextBlock[] {
  const groups = groupLines(text)
  const lines = isHardWrapped(groups) ? groups.flatMap(joinGroup) : groups.flat()
  const plain = lines.map(({ line, text: raw }) => ({
    line,
    text: raw.replace(/^#{1,6}\s+(?=\S)/u, ''),
  }))
  return plain.map((entry, index) => toBlock(entry, plain[index - 1], plain[index + 1]))
}

function toBlock(entry: Line, before: Line | undefined, after: Line | undefined): TextBlock {
  if (bullet.test(entry.text)) {
    return { line: entry.line, text: entry.text.replace(bullet, ''), list: 'bullet' }
  }
  const own = numberOf(entry)
  const isListed = own !== null && (numberOf(before) === own - 1 || numberOf(after) === own + 1)
  return isListed
    ? { line: entry.line, text: entry.text.replace(number, ''), list: 'number' }
    : { line: entry.line, text: entry.text, list: null }
}

function numberOf(entry: Line | undefined): number | null {
  const digits = entry === undefined ? undefined : number.exec(entry.text)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** The lines between two blank lines; title and kicker at the top are groups of their own. */
function groupLines(text: string): Line[][] {
  const groups: Line[][] = []
  let isOpen = false
  let isTop = true
  for (const [index, raw] of text.split('\n').entries()) {
    const entry = { line: index + 1, text: raw.trim() }
    if (entry.text === '') {
      isOpen = false
      continue
    }
    isTop &&= groups.length < 2 && (readTitle(entry.text) ?? readKicker(entry.text)) !== null
    const current = isOpen ? groups.at(-1) : undefined
    if (current) current.push(entry)
    else groups.push([entry])
    isOpen = !isTop
  }
  return groups
}

function isHardWrapped(groups: Line[][]): boolean {
  const lines = groups.flat()
  if (groups.length < 2 || lines.some(({ text }) => text.length > wrapWidth)) return false
  const inner = groups.flatMap((group) =>
    group.slice(0, -1).filter((entry, index) => {
      const next = group[index + 1]
      return !startsItem(entry) && !(next && startsItem(next))
    }),
  )
  const width = Math.max(...lines.map(({ text }) => text.length))
  const long = inner.filter(({ text }) => text.length >= Math.max(shortLine, width * 0.6))
  return inner.length > 0 && long.length * 2 > inner.length
}

function startsItem({ text }: Line): boolean {
  return bullet.test(text) || number.test(text) || text.startsWith('#')
}

/** Joins the lines of one paragraph; items of a list and a heading on top stay apart. */
function joinGroup(group: Line[]): Line[] {
  const width = Math.max(...group.map(({ text }) => text.length))
  const joined: { first: Line; text: string; last: string }[] = []
  for (const entry of group) {
    const current = joined.at(-1)
    if (!current || isBreak(current.last, entry, width)) {
      joined.push({ first: entry, text: entry.text, last: entry.text })
    } else {
      current.text = `${current.text} ${entry.text}`
      current.last = entry.text
    }
  }
  return joined.map(({ first, text }) => ({ line: first.line, text }))
}

/** A dash or number after a full line rather goes on with the sentence than opens a list. */
function isBreak(last: string, next: Line, width: number): boolean {
  const isLastItem = startsItem({ line: 0, text: last })
  if (next.text.startsWith('#') || last.startsWith('#')) return true
  if (startsItem(next)) {
    const isDoubtful = /^[–\d]/u.test(next.text)
    return !isDoubtful || isLastItem || last.length < shortLine || /[.:!?]$/u.test(last)
  }
  if (isLastItem || last.length >= shortLine || /[.,;]$/u.test(last)) return false
  const [word = ''] = next.text.split(/\s/u)
  return last.length + 1 + word.length <= width && /^\P{Ll}/u.test(next.text)
}
