import { sectionKindLabels, sectionKinds } from '#model/section-kinds.ts'
import type { BilingualText } from '#model/text.ts'
import type { Comparison, Document } from './kinds/field.ts'
import { nameOfRow } from './kinds/composite.ts'
import { fieldNamed, partsAt } from './registry.ts'
import { rowsIn } from './kinds/values.ts'

/**
 * What people call a field or part by its path without positions: `seo.title` is "Suchmaschinen ·
 * Seitentitel". A name that the registry does not know stands for itself.
 */
export function labelOf(field: string): BilingualText {
  const labels = partsAt(field).map(({ label }) => label)
  return labels.length > 0 ? joined(labels) : { de: field, en: field }
}

/**
 * What people call a place in a document, its rows by id or position: `sections.2.body` is "Abschnitt 3 ·
 * Verdienst", `faq.0.answer` is "Frage 1". With `part`, the name of the part stands behind it.
 */
export function nameOfPlace(
  path: string,
  document: Document,
  options: { withPart?: boolean } = {},
): BilingualText {
  const [name = '', row, ...below] = path.split('.')
  const field = fieldNamed(name)
  if (!field) return { de: name, en: name }
  const { comparison } = field.kind
  if (row === undefined || comparison.as !== 'rows') {
    return options.withPart === true ? labelOf(path) : field.label
  }
  const number = numberOf(rowsIn(document[name]), row)
  if (number === null) return field.label
  const part = options.withPart === true ? comparison.parts[below[0] ?? ''] : undefined
  return joined([
    { de: `${comparison.row.de} ${number}`, en: `${comparison.row.en} ${number}` },
    ...kindOf(comparison, rowsIn(document[name])[Number(number) - 1]),
    ...(part ? [part.label] : []),
  ])
}

/** The number of a row as people count, from 1. */
function numberOf(rows: readonly Document[], row: string): string | null {
  const byId = rows.findIndex((own, index) => nameOfRow(own, index) === row)
  if (byId !== -1) return String(byId + 1)
  return /^\d+$/.test(row) ? String(Number(row) + 1) : null
}

/** What a section is about. */
function kindOf(
  { isSections }: Extract<Comparison, { as: 'rows' }>,
  row: Document | undefined,
): BilingualText[] {
  const kind = isSections ? sectionKinds.find((known) => known === row?.kind) : undefined
  return kind === undefined ? [] : [sectionKindLabels[kind]]
}

function joined(labels: readonly BilingualText[]): BilingualText {
  return {
    de: labels.map(({ de }) => de).join(' · '),
    en: labels.map(({ en }) => en).join(' · '),
  }
}
