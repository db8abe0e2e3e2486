import { Type, type TProperties } from '@sinclair/typebox'

// Parameters that several routes take.

export const slug = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'A slug; umlauts are folded, former slugs lead on',
})
export const cursor = Type.String({
  minLength: 1,
  maxLength: 1000,
  description: '`nextCursor` of the page before',
})
export const limit = (most: number, preset: number) =>
  Type.Integer({ minimum: 1, maximum: most, default: preset, description: 'Entries a page' })
export const kldb = Type.String({
  pattern: '^\\d{1,5}$',
  description: 'KldB 2010, or its beginning',
})
export const uuid = Type.String({ format: 'uuid' })

/** A query that takes these parameters and no others. */
export function queryOf<T extends TProperties>(properties: T) {
  return Type.Object(properties, { additionalProperties: false })
}

/** One page of a list. `count` asks for `total`, which takes longer. */
export const count = Type.Boolean({ default: false, description: 'Also give `total`' })
