import { hitTypes, search, searchQuery } from '../../reading/search.ts'
import type { ShapeTypes } from '../from-shapes.ts'
import { field, listOf, type RootFields } from './field.ts'

/** `search` */
export function searchFields(types: ShapeTypes): RootFields {
  return {
    search: field(
      types,
      {
        type: listOf(types.object('SearchHit')),
        description: 'German full text over portraits, professions and regions',
        about: 'SearchHit',
        args: searchQuery,
      },
      ({ q, type, limit = 10 }, { db, audience, shown }) => {
        shown.tags.add('portraits')
        return search(db, audience, { q, types: type === undefined ? hitTypes : [type], limit })
      },
    ),
  }
}
