import { isWithin, textLimits } from '#model/json-limits.ts'
import type { Document, Parts } from './kinds/field.ts'
import { isBeyondLimit } from './kinds/limit.ts'
import { recordIn, rowsIn } from './kinds/values.ts'
import { portraitFields } from './fields.ts'

/**
 * Where a stored text holds more than its fields may, as `intro` or `sections.3.body`; null where it
 * does not. Nothing of today comes to be so: such a text is older than the limits, or was written past the
 * house. Whatever takes time over the words of a text asks here first. Looks at no letter of a text.
 */
export function findOversize(document: Document): string | null {
  const field = findIn(portraitFields, document, '')
  if (field !== null) return field
  // As stored, relations may be entries, with words of their own.
  const limits = { ...textLimits, longest: 2 * textLimits.longest }
  return isWithin(document, limits) ? null : 'sections'
}

function findIn(parts: Parts, values: Document, prefix: string): string | null {
  for (const [name, { kind }] of Object.entries(parts)) {
    const value = values[name]
    const path = `${prefix}${name}`
    if (isBeyondLimit(kind, value)) return path
    const { comparison } = kind
    if (comparison.as === 'group') {
      const found = findIn(comparison.parts, recordIn(value), `${path}.`)
      if (found !== null) return found
    }
    if (comparison.as !== 'rows') continue
    for (const [index, row] of rowsIn(value).entries()) {
      const found = findIn(comparison.parts, row, `${path}.${String(index)}.`)
      if (found !== null) return found
    }
  }
  return null
}
