import * as z from 'zod'
import { storableText } from '#model/input.ts'
import type { Anchor } from './anchor.ts'

/** Where a comment stands, as a caller says it (see AnchorRequest): nothing for the whole document. */
export const anchorSchema = z.strictObject({
  section: z.union([storableText(100), z.int().min(0)]).optional(),
  path: storableText(200).optional(),
  quote: storableText(5000).optional(),
  position: z.int().min(0).optional(),
  prefix: storableText(500).optional(),
  suffix: storableText(500).optional(),
})

const name = { kind: z.string().nullable(), heading: z.string().nullable() }
const storedAnchor = z.discriminatedUnion('on', [
  z.object({ on: z.literal('document') }),
  z.object({ on: z.literal('field'), path: z.string() }),
  z.object({ on: z.literal('section'), section: z.string().nullable(), path: z.string(), ...name }),
  z.object({
    on: z.literal('quote'),
    path: z.string(),
    section: z.object(name).optional(),
    quote: z.string(),
    prefix: z.string(),
    suffix: z.string(),
  }),
])

/** An anchor as it is stored; what cannot be read stands on the document. */
export function readAnchor(value: unknown): Anchor {
  const { data } = storedAnchor.safeParse(value)
  if (data?.on !== 'quote') return data ?? { on: 'document' }
  const { section, ...quote } = data
  return section ? { ...quote, section } : quote
}
