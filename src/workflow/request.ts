import * as z from 'zod'
import { inOneSpelling } from '#model/documents.ts'
import { digestText, parseInput, storableText } from '#model/input.ts'
import { transitionNames } from './transitions.ts'

const requestSchema = z.strictObject({
  transition: z.enum(transitionNames),
  comment: storableText(10_000).optional(),
  expectedDigest: digestText.optional(),
  publishAt: storableText(40).optional(),
  unpublishAt: storableText(40).nullable().optional(),
  keepPlan: z.boolean().optional(),
  action: z.enum(['publish', 'unpublish']).optional(),
  seenFrom: digestText.optional(),
})

const mostAtOnce = 500

const bulkSchema = requestSchema.omit({ expectedDigest: true, seenFrom: true }).extend({
  ids: z
    .array(storableText(100).transform(inOneSpelling))
    .min(1)
    .max(mostAtOnce, `at most ${String(mostAtOnce)} documents at once`)
    .refine((ids) => new Set(ids).size === ids.length, 'each document is named once'),
  expectedDigests: z.record(z.string(), digestText).optional(),
})

/** Validates the body of a transition request. @throws InvalidRequest naming field and reason */
export function parseRequest(body: unknown): z.infer<typeof requestSchema> {
  return parseInput(requestSchema, body ?? {}, 'This is not a valid transition.')
}

/** The same for many documents. @throws InvalidRequest naming field and reason */
export function parseBulkRequest(body: unknown): z.infer<typeof bulkSchema> {
  return parseInput(bulkSchema, body ?? {}, 'This is not a valid bulk transition.')
}
