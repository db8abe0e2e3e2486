import { isRecord } from '#model/documents.ts'
import type { BilingualText } from '#model/text.ts'
import { fieldsInDigest } from '../digest.ts'
import {
  findSection,
  fieldsOfText,
  sectionsOf,
  type SectionName,
  type TextField,
} from './text-fields.ts'

/**
 * Where a comment stands: on the document, a field, a section, or a quoted range. A range is kept by
 * its words and what stands around them, as the text quote selector of the W3C's Web Annotation Data
 * Model does, so that it is found again when the text moves.
 */
export type Anchor =
  | { on: 'document' }
  | { on: 'field'; field: string }
  | { on: 'section'; section: SectionName }
  | {
      on: 'quote'
      /** A field of the document, or, with a section, `heading` or `body` of it. */
      field: string
      section: SectionName | null
      quote: string
      prefix: string
      suffix: string
    }

/** What a caller says of the place: see request.ts. */
export interface AnchorRequest {
  section?: string | number | undefined
  field?: string | undefined
  quote?: string | undefined
  prefix?: string | undefined
  suffix?: string | undefined
}

/**
 * Where a comment stands in the text as it is now: `moved` when its words were found elsewhere,
 * `outdated` when what it was about is gone. Start and end count UTF-16 units of the plain text.
 */
export interface Location {
  status: 'current' | 'moved' | 'outdated'
  path: string | null
  start: number | null
  end: number | null
}

/** How much of the text around a quote is kept, in UTF-16 units. */
const context = 32

/** A quote shorter than this is looked for elsewhere only with what stood around it. */
const tellingLength = 12

type Document = Readonly<Record<string, unknown>>
type Problem = { path: string; problem: BilingualText }

const outdated: Location = { status: 'outdated', path: null, start: null, end: null }

/** Makes the anchor that a caller means in a document, or says what is wrong with it. */
export function makeAnchor(
  document: Document,
  request: AnchorRequest,
): { anchor: Anchor } | Problem {
  const { section: wanted, field, quote } = request
  const section = wanted === undefined ? null : findSection(document, wanted)
  if (section === undefined) {
    return {
      path: 'on.section',
      problem: { de: 'Diesen Abschnitt gibt es nicht.', en: 'There is no such section.' },
    }
  }
  if (quote !== undefined) return makeQuote(document, section?.name ?? null, { ...request, quote })
  if (section) return { anchor: { on: 'section', section: section.name } }
  if (field === undefined) return { anchor: { on: 'document' } }
  if (fieldsInDigest.includes(field)) return { anchor: { on: 'field', field } }
  return unknownField
}

/** Finds where an anchor stands in a document as it is now. */
export function locate(anchor: Anchor, document: Document): Location {
  switch (anchor.on) {
    case 'document':
      return { status: 'current', path: null, start: null, end: null }
    case 'field':
      return { status: 'current', path: anchor.field, start: null, end: null }
    case 'section': {
      const section = sectionsOf(document).find(isNamed(document, anchor.section))
      return section ? { ...outdated, status: 'current', path: section.path } : outdated
    }
    case 'quote':
      return locateQuote(anchor, document)
  }
}

/** Reads an anchor as it is stored; what cannot be read stands on the document. */
export function readAnchor(value: unknown): Anchor {
  if (!isRecord(value)) return { on: 'document' }
  const text = (part: unknown) => (typeof part === 'string' ? part : '')
  const section = isRecord(value.section)
    ? {
        row: typeof value.section.row === 'string' ? value.section.row : null,
        kind: text(value.section.kind),
        heading: text(value.section.heading),
      }
    : null
  if (value.on === 'field') return { on: 'field', field: text(value.field) }
  if (value.on === 'section' && section) return { on: 'section', section }
  if (value.on !== 'quote') return { on: 'document' }
  return {
    on: 'quote',
    field: text(value.field),
    section,
    quote: text(value.quote),
    prefix: text(value.prefix),
    suffix: text(value.suffix),
  }
}

