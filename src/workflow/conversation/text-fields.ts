import { isRecord } from '#model/documents.ts'
import { plainTextOf } from '#model/plain-text.ts'

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
  texts: readonly TextField[]
}

/** A field with text that a comment may quote. */
export interface TextField {
  path: string
  text: string
  section?: NamedSection
}

type Document = Readonly<Record<string, unknown>>

/** The sections of a document in their order; a row without an id is named by its index. */
export function sectionsOf(document: Document): NamedSection[] {
  const rows = Array.isArray(document.sections) ? document.sections.filter(isRecord) : []
  return rows.map((row, index) => {
    const id = filled(row.id)
    const path = `sections.${id ?? String(index)}`
    return {
      id,
      path,
      kind: filled(row.kind),
      heading: filled(row.heading),
      texts: [
        { path: `${path}.heading`, text: filled(row.heading) ?? '' },
        { path: `${path}.body`, text: plainTextOf(row.body) },
      ],
    }
  })
}

/** Every text of a document that a comment may quote, in reading order, rich text as plain text. */
export function textFieldsOf(document: Document): TextField[] {
  return [
    ...['kicker', 'headline', 'intro'].map((path) => ({
      path,
      text: filled(document[path]) ?? '',
    })),
    ...sectionsOf(document).flatMap((section) =>
      section.texts.map((field) => ({ ...field, section })),
    ),
  ]
}

function filled(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
