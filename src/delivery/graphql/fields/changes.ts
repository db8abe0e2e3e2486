import { Type } from '@sinclair/typebox'
import { GraphQLBoolean, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql'
import { feedCursor, positionIn, readReleases } from '../../lists/releases.ts'
import { cursor, limit, queryOf } from '../../http/parameters.ts'
import type { ShapeTypes } from '../from-shapes.ts'
import { field, listOf, type RootFields } from './field.ts'

/** `changes`: the release feed. A query with it goes past the cache. */
export function changeFields(types: ShapeTypes): RootFields {
  const Changes = new GraphQLObjectType({
    name: 'Changes',
    fields: {
      items: { type: listOf(types.object('Release')) },
      cursor: {
        type: new GraphQLNonNull(GraphQLString),
        description: 'Where this page ends: for the next request',
      },
      hasMore: { type: new GraphQLNonNull(GraphQLBoolean) },
    },
  })
  return {
    changes: field(
      types,
      {
        type: new GraphQLNonNull(Changes),
        description:
          'The release feed: every time that a portrait appeared, changed or went away, in the order in which that was committed',
        about: 'Release',
        args: queryOf({
          cursor: Type.Optional({ ...cursor, description: '`cursor` of the page before' }),
          limit: Type.Optional(limit(1000, 100)),
        }),
      },
      async (asked, { db, caller, audience }) => {
        const from = positionIn(asked.cursor, caller)
        const found = await readReleases(db, audience, from, asked.limit ?? 100)
        const { items, hasMore, position } = found
        return { items, hasMore, cursor: feedCursor(position, caller) }
      },
    ),
  }
}
