import { digestOf } from '../digest.ts'
import { shapeOfPart, type FieldShape } from './fields.ts'
import type { Pass } from './match-rows.ts'
import { placeOfItem, placeOfPart, type Place } from './place.ts'
import { showValue } from './plain-value.ts'

type Row = Readonly<Record<string, unknown>>
type RowsShape = Extract<FieldShape, { shape: 'rows' }>

/**
 * How the rows of a list are found again: by their whole content (which leaves nothing to tell), by
 * their id, then as the table of fields says.
 */
export function passesOf(list: Place, shape: RowsShape): Pass<Row>[] {
  const row = placeOfItem(list, 0)
  return [
    { key: (value) => digestOf(row.documentOf(value)) },
    { key: ({ id }) => (typeof id === 'string' && id !== '' ? id : null) },
    ...shape.matchedBy.map((match): Pass<Row> =>
      'parts' in match
        ? { key: (value) => JSON.stringify(showParts(row, shape, value, match.parts)) }
        : { text: (value) => showParts(row, shape, value, match.resemblance).join('\n') },
    ),
  ]
}

function showParts(row: Place, shape: RowsShape, value: Row, names: readonly string[]): unknown[] {
  return names.map((name) =>
    showValue(placeOfPart(row, name), shapeOfPart(shape, name), value[name]),
  )
}
