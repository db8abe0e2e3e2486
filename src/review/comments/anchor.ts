import type { BilingualText } from '#model/text.ts'
import { fieldsInDigest } from '#portrait/registry.ts'
import { contextOf, findHits, type Hit, type Passage } from '#portrait/passages.ts'
import {
  quotableFields,
  sectionsOf,
  textFieldsOf,
  type NamedSection,
  type SectionName,
  type TextField,
} from '#portrait/quoting.ts'

/**
 * Where a comment stands: on the whole document, on a field, on a section, or on words of one field,
 * told with the words around them so that they are found again in a later version (after the text quote
 * selector of the W3C Web Annotation Data Model).
 */
export type Anchor =
  | { on: 'document' }
  | { on: 'field'; path: string }
  | ({ on: 'section'; section: string | null; path: string } & SectionName)
  | ({
      on: 'quote'
      /** As `intro`, or `sections.<id of the row, else its index>.body`. */
      path: string
      section?: SectionName
    } & Passage)

/** What a comment is asked to stand on. Without a section or path, a quote is sought everywhere. */
export interface AnchorRequest {
  /** Id of a row of the sections, or its index. */
  section?: string | number | undefined
  /** The field that is quoted, as in an anchor. */
  path?: string | undefined
  quote?: string | undefined
  /** Where in the plain text of its field the quote begins: tells equal quotes apart. */
  position?: number | undefined
  prefix?: string | undefined
  suffix?: string | undefined
}

/** Where an anchor stands in a version: offsets into the plain text of the field at `path`. */
export type Location =
  | { status: 'current' | 'moved'; path: string | null; start: number | null; end: number | null }
  | { status: 'outdated'; path: null; start: null; end: null }

type Document = Readonly<Record<string, unknown>>
type Refusal = { problem: { path: string; reason: BilingualText } }

/**
 * Makes the anchor of a comment on a version of a document. Equal quotes are told apart by the
 * words around them, then by the position, else the first is meant. Gives the field of the request
 * and the reason when there is nothing to stand on.
 */
export function makeAnchor(
  document: Document,
  request: AnchorRequest,
): { anchor: Anchor } | Refusal {
  const { quote, path } = request
  const section = request.section === undefined ? null : findNamed(document, request.section)
  if (section === undefined) return refuse('section', noSection(request.section))
  if (quote !== undefined) {
    const texts = textFieldsOf(document).filter((field) => isAskedFor(field, section, path))
    return texts.length > 0
      ? anchorQuote(texts, { ...request, quote })
      : refuse('path', noField(path))
  }
  if (path !== undefined) {
    if (section === null && fieldsInDigest.includes(path)) return { anchor: { on: 'field', path } }
    return refuse(section ? 'quote' : 'path', section ? noQuote(path) : noSuchField(path))
  }
  return { anchor: section ? anchorOf(section) : { on: 'document' } }
}

/**
 * Finds an anchor again in a version of its document. `current`: where it was made. `moved`: its
 * words stand in another field now, or of its section only the kind is left. `outdated`: gone.
 */
export function locate(anchor: Anchor, document: Document): Location {
  switch (anchor.on) {
    case 'document':
      return { status: 'current', path: null, start: null, end: null }
    case 'field':
      return { status: 'current', path: anchor.path, start: null, end: null }
    case 'section':
      return locateSection(anchor, sectionsOf(document))
    case 'quote':
      return locateQuote(anchor, textFieldsOf(document))
  }
}

function findNamed(document: Document, name: string | number): NamedSection | undefined {
  return sectionsOf(document).find(({ id }, index) => name === id || name === index)
}

function isAskedFor(
  field: TextField,
  section: NamedSection | null,
  path: string | undefined,
): boolean {
  const isInSection = section === null || field.section?.path === section.path
  return isInSection && (path === undefined || path === field.path)
}

function anchorOf({ id, path, kind, heading }: NamedSection): Anchor {
  return { on: 'section', section: id, path, kind, heading }
}

function anchorQuote(
  fields: readonly TextField[],
  request: AnchorRequest & { quote: string },
): { anchor: Anchor } | Refusal {
  const { quote, prefix = '', suffix = '', position } = request
  const best = bestPlace(fields, { quote, prefix, suffix }, position)
  if (!best) return refuse('quote', notInText(quote, fields))
  const { path, section } = best.field
  const context = contextOf(best.field.text, best.hit)
  if (!section) return { anchor: { on: 'quote', path, ...context } }
  const { kind, heading } = section
  return { anchor: { on: 'quote', path, section: { kind, heading }, ...context } }
}

