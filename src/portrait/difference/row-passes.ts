import { spell } from '../canonical.ts'
import type { Comparison } from '../kinds/field.ts'
import { canonicalParts } from '../kinds/parts.ts'
import type { PlainValue } from './change.ts'
import type { Pass } from './match-rows.ts'
import { showValue } from './plain-value.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * How the rows of a list are found again: by their whole content (which leaves nothing to tell), by
 * their id, then as the registry says.
 */
export function passesOf(list: Extract<Comparison, { as: 'rows' }>): Pass<Row>[] {
  const { parts, matchedBy } = list
  const show = (row: Row, names: readonly string[]) =>
    names.map((name) => {
      const part = parts[name]
      return part ? showValue(part.kind, row[name]) : null
    })
  return [
    { key: (row) => spell(canonicalParts(parts, row)) },
    { key: ({ id }) => (typeof id === 'string' && id !== '' ? id : null) },
    ...matchedBy.map((match): Pass<Row> =>
      'parts' in match
        ? { key: (row) => JSON.stringify(show(row, match.parts)) }
        : { text: (row) => wordsOf(show(row, match.resemblance)) },
    ),
  ]
}

/** The texts among some values, one a line. */
function wordsOf(values: readonly PlainValue[]): string {
  return values.map((value) => (typeof value === 'string' ? value : '')).join('\n')
}
