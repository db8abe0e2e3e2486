import * as z from 'zod'
import { parseMoment } from './berlin-time.ts'
import { decodeCursor } from './cursor.ts'
import { digestPattern } from './digest.ts'
import { inOneSpelling, isUuid } from './documents.ts'
import { InvalidRequest } from './errors.ts'
import type { BilingualText } from './text.ts'

/**
 * Says why a text cannot be stored, or null when it can: PostgreSQL takes no NUL character, and
 * half of a surrogate pair is no character at all.
 */
export function findTextProblem(value: string): BilingualText | null {
  if (value.includes('\0')) {
    return { de: 'Enthält ein NUL-Zeichen.', en: 'Contains a NUL character.' }
  }
  if (/\p{Surrogate}/u.test(value)) {
    return {
      de: 'Enthält ein halbes Unicode-Zeichen (einzelnes Surrogat).',
      en: 'Contains half of a Unicode character (a lone surrogate).',
    }
  }
  return null
}

/** A text that can be stored, up to a number of UTF-16 units. */
export function storableText(max: number): z.ZodString {
  return z
    .string()
    .max(max)
    .superRefine((value, context) => {
      const problem = findTextProblem(value)
      if (problem) context.addIssue({ code: 'custom', message: problem.en })
    })
}

/** The id of an entry. */
export const idText = z.string().refine(isUuid, 'an id is a UUID').transform(inOneSpelling)

/** A digest as it is told. */
export const digestText = z
  .string()
  .regex(digestPattern, 'a digest is 64 hexadecimal digits, with its version before them (2-…)')

/** A text that can be stored and says something. */
export function writtenText(max: number): z.ZodString {
  return storableText(max).refine((value) => value.trim() !== '', 'must not be blank')
}

/**
 * A cursor of a list, read as the place that it names: what the list is in order by.
 *
 * @param place the parts of a place, as a tuple
 */
export function cursorText<Place extends z.ZodType>(place: Place) {
  return z
    .string()
    .max(4000)
    .transform((text, context): z.infer<Place> => {
      const parsed = place.safeParse(decodeCursor(text))
      if (parsed.success) return parsed.data
      context.addIssue({
        code: 'custom',
        message: 'A cursor is the nextCursor of the page before.',
      })
      return z.NEVER
    })
}

/** A point in time (see parseMoment), read as ISO 8601 in UTC. */
export const momentText = storableText(40).transform((text, context) => {
  const moment = parseMoment(text)
  if ('at' in moment) return moment.at.toISOString()
  context.addIssue({ code: 'custom', message: moment.problem.en })
  return z.NEVER
})

/** Whoever sends more faults than this corrects these first. */
const mostDetails = 100
/** Of the name of a field that there is not, in characters. */
const longestPath = 200

/** Parses what a caller sent. @throws InvalidRequest with one detail a field, unknown ones included, of the first 100 */
export function parseInput<TSchema extends z.ZodType>(
  schema: TSchema,
  input: unknown,
  refusal: string,
): z.infer<TSchema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const details = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((path) => ({ path: path.slice(0, longestPath), reason: 'Unknown field.' }))
      : [{ path: issue.path.join('.') || 'body', reason: issue.message }],
  )
  throw new InvalidRequest(refusal, details.slice(0, mostDetails))
}
