import { encodeCursor } from '#model/cursor.ts'
import { newValues, type Query, type Row } from '#read-model/query.ts'
import { countRows, placeIn } from '../http/pages.ts'

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
  column: string
  type: 'text' | 'timestamptz' | 'uuid'
  of: (item: T) => string
  isPlace: (part: string) => boolean
}

/** A list out of the rows that a filter leaves of some tables. */
export function openList<T>(
  query: Query,
  of: {
    columns: string
    tables: string
    /** The tables that the filter speaks of, where `tables` has more. */
    counted?: string
    filter: string
    values: readonly unknown[]
    order: readonly OrderColumn<T>[]
    direction: 'ASC' | 'DESC'
    toItem: (row: Row) => T
  },
): List<T> {
  const { filter, order, direction } = of
  return {
    read: async ({ size, cursor }) => {
      const params = newValues(...of.values)
      const { add } = params
      let after = ''
      if (cursor !== undefined) {
        const place = placeIn(
          cursor,
          (part, index) => typeof part === 'string' && order[index]?.isPlace(part) === true,
          order.length,
        )
        const values = order.map(({ type }, index) => `${add(place[index])}::${type}`)
        const columns = order.map(({ column }) => column)
        const sign = direction === 'ASC' ? '>' : '<'
        after = `AND (${columns.join(', ')}) ${sign} (${values.join(', ')})`
      }
      const by = order.map(({ column }) => `${column} ${direction}`).join(', ')
      const rows = await query(
        `SELECT ${of.columns} FROM ${of.tables} WHERE ${filter} ${after}
         ORDER BY ${by} LIMIT ${add(size + 1)}`,
        params.values,
      )
      return { items: rows.slice(0, size).map(of.toItem), hasMore: rows.length > size }
    },
    count: () => countRows(query, `${of.counted ?? of.tables} WHERE ${filter}`, of.values),
    cursorOf: (item) => encodeCursor(order.map((column) => column.of(item))),
  }
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
