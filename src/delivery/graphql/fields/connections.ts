import {
  GraphQLBoolean,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql'
import type { List } from '../../lists/list.ts'
import { listOf } from './field.ts'
import type { Reading } from '../reading.ts'

// Cursor connections as Relay describes them, with `nodes` beside `edges`. A page is read when
// something of it is asked for, and the whole is counted when `totalCount` is.

/** A page of a list that somebody asked for. */
export interface Connection<T> {
  list: List<T>
  after: string | undefined
  page: () => Promise<{ items: T[]; hasMore: boolean }>
}

/** Opens a page of a list; `onRead` is told what it holds. */
export function openConnection<T>(
  list: List<T>,
  { first, after }: { first: number; after: string | undefined },
  onRead?: (items: readonly T[]) => void,
): Connection<T> {
  let reading: ReturnType<List<T>['read']> | undefined
  const read = async () => {
    const page = await list.read({ size: first, cursor: after })
    onRead?.(page.items)
    return page
  }
  return { list, after, page: () => (reading ??= read()) }
}

/**
 * The type of a connection. `toNode` makes an entry of the list what a node is; an entry that is not
 * there any more when it is asked for is null, and no node.
 */
export function connectionType<T>(
  node: GraphQLObjectType,
  toNode: (item: T, reading: Reading) => unknown,
): GraphQLObjectType<Connection<T>, Reading> {
  const edge = new GraphQLObjectType<{ item: T; cursor: string }, Reading>({
    name: `${node.name}Edge`,
    fields: {
      cursor: { type: new GraphQLNonNull(GraphQLString) },
      node: { type: node, resolve: ({ item }, _, reading) => toNode(item, reading) },
    },
  })
  return new GraphQLObjectType<Connection<T>, Reading>({
    name: `${node.name}Connection`,
    fields: {
      edges: {
        type: listOf(edge),
        resolve: async ({ list, page }) =>
          (await page()).items.map((item) => ({ item, cursor: list.cursorOf(item) })),
      },
      nodes: {
        type: listOf(node),
        resolve: async ({ page }, _, reading) => {
          const { items } = await page()
          const nodes = await Promise.all(items.map((item) => toNode(item, reading)))
          return nodes.filter((one) => one !== null)
        },
      },
      pageInfo: {
        type: new GraphQLNonNull(PageInfo),
        resolve: async ({ list, after, page }) => {
          const { items, hasMore } = await page()
          const [first] = items
          const last = items.at(-1)
          return {
            hasNextPage: hasMore,
            hasPreviousPage: after !== undefined,
            startCursor: first === undefined ? null : list.cursorOf(first),
            endCursor: last === undefined ? null : list.cursorOf(last),
          }
        },
      },
      totalCount: {
        type: new GraphQLNonNull(GraphQLInt),
        description: 'Counted when it is asked for',
        resolve: ({ list }) => list.count(),
      },
    },
  })
}

const PageInfo = new GraphQLObjectType({
  name: 'PageInfo',
  fields: {
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    hasPreviousPage: {
      type: new GraphQLNonNull(GraphQLBoolean),
      description: 'Whether the page was asked for by a cursor',
    },
    startCursor: { type: GraphQLString },
    endCursor: { type: GraphQLString, description: 'Hand it back as `after` for the next page' },
  },
})
