import * as z from 'zod'
import { inOneSpelling } from '#model/documents.ts'
import { DocumentNotFound } from '#model/errors.ts'
import { digestText, parseInput, storableText, writtenText } from '#model/input.ts'
import { isSignOffKind, signOffKinds, type SignOffKind } from '#model/sign-offs.ts'
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

const signOffSchema = z.strictObject({
  kind: z.enum(signOffKinds),
  comment: writtenText(10_000).optional(),
  expectedDigest: digestText.optional(),
})

const takeBackSchema = z.strictObject({ comment: writtenText(10_000) })

const planSchema = z.strictObject({ isKept: z.boolean() })

/** Validates the body of a transition request. @throws InvalidRequest naming field and reason */
export function parseRequest(body: unknown): z.infer<typeof requestSchema> {
  return parseInput(requestSchema, body ?? {}, 'This is not a valid transition.')
}

/** The same for many documents. @throws InvalidRequest naming field and reason */
export function parseBulkRequest(body: unknown): z.infer<typeof bulkSchema> {
  return parseInput(bulkSchema, body ?? {}, 'This is not a valid bulk transition.')
}

/** Validates what is said with a sign-off. @throws InvalidRequest naming field and reason */
export function parseSignOff(body: unknown): z.infer<typeof signOffSchema> {
  return parseInput(signOffSchema, body ?? {}, 'This is not a valid sign-off.')
}

/**
 * Validates which sign-off is taken back, and why.
 *
 * @throws DocumentNotFound 404 for a kind that there is not, InvalidRequest naming field and reason
 */
export function parseTakeBack(
  kind: unknown,
  body: unknown,
): { kind: SignOffKind; comment: string } {
  if (!isSignOffKind(kind)) throw new DocumentNotFound('sign-offs', String(kind))
  return { kind, ...parseInput(takeBackSchema, body ?? {}, 'Say why it is taken back.') }
}

/** Validates whether a plan is kept. @throws InvalidRequest naming field and reason */
export function parsePlanRequest(body: unknown): z.infer<typeof planSchema> {
  return parseInput(planSchema, body ?? {}, 'Say isKept: true or false.')
}
