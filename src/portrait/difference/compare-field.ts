import { relationIds } from '#model/documents.ts'
import { isSame } from '../canonical.ts'
import type { Comparison, Parts } from '../kinds/field.ts'
import { isBeyondLimit } from '../kinds/limit.ts'
import { recordIn, rowsIn } from '../kinds/values.ts'
import { gravestOf, type Change, type Finding } from './change.ts'
import { compareRichText, compareText } from './compare-text.ts'
import { matchRows, type Match } from './match-rows.ts'
import { kindOf, placeOfItem, placeOfPart, whereabouts, type Place } from './place.ts'
import { showRow, showValue } from './plain-value.ts'
import { passesOf } from './row-passes.ts'

interface Values {
  before: unknown
  after: unknown
}

type ComparisonAs<Name extends Comparison['as']> = Extract<Comparison, { as: Name }>
type Row = Readonly<Record<string, unknown>>

/** The changes at one place: none where the canonical forms are the same, else some. */
export function compareField(place: Place, values: Values): Finding[] {
  const { kind } = place.part
  if (isSame(kind, values.before, values.after)) return []
  if (isBeyondLimit(kind, values.before) || isBeyondLimit(kind, values.after)) {
    return [compareOversize(place, values)]
  }
  const { comparison } = kind
  switch (comparison.as) {
    case 'prose':
    case 'wording':
      return [compareText(place, comparison.as, values)]
    case 'richText':
      return compareRichText(place, values)
    case 'value':
    case 'relation':
      return [compareValue(place, values)]
    case 'group':
      return compareParts(place, comparison.parts, values)
    case 'relations':
      return compareRelations(place, comparison, values)
    case 'rows':
      return compareRows(place, comparison, values)
  }
}

/** How much of a text is told that is longer than any may be; in characters. */
const glimpse = 1000

/** Of what is larger than any input, from before there were limits, the words are not compared. */
function compareOversize(place: Place, { before, after }: Values): Finding {
  const { kind, risk } = place.part
  const show = (value: unknown) => {
    const text = kind.canonical(value) === undefined ? '' : kind.inWords(value, 'de')
    return text === '' ? null : `${text.slice(0, glimpse)} …`
  }
  return settled({
    ...whereabouts(place),
    kind: kindOf(place, before, after),
    risk,
    before: show(before),
    after: show(after),
  })
}

function compareValue(place: Place, { before, after }: Values): Finding {
  const { kind, risk } = place.part
  return settled({
    ...whereabouts(place),
    kind: kindOf(place, before, after),
    risk,
    before: showValue(kind, before),
    after: showValue(kind, after),
  })
}

function compareParts(place: Place, parts: Parts, values: Values): Finding[] {
  const before = recordIn(values.before)
  const after = recordIn(values.after)
  return Object.entries(parts)
    .filter(([, { inDigest }]) => inDigest)
    .flatMap(([name, part]) =>
      compareField(placeOfPart(place, name, part), { before: before[name], after: after[name] }),
    )
}

function compareRelations(
  place: Place,
  { isOrdered }: ComparisonAs<'relations'>,
  values: Values,
): Finding[] {
  const matches = matchRows({
    before: relationIds(values.before),
    after: relationIds(values.after),
    passes: [{ key: (id) => id }],
  })
  const { risk } = place.part
  return matches.flatMap((match): Finding[] => {
    const item = { ...whereabouts(placeOfItem(place, positionOf(match))), risk }
    switch (match.fate) {
      case 'added':
        return [settled({ ...item, kind: 'added', before: null, after: match.after.row })]
      case 'removed':
        return [settled({ ...item, kind: 'removed', before: match.before.row, after: null })]
      case 'kept':
        return isOrdered ? movesOf(item, match) : []
    }
  })
}

function compareRows(place: Place, comparison: ComparisonAs<'rows'>, values: Values): Finding[] {
  const { parts, isSections } = comparison
  const matches = matchRows({
    before: rowsIn(values.before),
    after: rowsIn(values.after),
    passes: passesOf(comparison),
  })
  return matches.flatMap((match): Finding[] => {
    const item = placeOfItem(place, positionOf(match))
    const row = isSections ? { ...item, section: sectionOf(match) } : item
    if (match.fate !== 'kept') return [addedOrRemoved(row, parts, match)]
    return [
      ...movesOf({ ...whereabouts(row), risk: place.part.risk }, match),
      ...compareParts(row, parts, { before: match.before.row, after: match.after.row }),
    ]
  })
}

/** A row that came or went is one change, as grave as the gravest of its parts. */
function addedOrRemoved(
  row: Place,
  parts: Parts,
  match: Exclude<Match<Row>, { fate: 'kept' }>,
): Finding {
  const before = match.fate === 'removed' ? match.before.row : null
  const after = match.fate === 'added' ? match.after.row : null
  const changes = compareParts(row, parts, { before, after })
  return settled({
    ...whereabouts(row),
    kind: match.fate,
    risk: gravestOf(changes.map(({ change }) => change.risk)) ?? row.part.risk,
    before: before && showRow(parts, before),
    after: after && showRow(parts, after),
  })
}

function movesOf(
  item: Pick<Change, 'path' | 'field' | 'section' | 'risk'>,
  match: Extract<Match<unknown>, { fate: 'kept' }>,
): Finding[] {
  if (!match.isMoved) return []
  return [settled({ ...item, kind: 'moved', before: match.before.index, after: match.after.index })]
}

function sectionOf(match: Match<Row>): NonNullable<Change['section']> {
  const { kind, heading } = match.fate === 'removed' ? match.before.row : match.after.row
  return { kind: nameOf(kind), heading: nameOf(heading) }
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
