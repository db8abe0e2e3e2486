import { Type, type Static, type TObject } from '@sinclair/typebox'
import {
  GraphQLList,
  GraphQLNonNull,
  type GraphQLFieldConfig,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql'
import { cursor, limit } from '../../http/parameters.ts'
import type { ShapeTypes } from '../from-shapes.ts'
import type { Reading } from '../reading.ts'

/** What can be asked for at the root: fields by name. */
export type RootFields = Record<string, GraphQLFieldConfig<unknown, Reading>>

/** A field whose arguments are made of a schema, and checked against it before anything is read. */
export function field<S extends TObject>(
  { argumentsOf }: ShapeTypes,
  of: {
    type: GraphQLOutputType
    description: string
    /** The shape that the arguments narrow: enumerations among them are named after it. */
    about: string
    args: S
  },
  read: (args: Static<S>, reading: Reading) => unknown,
): GraphQLFieldConfig<unknown, Reading> {
  return {
    type: of.type,
    description: of.description,
    args: argumentsOf(of.about, of.args),
    resolve: (_, given, reading) => read(reading.check(of.args, given), reading),
  }
}

/** The arguments of a connection: so many entries after a cursor. */
export function paging(most: number, preset: number) {
  const after = { ...cursor, description: '`endCursor` of the page before' }
  return { first: Type.Optional(limit(most, preset)), after: Type.Optional(after) }
}

/** A list without gaps, that is there always. */
export function listOf(type: GraphQLObjectType) {
  return new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)))
}
