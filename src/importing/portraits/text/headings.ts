import { namesKind } from '../sections/classify.ts'
import type { TextBlock } from './blocks.ts'

/** `section` opens a section of its own; `sub` stands inside the section that is open. */
export type HeadingRole = 'section' | 'sub'

const maxHeading = 120
const maxHeadline = 160
const maxSentence = 100
/** How a line ends that leads to a list and heads nothing: "Zu den Aufgaben gehören:". */
const leadIn =
  /(?:gehör(?:en|t)|zähl(?:en|t)|sind|ist|umfass(?:en|t)|etwa|beispielsweise|beispiel|anderem|folgende(?:rmaßen|[mnrs])?|dazu|werden|haben|können|sollten?|müssen):$/iu

/**
 * Says whether the first block of a page reads like its free headline: short and without a full
 * stop, be it somebody's words, or short sentences in one line before a longer paragraph.
 */
export function isHeadline(blocks: readonly TextBlock[]): boolean {
  const [first, next] = blocks
  if (!first || first.list !== null) return false
  if (next && isProse(next, first) && headsFirstSection(blocks)) return false
  if (first.headingLevel !== null || isOpenLine(first, maxHeadline)) return true
  const isSentences = first.text.length <= maxSentence && isStopped(first.text)
  return isSentences && next?.list === null && next.text.length >= first.text.length * 2
}

/** "Aufgaben", "Das Gehalt": no headline of a page; nor is a heading marked like those below it. */
function headsFirstSection([first, ...others]: readonly TextBlock[]): boolean {
  if (!first || namesKind(first.text) === null) return false
  const isMarkedAlike =
    first.headingLevel !== null &&
    others.some(({ headingLevel }) => headingLevel === first.headingLevel)
  return isMarkedAlike || first.text.split(/\s+/u).length <= 2
}

/**
 * The headings among the blocks of a body, by index. What is marked up as one is one. Of the others
 * those are that are short, without a closing full stop, and followed by a paragraph or a list.
 */
export function findHeadings(blocks: readonly TextBlock[]): Map<number, HeadingRole> {
  const roles = new Map<number, HeadingRole>()
  for (const run of findRuns(blocks)) {
    for (const [index, role] of rolesInRun(blocks, run)) roles.set(index, role)
  }
  return withMarked(blocks, roles)
}

/** Adds what is marked up: the highest level opens sections, what stands below it does not. */
function withMarked(
  blocks: readonly TextBlock[],
  roles: Map<number, HeadingRole>,
): Map<number, HeadingRole> {
  const levels = blocks.flatMap(({ headingLevel }) => headingLevel ?? [])
  const highest = Math.min(...levels)
  for (const [index, { headingLevel }] of blocks.entries()) {
    if (headingLevel === null || index === blocks.length - 1) continue
    const isUnderOther = blocks[index - 1]?.headingLevel === highest
    roles.set(index, headingLevel === highest && !isUnderOther ? 'section' : 'sub')
  }
  return roles
}

/** The stretches of blocks in a row that read like titles. */
function findRuns(blocks: readonly TextBlock[]): number[][] {
  const runs: number[][] = []
  for (const [index, block] of blocks.entries()) {
    if (block.headingLevel !== null || !isTitleLike(block, maxHeading)) continue
    const last = runs.at(-1)
    if (last?.at(-1) === index - 1) last.push(index)
    else runs.push([index])
  }
  return runs
}

/**
 * The last of a run opens the paragraph that follows. Before it a heading may stand that names what
 * a section is about, with lines below it that are a list without bullets.
 */
function rolesInRun(blocks: readonly TextBlock[], run: number[]): [number, HeadingRole][] {
  const first = run[0] ?? 0
  const last = run.at(-1) ?? first
  const isNaming = namesKindAt(blocks, first) !== null
  const leads = leadsOn(blocks[last], blocks[last + 1], run.length > 1)
  if (run.length === 1) return leads ? [[last, 'section']] : []
  if (!isNaming) return leads ? [[last, 'section']] : []
  if (!leads) return [[first, 'section']]
  if (run.length > 2) {
    return [
      [first, 'section'],
      [last, 'section'],
    ]
  }
  const other = namesKindAt(blocks, last)
  if (other !== null && other !== namesKindAt(blocks, first)) return [[last, 'section']]
  return [
    [first, 'section'],
    [last, 'sub'],
  ]
}

/** A line that ends with a colon below another one is the lead-in of its list. */
function leadsOn(
  block: TextBlock | undefined,
  next: TextBlock | undefined,
  isBelowOther: boolean,
): boolean {
  if (!block || !next) return false
  if (next.list === null) return isProse(next, block)
  if (!block.text.endsWith(':')) return true
  return !isBelowOther && !leadIn.test(block.text) && namesKind(block.text) !== null
}

function namesKindAt(blocks: readonly TextBlock[], index: number) {
  const block = blocks[index]
  return block ? namesKind(block.text) : null
}

function isProse(block: TextBlock, heading: TextBlock): boolean {
  if (block.list !== null || block.headingLevel !== null) return false
  return block.text.length > heading.text.length || /[.][)"“”»«‘’']*$/u.test(block.text)
}

/** A line in quotation marks that ends as a sentence is what somebody says, within a text. */
function isTitleLike(block: TextBlock, maxLength: number): boolean {
  return isOpenLine(block, maxLength) && !/^["„“»‚'].*[.!?]["“”«‘’']$/u.test(block.text)
}

/** A short line without a stop at its end. */
function isOpenLine({ text, list }: TextBlock, maxLength: number): boolean {
  if (list !== null || text.length > maxLength || isNote(text)) return false
  return !/[.,;]$/u.test(withoutClosing(text)) || withoutClosing(text).endsWith('...')
}

function isStopped(text: string): boolean {
  return withoutClosing(text).endsWith('.') && !isNote(text)
}

function withoutClosing(text: string): string {
  return text.replace(/(?<!["“”»«‘’')\]])["“”»«‘’')\]]+$/u, '')
}

/** Notes and figures: short lines that head nothing. */
function isNote(text: string): boolean {
  return (
    /^[([]?(?:quellen?|stand|bildquelle|foto|bild|autor(?:in)?|copyright)\s*:/iu.test(text) ||
    /^[©(]/u.test(text) ||
    /\d\s*(?:€|euros?|eur)(?:\s+(?:brutto|netto))?(?:\s+\S+){0,3}$/iu.test(text)
  )
}
