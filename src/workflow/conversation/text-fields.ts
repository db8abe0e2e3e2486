import { isRecord } from '#model/documents.ts'
import { plainTextOf } from '#quality/rich-text.ts'

/** What a section is known by: the id of its row, where it has one, its kind and its heading. */
export interface SectionName {
  row: string | null
  kind: string
  heading: string
}

/** A field of running text, as plain text. */
export interface TextField {
  path: string
  field: string
  section: SectionName | null
  text: string
}

type Document = Readonly<Record<string, unknown>>

/** The sections of a document, with their paths. */
export function sectionsOf(
  document: Document,
): { path: string; name: SectionName; row: Record<string, unknown> }[] {
  const rows = Array.isArray(document.sections) ? document.sections.filter(isRecord) : []
  return rows.map((row, index) => ({
    path: `sections.${String(index)}`,
    name: {
      row: typeof row.id === 'string' ? row.id : null,
      kind: textOf(row.kind),
      heading: textOf(row.heading),
    },
    row,
  }))
}

/** The section with this row id, or at this place; undefined where there is none. */
export function findSection(document: Document, wanted: string | number) {
  const sections = sectionsOf(document)
  return typeof wanted === 'number'
    ? sections[wanted]
    : sections.find(({ name }) => name.row === wanted)
}

/** Every field of running text that a comment can quote. */
export function fieldsOfText(document: Document): TextField[] {
  const seo = isRecord(document.seo) ? document.seo : {}
  const top = (field: string, value: unknown): TextField => ({
    path: field,
    field,
    section: null,
    text: textOf(value),
  })
  return [
    top('kicker', document.kicker),
    top('headline', document.headline),
    top('intro', document.intro),
    ...sectionsOf(document).flatMap(({ path, name, row }): TextField[] => [
      { path: `${path}.heading`, field: 'heading', section: name, text: textOf(row.heading) },
      { path: `${path}.body`, field: 'body', section: name, text: plainTextOf(row.body) },
    ]),
    top('seo.title', seo.title),
    top('seo.description', seo.description),
  ].filter(({ text }) => text !== '')
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
