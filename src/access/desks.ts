import { and, or, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Where } from 'payload'
import { isOneOf } from '#database/is-one-of.ts'

/** What a desk covers: all regions or those that it lists, and all professions or those that it lists. */
export interface Desk {
  allRegions: boolean
  regions: readonly string[]
  allProfessions: boolean
  professions: readonly string[]
}

/** What the desks of one person cover; null: everything, because no desk narrows it. */
export type DeskScope = readonly Desk[] | null

/** What a desk looks at of a document. */
type Column = 'region' | 'profession'

/**
 * The rule: a desk covers a document when each column has one of the desk's values, or the desk says that
 * it is for all of them. A list without values covers nothing; a document without a value is in no list.
 * What follows are three readings of it: of a document at hand, as a filter of Payload, and in SQL.
 */
function narrowedBy(desk: Desk): { column: Column; values: readonly string[] }[] {
  const { allRegions, regions, allProfessions, professions } = desk
  return [
    ...(allRegions ? [] : [{ column: 'region' as const, values: regions }]),
    ...(allProfessions ? [] : [{ column: 'profession' as const, values: professions }]),
  ]
}

/** Says whether a scope covers one document. A desk of regions does not cover nationwide texts. */
export function isCoveredByDesks(
  scope: DeskScope,
  document: Readonly<Record<Column, string | null>>,
): boolean {
  const isCovered = (desk: Desk) =>
    narrowedBy(desk).every(({ column, values }) => values.some((id) => id === document[column]))
  return scope === null || scope.some(isCovered)
}

const columnsOfEntries: Readonly<Record<string, Column>> = {
  professions: 'profession',
  regions: 'region',
}

/**
 * Says whether a scope answers for an entry of the reference data: a profession or a region by the one column
 * that can name it, what is in no column (sources, employers) with every desk that there is.
 */
export function answersForEntry(
  scope: DeskScope,
  entry: { collection: string; id: string },
): boolean {
  const of = columnsOfEntries[entry.collection]
  return (
    scope === null ||
    scope.some((desk) =>
      narrowedBy(desk)
        .filter(({ column }) => column === of)
        .every(({ values }) => values.includes(entry.id)),
    )
  )
}

/**
 * The same as a filter of Payload, for a collection that has some of the columns; true: everything,
 * false: nothing.
 */
export function deskFilter(scope: DeskScope, known: readonly Column[]): Where | boolean {
  if (scope === null) return true
  const filters = scope.flatMap((desk): Where[] => {
    const narrowed = narrowedBy(desk)
    if (narrowed.some(({ column, values }) => !known.includes(column) || values.length === 0)) {
      return []
    }
    if (narrowed.length === 0) return [{ id: { exists: true } }]
    return [{ and: narrowed.map(({ column, values }) => ({ [column]: { in: [...values] } })) }]
  })
  return filters.length > 0 ? { or: filters } : false
}

/** The same in SQL, over columns that hold the ids; undefined: nothing narrows it. */
export function deskCondition(
  scope: DeskScope,
  table: Readonly<Record<Column, SQLWrapper>>,
): SQL | undefined {
  if (scope === null) return undefined
  const conditions = scope.map(
    (desk) =>
      and(...narrowedBy(desk).map(({ column, values }) => isOneOf(table[column], values))) ??
      sql`true`,
  )
  return or(sql`false`, ...conditions)
}
