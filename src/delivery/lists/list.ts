import { asc, desc, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { encodeCursor } from '#model/cursor.ts'
import { placeIn } from '../http/pages.ts'

/** A list that is read page by page, in an order of its own. */
export interface List<T> {
  /** So many entries after a cursor, or from the beginning. @throws Problem 400 for a foreign cursor */
  read: (page: PageAsked) => Promise<{ items: T[]; hasMore: boolean }>
  count: () => Promise<number>
  /** The place after an entry. */
  cursorOf: (item: T) => string
}

export interface PageAsked {
  size: number
  cursor?: string | undefined
}

/** A column of the order: where an entry stands in it, and what a cursor may say of it. */
export interface OrderColumn<T> {
  column: PgColumn
  type: 'text' | 'timestamptz' | 'uuid'
  of: (item: T) => string
  isPlace: (part: string) => boolean
}

/** The order of a list, all of it in one direction. */
export interface Order<T> {
  columns: readonly OrderColumn<T>[]
  direction: 'ASC' | 'DESC'
}

/** What a page of a list adds to its statement: after a place, in an order, at most so many. */
export function pageOf<T>({ columns, direction }: Order<T>, isAfter: boolean) {
  const names = columns.map(({ column }) => sql`${column}`)
  const place = columns.map(
    ({ type }, index) => sql`${sql.placeholder(placeName(index))}::${sql.raw(type)}`,
  )
  const sign = sql.raw(direction === 'ASC' ? '>' : '<')
  const after = sql`(${sql.join(names, sql`, `)}) ${sign} (${sql.join(place, sql`, `)})`
  return {
    after: isAfter ? after : undefined,
    order: columns.map(({ column }) => (direction === 'ASC' ? asc(column) : desc(column))),
    size: sql.placeholder('pageSize'),
  }
}

/** A list out of the statements that read a page of it and count it. */
export function openList<T>(of: {
  order: Order<T>
  /** Runs the statement, with values for the placeholders of `pageOf`. */
  read: (isAfter: boolean, page: Record<string, unknown>) => Promise<T[]>
  count: () => Promise<readonly { total: number }[]>
}): List<T> {
  const { columns } = of.order
  return {
    read: async ({ size, cursor }) => {
      const place =
        cursor === undefined
          ? []
          : placeIn(
              cursor,
              (part, index) => typeof part === 'string' && columns[index]?.isPlace(part) === true,
              columns.length,
            )
      const items = await of.read(cursor !== undefined, {
        ...Object.fromEntries(place.map((part, index) => [placeName(index), part])),
        pageSize: size + 1,
      })
      return { items: items.slice(0, size), hasMore: items.length > size }
    },
    count: async () => (await of.count())[0]?.total ?? 0,
    cursorOf: (item) => encodeCursor(columns.map((column) => column.of(item))),
  }
}

function placeName(index: number): string {
  return `place${String(index)}`
}

/** Conditions that hold where a filter of their name is set; each takes its value from a placeholder. */
export type FilterConditions<Name extends string> = Readonly<Record<Name, SQL>>

/** The values of filters that are set, by their names. */
export type FilterValues<Name extends string> = Partial<Record<Name, string | readonly string[]>>

/** The names of the filters that are set: what of them decides about the text of a statement. */
export function filtersIn(values: FilterValues<string>): string[] {
  return Object.keys(values).filter((name) => values[name] !== undefined)
}

export function conditionsFor(
  conditions: FilterConditions<string>,
  filters: readonly string[],
): SQL[] {
  return Object.entries(conditions).flatMap(([name, condition]) =>
    filters.includes(name) ? condition : [],
  )
}

/** A list without entries: where a filter names what is not there, or not for this audience. */
export function emptyList<T>(): List<T> {
  return {
    read: () => Promise.resolve({ items: [], hasMore: false }),
    count: () => Promise.resolve(0),
    cursorOf: () => '',
  }
}

/** One page as REST gives it, with `total` where that was asked for. */
export async function readPage<T>(
  list: List<T>,
  asked: PageAsked & { count?: boolean | undefined },
): Promise<{ items: T[]; nextCursor: string | null; total?: number }> {
  const total = asked.count === true ? await list.count() : undefined
  const { items, hasMore } = await list.read(asked)
  const last = items.at(-1)
  return {
    items,
    nextCursor: hasMore && last !== undefined ? list.cursorOf(last) : null,
    ...(total === undefined ? {} : { total }),
  }
}
