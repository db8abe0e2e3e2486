import * as z from 'zod'
import { editorialCollections, isRecord } from '#model/documents.ts'
import { digestText, idText } from '#model/input.ts'

/** So many versions of a text go at once. */
export const mostTexts = 500

/**
 * What can be erased: kept versions of a text, what a comment says, an expert with all that they said by their
 * link, the words of an event, the name and address of somebody who has left, what is said of a picture, the
 * report of an import, the name of the file that a text came from, or what was kept of what somebody had open.
 */
export const subjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('texts'),
    collection: z.enum(editorialCollections),
    document: idText,
    digests: z
      .array(digestText)
      .min(1)
      .max(mostTexts)
      .transform((digests) => [...new Set(digests)]),
  }),
  z.strictObject({ kind: z.literal('comment'), comment: idText }),
  z.strictObject({ kind: z.literal('expert'), link: idText }),
  z.strictObject({ kind: z.literal('event'), event: idText }),
  z.strictObject({ kind: z.literal('person'), person: idText }),
  z.strictObject({ kind: z.literal('picture'), picture: idText }),
  z.strictObject({ kind: z.literal('import'), run: idText }),
  z.strictObject({
    kind: z.literal('file'),
    collection: z.enum(editorialCollections),
    document: idText,
  }),
  z.strictObject({ kind: z.literal('view'), view: idText }),
])

export type Subject = z.infer<typeof subjectSchema>
export type ErasureKindName = Subject['kind']
/** A subject of one kind. */
export type Of<Kind extends ErasureKindName> = Extract<Subject, { kind: Kind }>

/** The subject of an erasure, as it is stored. */
export function subjectOf(row: { kind: string; subject: unknown }): Subject {
  return subjectSchema.parse({ ...(isRecord(row.subject) ? row.subject : {}), kind: row.kind })
}
