import { Type, type Static, type TSchema } from '@sinclair/typebox'
import { Portrait } from '#read-model/shapes.ts'

/** A shape by its name, with its type. */
export function ref<T extends TSchema>(schema: T) {
  return Type.Unsafe<Static<T>>({ $ref: `${schema.$id ?? ''}#` })
}

/** One page of a list. */
export function page<T extends TSchema>(item: T) {
  return Type.Object({
    items: Type.Array(ref(item)),
    nextCursor: Type.Union([Type.String(), Type.Null()], {
      description: 'Hand it back as `cursor` for the next page; null: this was the last',
    }),
    total: Type.Optional(Type.Integer({ description: 'With count=true' })),
  })
}

export const ProblemShape = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable, for programs' }),
    detail: Type.String(),
    instance: Type.String(),
    errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), reason: Type.String() }))),
  },
  { $id: 'Problem', description: 'RFC 9457' },
)

/** What `fields` leaves of a portrait. */
export const PortraitSelection = Type.Partial(Portrait, { $id: 'PortraitSelection' })

const descriptions = {
  304: 'The caller has it already',
  308: 'It is at another address now',
  400: 'A parameter is malformed or not known',
  401: 'A key is needed, or this one is not valid',
  403: 'The token is not for this portrait',
  404: 'There is no such thing, or none that this caller may see',
  410: 'It was taken down, or the cursor is of another scope',
  429: 'Too many requests',
  503: 'Try again in a moment',
} as const

/** The answers of a route that are problems (308: a way on). */
export function problems(...statuses: readonly (keyof typeof descriptions)[]) {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      status === 308 || status === 304
        ? Type.Null({ description: descriptions[status] })
        : {
            description: descriptions[status],
            content: { 'application/problem+json': { schema: ref(ProblemShape) } },
          },
    ]),
  )
}
