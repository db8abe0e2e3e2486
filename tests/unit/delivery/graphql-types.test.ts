import { Type } from '@sinclair/typebox'
import { printSchema, printType, validateSchema, type GraphQLObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { enumName, typesOf } from '#delivery/graphql/from-shapes.ts'
import { newSchema } from '#delivery/graphql/schema.ts'
import { shapes } from '#read-model/shapes.ts'

const id = Type.String({ format: 'uuid' })

function printed(shape: object, others: Record<string, object> = {}): string {
  const type: GraphQLObjectType = typesOf({ Thing: shape, ...others }).object('Thing')
  return printType(type)
}

describe('GraphQL types of shapes', () => {
  it('stand for the leaves of JSON Schema', () => {
    const shape = Type.Object({
      id,
      text: Type.String({ description: 'What it says' }),
      at: Type.String({ format: 'date-time' }),
      count: Type.Integer(),
      share: Type.Number(),
      isOn: Type.Boolean(),
      free: Type.Unsafe<object>({ type: 'object', additionalProperties: true }),
    })
    expect(printed(shape)).toBe(`type Thing {
  id: ID!

  """What it says"""
  text: String!
  at: DateTime!
  count: Int!
  share: Float!
  isOn: Boolean!
  free: JSON!
}`)
  })

  it('are nullable where a value may be null or missing', () => {
    const shape = Type.Object({
      orNull: Type.Union([Type.Integer(), Type.Null()]),
      missing: Type.Optional(Type.String()),
      list: Type.Array(Type.Union([id, Type.Null()])),
      others: Type.Array(Type.Array(id)),
    })
    expect(printed(shape)).toBe(`type Thing {
  orNull: Int
  missing: String
  list: [ID]!
  others: [[ID!]!]!
}`)
  })

  it('are named by shapes, and after parent and property where a shape has no name', () => {
    const shape = Type.Object({
      part: Type.Unsafe<object>({ $ref: 'Part#' }),
      inner: Type.Object({ kind: Type.Unsafe<string>({ type: 'string', enum: ['a', 'b'] }) }),
    })
    const types = typesOf({ Thing: shape, Part: Type.Object({ id }) })
    const thing = types.object('Thing')
    expect(printType(thing)).toContain('part: Part!\n  inner: ThingInner!')
    expect(String(types.object('Part').getFields().id?.type)).toBe('ID!')
    expect(types.object('Thing')).toBe(thing)
    expect(() => types.object('Nothing')).toThrow('Nothing')
  })

  it('map values that are no names, and tell them apart', () => {
    expect(['ai-assisted', 'FULL_TIME', '2nd', 'true', '__x', ''].map(enumName)).toEqual([
      'ai_assisted',
      'FULL_TIME',
      '_2nd',
      '_true',
      '_x',
      '_',
    ])
    const twins = Type.Object({ a: Type.Unsafe<string>({ type: 'string', enum: ['x-y', 'x_y'] }) })
    expect(() => printed(twins)).toThrow('ThingA')
  })

  it('refuse what they have no type for', () => {
    for (const property of [Type.Union([Type.String(), Type.Integer()]), Type.Null(), Type.Any()]) {
      expect(() => printed(Type.Object({ property }))).toThrow('No GraphQL type')
    }
  })

  it('make arguments of the properties of a query', () => {
    const query = Type.Object({
      slug: Type.String(),
      limit: Type.Optional(Type.Integer({ maximum: 50, default: 10 })),
    })
    const args = typesOf({}).argumentsOf('Thing', query)
    expect(String(args.slug?.type)).toBe('String!')
    expect(args.limit).toMatchObject({ defaultValue: 10, extensions: { maximum: 50 } })
  })

  it('make a sound schema of all that is delivered', () => {
    const schema = newSchema()
    expect(validateSchema(schema)).toEqual([])
    const text = printSchema(schema)
    for (const name of Object.keys(shapes)) {
      if (name !== 'PortraitSummary') expect(text).toContain(`type ${name} {`)
    }
  })
})