interface Place {
  field: TextField
  hit: Hit
}

/** The place around which most characters agree; of several the nearest to a position, the first. */
function bestPlace(
  fields: readonly TextField[],
  passage: Passage,
  position?: number,
): Place | undefined {
  const places = fields.flatMap((field) =>
    findHits(field.text, passage).map((hit): Place => ({ field, hit })),
  )
  const distanceOf = ({ hit }: Place): number => Math.abs(hit.start - (position ?? hit.start))
  return places.sort(
    (left, right) =>
      right.hit.agreement - left.hit.agreement || distanceOf(left) - distanceOf(right),
  )[0]
}

type AnchorOn<Name extends Anchor['on']> = Extract<Anchor, { on: Name }>
const outdated = { status: 'outdated', path: null, start: null, end: null } as const

/** By the id of the row; under new ids by kind and heading, else by the kind, if one has it. */
function locateSection(anchor: AnchorOn<'section'>, sections: readonly NamedSection[]): Location {
  const ofKind = sections.filter(({ kind }) => kind === anchor.kind)
  const same =
    sections.find(({ id }) => id !== null && id === anchor.section) ??
    only(ofKind.filter(({ heading }) => heading === anchor.heading))
  if (same) return { status: 'current', path: same.path, start: null, end: null }
  const alike = only(ofKind)
  return alike ? { status: 'moved', path: alike.path, start: null, end: null } : outdated
}

function locateQuote(anchor: AnchorOn<'quote'>, fields: readonly TextField[]): Location {
  const home = homeOf(anchor, fields)
  const atHome = bestPlace(home, anchor)
  if (atHome) return locationOf('current', atHome)
  const elsewhere = bestPlace(fields, anchor)
  return elsewhere ? locationOf('moved', elsewhere) : outdated
}

/**
 * The field that an anchor was made on: by its path, which an index makes sure of only together
 * with the name of the section; else the same part of the only section with that name.
 */
function homeOf(anchor: AnchorOn<'quote'>, fields: readonly TextField[]): TextField[] {
  const part = anchor.path.slice(anchor.path.lastIndexOf('.'))
  const isNamesake = ({ section }: TextField): boolean =>
    section?.kind === anchor.section?.kind && section?.heading === anchor.section?.heading
  const sure = fields.filter(
    (field) =>
      field.path === anchor.path && (typeof field.section?.id === 'string' || isNamesake(field)),
  )
  if (sure.length > 0 || !anchor.section) return sure
  const namesake = only(fields.filter((field) => field.path.endsWith(part) && isNamesake(field)))
  return namesake ? [namesake] : []
}

function locationOf(status: 'current' | 'moved', { field, hit }: Place): Location {
  return { status, path: field.path, start: hit.start, end: hit.end }
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined
}

function refuse(path: string, reason: BilingualText): Refusal {
  return { problem: { path, reason } }
}

function noSection(name: string | number | undefined): BilingualText {
  return {
    de: `Einen Abschnitt "${String(name)}" hat dieser Text nicht.`,
    en: `This text has no section "${String(name)}".`,
  }
}

function noField(path: string | undefined): BilingualText {
  const names = quotableFields.join(', ')
  return {
    de: `"${String(path)}" ist hier kein Feld mit Text. Möglich sind ${names}; in Zeilen mit deren ID und dem Teil, wie sections.<id>.body.`,
    en: `"${String(path)}" is no field with text here. There are ${names}; in rows with their id and the part, as sections.<id>.body.`,
  }
}

function noSuchField(path: string): BilingualText {
  return { de: `Ein Feld "${path}" gibt es nicht.`, en: `There is no field "${path}".` }
}

function noQuote(path: string): BilingualText {
  return {
    de: `Zu "${path}" fehlt das Zitat, auf das sich der Kommentar bezieht.`,
    en: `"${path}" lacks the quote that the comment is about.`,
  }
}

function notInText(quote: string, fields: readonly TextField[]): BilingualText {
  const shown = quote.length > 80 ? `${quote.slice(0, 80)}…` : quote
  const places = fields.map(({ path }) => path).join(', ')
  return {
    de: `"${shown}" steht nicht im Text (gesucht in: ${places}).`,
    en: `"${shown}" does not stand in the text (searched: ${places}).`,
  }
}