const unknownField: Problem = {
  path: 'on.field',
  problem: { de: 'Ein solches Feld gibt es nicht.', en: 'There is no such field.' },
}

function makeQuote(
  document: Document,
  section: SectionName | null,
  request: AnchorRequest & { quote: string },
): { anchor: Anchor } | Problem {
  const { quote, field, prefix = '', suffix = '' } = request
  const fields = fieldsOfText(document).filter(
    (candidate) =>
      (section === null || isSameSection(candidate.section, section)) &&
      (field === undefined || candidate.field === field),
  )
  if (fields.length === 0) return unknownField
  const best = bestHit(fields, { quote, prefix, suffix })
  if (!best) {
    return {
      path: 'on.quote',
      problem: {
        de: 'Diese Wörter stehen nicht im Text.',
        en: 'These words do not stand in the text.',
      },
    }
  }
  const { text } = best.field
  return {
    anchor: {
      on: 'quote',
      field: best.field.field,
      section: best.field.section,
      quote: text.slice(best.start, best.end),
      prefix: text.slice(Math.max(0, best.start - context), best.start),
      suffix: text.slice(best.end, best.end + context),
    },
  }
}

function locateQuote(anchor: Anchor & { on: 'quote' }, document: Document): Location {
  const fields = fieldsOfText(document)
  const { section } = anchor
  const isOwnSection = section && isNamed(document, section)
  const own = fields.filter(
    (field) =>
      field.field === anchor.field &&
      (isOwnSection
        ? field.section !== null && isOwnSection({ name: field.section })
        : !field.section),
  )
  const here = bestHit(own, anchor)
  if (here) return toLocation('current', here)
  const elsewhere = bestHit(
    fields.filter((field) => !own.includes(field)),
    anchor,
  )
  const isTelling = anchor.quote.length >= tellingLength || (elsewhere?.score ?? 0) >= tellingLength
  return elsewhere && isTelling ? toLocation('moved', elsewhere) : outdated
}

interface Hit {
  field: TextField
  start: number
  end: number
  /** How many characters around it are what they were. */
  score: number
}

/** The place that has the words, and most of what stood around them. White space may differ. */
function bestHit(
  fields: readonly TextField[],
  { quote, prefix, suffix }: { quote: string; prefix: string; suffix: string },
): Hit | undefined {
  const words = quote.trim().split(/\s+/u)
  if (words[0] === '') return undefined
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
  const pattern = new RegExp(escaped.join('\\s+'), 'gu')
  let best: Hit | undefined
  for (const field of fields) {
    for (const match of field.text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      const before = field.text.slice(Math.max(0, start - context), start)
      const after = field.text.slice(end, end + context)
      const score = commonStart(reversed(before), reversed(prefix)) + commonStart(after, suffix)
      if (!best || score > best.score) best = { field, start, end, score }
    }
  }
  return best
}

function toLocation(status: 'current' | 'moved', { field, start, end }: Hit): Location {
  return { status, path: field.path, start, end }
}

/**
 * Tells the section of a name from the others: the one with its row id, else the only one of its kind
 * and heading, else the only one of its kind.
 */
function isNamed(
  document: Document,
  wanted: SectionName,
): (section: { name: SectionName }) => boolean {
  const all = sectionsOf(document).map(({ name }) => name)
  for (const isSame of [
    (name: SectionName) => wanted.row !== null && name.row === wanted.row,
    (name: SectionName) => name.kind === wanted.kind && name.heading === wanted.heading,
    (name: SectionName) => name.kind === wanted.kind,
  ]) {
    if (all.filter(isSame).length === 1) return ({ name }) => isSame(name)
  }
  return () => false
}

function isSameSection(one: SectionName | null, other: SectionName): boolean {
  return one?.row === other.row && one.kind === other.kind && one.heading === other.heading
}

function commonStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1
  return length
}

function reversed(text: string): string {
  return [...text].reverse().join('')
}
