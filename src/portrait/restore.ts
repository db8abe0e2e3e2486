import type { Document, Kind } from './kinds/field.ts'
import { fieldEntries } from './registry.ts'
import { recordIn, rowsIn } from './kinds/values.ts'

/**
 * A text that is kept, as Payload takes it to write it back: whole, so that nothing of the text that is
 * there now shines through where the old one had nothing, or is older than a field.
 */
export function writableText(content: Document): Record<string, unknown> {
  return Object.fromEntries(
    fieldEntries()
      .filter(([, { inDigest }]) => inDigest)
      .map(([name, { kind }]) => [name, wholeValue(kind, content[name])]),
  )
}

function wholeValue({ comparison }: Kind, value: unknown): unknown {
  switch (comparison.as) {
    case 'rows':
      return rowsIn(value).map((row) => ({ ...row, ...wholeParts(comparison.parts, row) }))
    case 'group':
      return wholeParts(comparison.parts, recordIn(value))
    case 'relations':
      return value ?? []
    case 'prose':
    case 'wording':
    case 'richText':
    case 'value':
    case 'relation':
      return value ?? null
  }
}

function wholeParts(
  parts: Readonly<Record<string, { kind: Kind }>>,
  own: Document,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, { kind }]) => [name, wholeValue(kind, own[name])]),
  )
}
