import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'

/** A point in time as REST gives it, and as `format: date-time` has it in JSON Schema (RFC 3339). */
export const DateTime = new GraphQLScalarType<string, unknown>({
  name: 'DateTime',
  description: 'A point in time: ISO 8601, UTC where it is delivered',
  specifiedByURL: 'https://datatracker.ietf.org/doc/html/rfc3339',
  parseValue: readMoment,
  parseLiteral: (node) => readMoment(node.kind === Kind.STRING ? node.value : undefined),
})

/** What has no shape of its own: JSON-LD, editor states. It is delivered, never taken. */
export const Json = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'A JSON document',
  specifiedByURL: 'https://datatracker.ietf.org/doc/html/rfc8259',
})

const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/i

function readMoment(value: unknown): string {
  if (typeof value === 'string' && form.test(value)) {
    const moment = new Date(value)
    if (!Number.isNaN(moment.getTime())) return moment.toISOString()
  }
  throw new GraphQLError('DateTime must be a date and time, such as "2026-11-24T12:00:00Z".')
}
