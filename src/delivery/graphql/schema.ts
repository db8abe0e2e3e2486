import { GraphQLObjectType, GraphQLSchema } from 'graphql'
import { shapes } from '#read-model/shapes.ts'
import { changeFields } from './fields/changes.ts'
import { jobFields } from './fields/jobs.ts'
import { portraitFields } from './fields/portraits.ts'
import { referenceFields } from './fields/reference.ts'
import { searchFields } from './fields/search.ts'
import { typesOf } from './from-shapes.ts'
import type { Reading } from './reading.ts'

/**
 * The schema: the shapes that REST delivers, and what can be asked for. Everything is read for the
 * audience of the request, and nothing can be written.
 */
export function newSchema(): GraphQLSchema {
  const types = typesOf(shapes)
  return new GraphQLSchema({
    description: 'Portraits as they are live. Read-only.',
    query: new GraphQLObjectType<unknown, Reading>({
      name: 'Query',
      fields: {
        ...portraitFields(types),
        ...referenceFields(types),
        ...jobFields(types),
        ...searchFields(types),
        ...changeFields(types),
      },
    }),
  })
}
