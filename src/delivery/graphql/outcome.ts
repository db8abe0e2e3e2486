import { GraphQLError, type ExecutionResult, type GraphQLFormattedError } from 'graphql'
import { causeOf, isDatabaseAway, isNoValue, unusableValue } from '../http/errors.ts'
import { Problem } from '../http/problems.ts'
import { tooMuch } from './limits.ts'
import type { MediaType } from './media-types.ts'

/** What came of a request: the body of the answer and its status. */
export interface Outcome {
  status: number
  body: { data?: unknown; errors?: GraphQLFormattedError[] }
}

/** Carries an outcome with errors past the cache: it is not kept. */
export class NotKept extends Error {
  readonly outcome: Outcome

  constructor(outcome: Outcome) {
    super('The answer has errors.')
    this.name = 'NotKept'
    this.outcome = outcome
  }
}

/**
 * What a caller gets of a result. In `application/json` an answer to a well-formed request is a 200,
 * whatever came of it, as the specification has it; what this server refuses, or failed at, is not.
 *
 * @throws Error the one that a field failed with, where the database is away
 */
export function outcomeOf(
  { data, errors = [] }: ExecutionResult,
  form: MediaType,
  onFault: (error: Error) => void,
): Outcome {
  const body = data === undefined ? {} : { data }
  if (errors.length === 0) return { status: 200, body }
  const shown = errors.map((error) => present(error, onFault))
  return {
    status: data === undefined || data === null ? statusOf(shown, form) : 200,
    body: { ...body, errors: shown },
  }
}

/** A request that was refused before it came to be executed. */
export function refusal(error: Error, form: MediaType): Outcome {
  const shown =
    error instanceof Problem
      ? formatted(error.message, { code: error.code })
      : formatted(error.message, { code: 'invalid_request' })
  const isQuestion = error instanceof Problem && error.code === 'PERSISTED_QUERY_NOT_FOUND'
  return {
    status: isQuestion && form === 'application/json' ? 200 : 400,
    body: { errors: [shown] },
  }
}

function statusOf(errors: readonly GraphQLFormattedError[], form: MediaType): number {
  const codes = errors.map(({ extensions }) => extensions?.code)
  if (codes.includes(internal)) return 500
  return form === 'application/json' && !codes.includes(tooMuch) ? 200 : 400
}

const internal = 'internal_error'

/** An error as the caller sees it. Of what we did not foresee it learns nothing. */
function present(error: GraphQLError, onFault: (error: Error) => void): GraphQLFormattedError {
  const origin = causeOf(error.originalError ?? error)
  const cause = isNoValue(origin) ? unusableValue() : origin
  const { locations, path } = error.toJSON()
  const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) }
  if (cause instanceof Problem) {
    const { code, errors } = cause
    const more = errors.length > 0 ? { errors } : {}
    return { ...formatted(cause.message, { code, ...more }), ...place }
  }
  if (cause instanceof GraphQLError) {
    return { ...formatted(error.message, { code: 'invalid_query', ...error.extensions }), ...place }
  }
  if (isDatabaseAway(cause)) throw cause
  onFault(cause)
  return { ...formatted('Internal error', { code: internal }), ...place }
}

function formatted(message: string, extensions: Record<string, unknown>): GraphQLFormattedError {
  return { message, extensions }
}
