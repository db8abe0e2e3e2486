import { Type, type Static, type TSchema } from '@sinclair/typebox'
import { sectionKinds } from '#model/section-kinds.ts'

// Shapes of what is delivered that more than one field refers to, and how shapes are put together. `$id`
// names a shape in OpenAPI and in GraphQL.

/** A value or null. */
export function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

/** A shape by its name: it stands once in every description. */
export function ref<T extends TSchema>(schema: T) {
  return Type.Unsafe<Static<T>>({ $ref: `${schema.$id ?? ''}#` })
}

/** A text out of a list. */
export function oneOf<const T extends readonly string[]>(values: T, options: object = {}) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...values], ...options })
}

export const uuid = Type.String({ format: 'uuid' })
export const moment = Type.String({ format: 'date-time', description: 'ISO 8601, UTC' })

/** The forms in which rich text can be had. */
export const textFormats = ['html', 'markdown', 'text', 'lexical'] as const
export type TextFormat = (typeof textFormats)[number]

const lexical = Type.Unsafe<Record<string, unknown>>({
  type: 'object',
  additionalProperties: true,
  description: 'format=lexical: an editor state',
})

/** Rich text as it lies in the read model: in every form. */
export const storedTexts = {
  html: Type.String(),
  markdown: Type.String(),
  text: Type.String(),
  lexical,
}

/** Rich text as an answer shows it: in the form that was asked for, or in all. */
export const shownTexts = {
  html: Type.Optional(Type.String({ description: 'format=html, the default' })),
  markdown: Type.Optional(Type.String({ description: 'format=markdown: CommonMark' })),
  text: Type.Optional(Type.String({ description: 'format=text' })),
  lexical: Type.Optional(lexical),
}

const sectionHead = { kind: oneOf(sectionKinds), heading: nullable(Type.String()) }

export const StoredSection = Type.Object({ ...sectionHead, ...storedTexts })
export const Section = Type.Object(
  { ...sectionHead, ...shownTexts },
  { $id: 'Section', additionalProperties: false },
)

export const Source = Type.Object(
  {
    id: uuid,
    name: Type.String(),
    publisher: nullable(Type.String()),
    url: nullable(Type.String()),
    kind: Type.String(),
  },
  { $id: 'Source', additionalProperties: false },
)
export type Source = Static<typeof Source>

export const Picture = Type.Object(
  {
    id: uuid,
    url: nullable(Type.String()),
    alt: Type.String(),
    caption: nullable(Type.String()),
    credit: nullable(Type.String()),
    mimeType: nullable(Type.String()),
    width: nullable(Type.Integer()),
    height: nullable(Type.Integer()),
  },
  { $id: 'Picture', additionalProperties: false },
)
export type Picture = Static<typeof Picture>
