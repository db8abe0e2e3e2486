import { Type } from '@sinclair/typebox'
import { GraphQLNonNull } from 'graphql'
import type { PortraitSummary } from '#read-model/shapes.ts'
import { listPortraits, portraitFilters } from '../../lists/portraits.ts'
import { queryOf, slug } from '../../http/parameters.ts'
import { connectionType, openConnection } from './connections.ts'
import type { ShapeTypes } from '../from-shapes.ts'
import { field, paging, type RootFields } from './field.ts'

/** `portrait` and `portraits`: nodes are whole portraits, read together for a page. */
export function portraitFields(types: ShapeTypes): RootFields {
  const Portrait = types.object('Portrait')
  return {
    portrait: field(
      types,
      {
        type: Portrait,
        description: 'What a site shows of a profession, nationwide or in a region',
        about: 'Portrait',
        args: queryOf({ profession: slug, region: Type.Optional(slug) }),
      },
      ({ profession, region = null }, reading) => reading.portraitAt({ profession, region }),
    ),
    portraits: field(
      types,
      {
        type: new GraphQLNonNull(
          connectionType<PortraitSummary>(Portrait, ({ id }, { portraitOf }) => portraitOf(id)),
        ),
        description: 'Portraits, in the order of their addresses',
        about: 'Portrait',
        args: queryOf({ ...portraitFilters, ...paging(50, 20) }),
      },
      async ({ first = 20, after, ...filters }, { db, audience, shown }) => {
        shown.tags.add('portraits').add('jobs')
        return openConnection(await listPortraits(db, audience, filters), { first, after })
      },
    ),
  }
}
