import { widthOf, type Wrap } from './wrap-width.ts'
import { isDoubtfulItem, startsItem } from './markers.ts'
import { breaksOff, endsSentence, opensSentence } from '../file/seams.ts'
import type { Line } from './lines.ts'

/** A line longer than this is a paragraph of its own, wherever others are wrapped. */
const longLine = 120
/** A dash that begins a line goes on with the sentence only after a line of some length. */
const shortLine = 40

/**
 * Joins what a mail program or an editor has wrapped at a fixed width to whole paragraphs again,
 * also where no blank line parts them. A text that is not wrapped stays as it is, but for long
 * lines that break off in the middle of a sentence.
 */
export function joinWrapped(groups: readonly (readonly Line[])[]): Line[] {
  const wrap = widthOf(groups)
  const headline = groups[0]?.[0]
  return groups.flatMap((group) => joinGroup(group, wrap, headline))
}

function joinGroup(group: readonly Line[], wrap: Wrap | null, headline: Line | undefined): Line[] {
  const joined: { line: Line; item: Line | null }[] = []
  let last: Line | undefined
  for (const [index, next] of group.entries()) {
    const current = joined.at(-1)
    const goesOn =
      current !== undefined &&
      last !== undefined &&
      !isBreak(
        {
          last,
          next,
          after: group[index + 1],
          item: current.item,
          isHeadline: last === headline,
          isFirst: current.line.line === last.line,
        },
        wrap,
      )
    if (goesOn) current.line.text = joinTexts(current.line.text, next.text)
    else joined.push({ line: { ...next }, item: startsItem(next.text) ? next : null })
    last = next
  }
  return joined.map(({ line }) => line)
}

interface Seam {
  last: Line
  next: Line
  after: Line | undefined
  /** The item of a list that `last` belongs to. */
  item: Line | null
  /** Whether `last` stands where a page has its headline. */
  isHeadline: boolean
  /** Whether `last` is the first line of its paragraph. */
  isFirst: boolean
}

function isBreak(seam: Seam, wrap: Wrap | null): boolean {
  const { last, next, item } = seam
  if (last.headingLevel !== null || next.headingLevel !== null) return true
  if (item && next.indent > item.indent && !startsItem(next.text)) return false
  if (wrap === null) return last.text.length <= longLine || !breaksOff(last.text, next.text)
  if (startsItem(next.text)) return !goesOnWithSign(seam)
  const isCapital = /^\P{Ll}/u.test(next.text)
  if (next.indent > last.indent && !item && isCapital) return true
  if (wrap.measure(last.text) >= wrap.width * 0.5 && breaksOff(last.text, next.text)) return false
  if (wrap.measure(last.text) > wrap.width * 1.1) return true
  if (!endsSentence(last.text) && opensSentence(next.text)) return true
  return (
    wrap.hadRoom(last.text, next.text) ||
    isLoneHeading(seam, wrap) ||
    isFullHeadline(seam, wrap) ||
    isFullHeading(seam)
  )
}

/** A headline that fills its line; one that was wrapped has a short second line. */
function isFullHeadline({ last, next, after, isHeadline }: Seam, wrap: Wrap): boolean {
  return (
    isHeadline &&
    !endsSentence(last.text) &&
    after !== undefined &&
    !wrap.hadRoom(next.text, after.text)
  )
}

/** "Eigenheiten: Wind, Wetter und Werft!" fills its line, and no sentence reads so. */
function isFullHeading({ last: { text }, isFirst }: Seam): boolean {
  return isFirst && /^[^.!?:]+:\s[^:]*[!?]$/u.test(text)
}

/** A dash or a number after a full line rather goes on with the sentence than opens a list. */
function goesOnWithSign({ last, next, item }: Seam): boolean {
  if (!isDoubtfulItem(next.text) || item || last.text.length < shortLine) return false
  const isDash = /^[–-]\s+\p{Ll}/u.test(next.text) && !last.text.endsWith(':')
  return isDash || !endsSentence(last.text)
}

/** After a full line: a short one without a full stop that the next paragraph does not go on from. */
function isLoneHeading({ last, next, after }: Seam, wrap: Wrap): boolean {
  const isTitle = /^\P{Ll}/u.test(next.text) && !/[.,;:…]["“”»«‘’')\]]*$/u.test(next.text)
  if (!endsSentence(last.text) || !isTitle) return false
  if (!after) return !endsSentence(next.text)
  return !breaksOff(next.text, after.text) && wrap.hadRoom(next.text, after.text)
}

/** A word that was parted at its hyphen ("Work-", "Life") becomes one again. */
function joinTexts(text: string, next: string): string {
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + next
  const isOneWord =
    /[\p{L}\p{N}][-/–]$/u.test(text) &&
    /^[\p{L}\p{N}]/u.test(next) &&
    !/^(?:und|oder|bis|sowie|bzw\.|als|wie|noch)(?!\p{L})/u.test(next)
  return isOneWord ? text + next : `${text} ${next}`
}
