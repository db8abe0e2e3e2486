import { isRecord, relationId } from '#model/documents.ts'
import { gravestOf, type Change, type Finding } from './change.ts'
import { compareRichText, compareText } from './compare-text.ts'
import { shapeOfPart, type FieldShape } from './fields.ts'
import { matchRows, type Match } from './match-rows.ts'
import { passesOf } from './row-passes.ts'
import { isSame, kindOf, placeOfItem, placeOfPart, whereabouts, type Place } from './place.ts'
import { showRow, showValue } from './plain-value.ts'

interface Values {
  before: unknown
  after: unknown
}

type ShapeOf<Name extends FieldShape['shape']> = Extract<FieldShape, { shape: Name }>
type Row = Readonly<Record<string, unknown>>

/** The changes of one field, or of one part of it: none where the digest sees none, else some. */
export function compareField(place: Place, shape: FieldShape, values: Values): Finding[] {
  if (isSame(place, values.before, values.after)) return []
  switch (shape.shape) {
    case 'prose':
    case 'wording':
      return [compareText(place, shape.shape, values)]
    case 'richText':
      return compareRichText(place, values)
    case 'value':
    case 'relation':
      return [compareValue(place, shape, values)]
    case 'group':
      return compareParts(place, shape, values)
    case 'relations':
      return compareRelations(place, shape, values)
    case 'rows':
      return compareRows(place, shape, values)
  }
}

function compareValue(place: Place, shape: FieldShape, { before, after }: Values): Finding {
  return settled({
    ...whereabouts(place),
    kind: kindOf(place, before, after),
    risk: shape.risk,
    before: showValue(place, shape, before),
    after: showValue(place, shape, after),
  })
}

function compareParts(place: Place, shape: ShapeOf<'group' | 'rows'>, values: Values): Finding[] {
  const before = recordOf(values.before)
  const after = recordOf(values.after)
  const names = new Set([...Object.keys(after), ...Object.keys(before)])
  return [...names].flatMap((name) =>
    compareField(placeOfPart(place, name), shapeOfPart(shape, name), {
      before: before[name],
      after: after[name],
    }),
  )
}

function compareRelations(place: Place, shape: ShapeOf<'relations'>, values: Values): Finding[] {
  const matches = matchRows({
    before: relationsIn(values.before),
    after: relationsIn(values.after),
    passes: [{ key: (id) => id }],
  })
  const { risk } = shape
  return matches.flatMap((match): Finding[] => {
    const item = { ...whereabouts(placeOfItem(place, positionOf(match))), risk }
    switch (match.fate) {
      case 'added':
        return [settled({ ...item, kind: 'added', before: null, after: match.after.row })]
      case 'removed':
        return [settled({ ...item, kind: 'removed', before: match.before.row, after: null })]
      case 'kept':
        return shape.isOrdered ? movesOf(item, match) : []
    }
  })
}

function compareRows(place: Place, shape: ShapeOf<'rows'>, values: Values): Finding[] {
  const matches = matchRows({
    before: rowsIn(values.before),
    after: rowsIn(values.after),
    passes: passesOf(place, shape),
  })
  return matches.flatMap((match): Finding[] => {
    const row = placeOfRow(place, match)
    if (match.fate !== 'kept') return [addedOrRemoved(row, shape, match)]
    return [
      ...movesOf({ ...whereabouts(row), risk: shape.risk }, match),
      ...compareParts(row, shape, { before: match.before.row, after: match.after.row }),
    ]
  })
}

/** A row that came or went is one change, as grave as the gravest of its parts. */
function addedOrRemoved(
  row: Place,
  shape: ShapeOf<'rows'>,
  match: Exclude<Match<Row>, { fate: 'kept' }>,
): Finding {
  const before = match.fate === 'removed' ? match.before.row : null
  const after = match.fate === 'added' ? match.after.row : null
  const parts = compareParts(row, shape, { before, after })
  return settled({
    ...whereabouts(row),
    kind: match.fate,
    risk: gravestOf(parts.map(({ change }) => change.risk)) ?? shape.risk,
    before: before && showRow(row, shape, before),
    after: after && showRow(row, shape, after),
  })
}

function movesOf(
  item: Pick<Change, 'path' | 'field' | 'section' | 'risk'>,
  match: Extract<Match<unknown>, { fate: 'kept' }>,
): Finding[] {
  if (!match.isMoved) return []
  return [settled({ ...item, kind: 'moved', before: match.before.index, after: match.after.index })]
}

function placeOfRow(list: Place, match: Match<Row>): Place {
  const place = placeOfItem(list, positionOf(match))
  if (list.field !== 'sections') return place
  const { kind, heading } = match.fate === 'removed' ? match.before.row : match.after.row
  return { ...place, section: { kind: nameOf(kind), heading: nameOf(heading) } }
}

function positionOf(match: Match<unknown>): number {
  return match.fate === 'removed' ? match.before.index : match.after.index
}

function settled(change: Change): Finding {
  return { change, typos: 0 }
}

function nameOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function recordOf(value: unknown): Row {
  return isRecord(value) ? value : {}
}

function rowsIn(value: unknown): Row[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

function relationsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((item: unknown) => relationId(item) ?? []) : []
}
