import { nameOfRow } from './kinds/composite.ts'
import type { Document, Room, TextPlace } from './kinds/field.ts'
import { fieldEntries } from './registry.ts'
import { rowsIn, nonEmptyText } from './kinds/values.ts'

/** A section as a comment refers to it: what it is about, apart from its row and position. */
export interface SectionName {
  kind: string | null
  heading: string | null
}

/** A section of a document, with the path under which its fields stand. */
export interface NamedSection extends SectionName {
  /** Id of its row; null where rows were sent without. */
  id: string | null
  path: string
}

/** A text that a comment may quote. */
export interface TextField extends TextPlace {
  section?: NamedSection
}

/** The sections of a document in their order; a row without an id is named by its index. */
export function sectionsOf(document: Document): NamedSection[] {
  return fieldEntries().flatMap(([name, { kind }]) => {
    const { comparison } = kind
    if (comparison.as !== 'rows' || !comparison.isSections) return []
    return rowsIn(document[name]).map((row, index) => ({
      id: nonEmptyText(row.id) ?? null,
      path: `${name}.${nameOfRow(row, index)}`,
      kind: nonEmptyText(row.kind) ?? null,
      heading: nonEmptyText(row.heading) ?? null,
    }))
  })
}

/** Every text of a document that a comment may quote, in reading order, rich text as plain text. */
export function textFieldsOf(document: Document): TextField[] {
  const sections = sectionsOf(document)
  return fieldEntries()
    .filter(([, { isQuotable }]) => isQuotable)
    .flatMap(([name, { kind }]) =>
      kind.textsIn(document[name]).map(({ path: below, ...place }): TextField => {
        const path = below === '' ? name : `${name}.${below}`
        const section = sections.find((named) => path.startsWith(`${named.path}.`))
        return section ? { ...place, path, section } : { ...place, path }
      }),
    )
}

/** The texts among these that somebody reads who sees only what a room shows. */
export function textsShownIn(room: Room, document: Document): string[] {
  return fieldEntries()
    .filter(([, field]) => field.isQuotable && field[room] !== null)
    .flatMap(([name, { kind }]) => kind.textsIn(document[name]))
    .flatMap(({ text, isDelivered }) => (isDelivered && text !== '' ? [text] : []))
}

/** The fields whose words a comment may quote, by their names. */
export const quotableFields: readonly string[] = fieldEntries()
  .filter(([, { isQuotable }]) => isQuotable)
  .map(([name]) => name)
