import { GraphQLNonNull } from 'graphql'
import type { Profession, Region } from '#read-model/shapes.ts'
import {
  listReference,
  professionFilters,
  readReference,
  regionFilters,
} from '../../lists/reference.ts'
import { queryOf, slug } from '../../http/parameters.ts'
import { connectionType, openConnection } from './connections.ts'
import type { ShapeTypes } from '../from-shapes.ts'
import { field, paging, type RootFields } from './field.ts'

/** `profession`, `professions`, `region` and `regions` */
export function referenceFields(types: ShapeTypes): RootFields {
  return {
    profession: field(
      types,
      {
        type: types.object('Profession'),
        description: 'A profession by its slug, also by a former one',
        about: 'Profession',
        args: queryOf({ slug }),
      },
      async (asked, { db, audience, shown }) => {
        shown.tags.add('portraits')
        return (await readReference(db, audience, 'professions', asked.slug))?.item ?? null
      },
    ),
    professions: field(
      types,
      {
        type: new GraphQLNonNull(
          connectionType<Profession>(types.object('Profession'), (item) => item),
        ),
        description: 'Professions, in the order of their slugs',
        about: 'Profession',
        args: queryOf({ ...professionFilters, ...paging(200, 50) }),
      },
      ({ first = 50, after, ...filters }, { db, audience, shown }) => {
        shown.tags.add('portraits')
        const list = listReference(db, audience, 'professions', filters)
        return openConnection(list, { first, after })
      },
    ),
    region: field(
      types,
      {
        type: types.object('Region'),
        description: 'A region by its slug, also by a former one',
        about: 'Region',
        args: queryOf({ slug }),
      },
      async (asked, { db, audience, shown }) => {
        shown.tags.add('portraits')
        return (await readReference(db, audience, 'regions', asked.slug))?.item ?? null
      },
    ),
    regions: field(
      types,
      {
        type: new GraphQLNonNull(connectionType<Region>(types.object('Region'), (item) => item)),
        description: 'Regions, in the order of their slugs',
        about: 'Region',
        args: queryOf({ ...regionFilters, ...paging(200, 50) }),
      },
      ({ first = 50, after, ...filters }, { db, audience, shown }) => {
        shown.tags.add('portraits')
        const list = listReference(db, audience, 'regions', filters)
        return openConnection(list, { first, after })
      },
    ),
  }
}
