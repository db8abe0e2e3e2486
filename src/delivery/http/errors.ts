import { DrizzleQueryError } from 'drizzle-orm'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem, problemBody, Redirect, unavailable, type ProblemDetail } from './problems.ts'

/** Answers an address that cannot be read, before there is a route for it. */
export function answerBadAddress(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  void sendProblem(request, reply, toProblem(error, request))
}

/** Every error leaves as problem+json; what we did not foresee says nothing of how it came about. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof Redirect) {
      return reply
        .code(308)
        .header('location', error.location)
        .header('cache-control', 'no-cache')
        .send()
    }
    return sendProblem(request, reply, toProblem(causeOf(error), request))
  })
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      request,
      reply,
      new Problem({
        status: 404,
        code: 'no_route',
        title: 'Not found',
        detail: 'There is no such address. GET /v1/openapi.json describes those that there are.',
      }),
    ),
  )
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const instance = request.url.split('?')[0] ?? ''
  return reply
    .code(problem.status)
    .headers({ 'cache-control': 'no-store', ...problem.headers })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemBody(problem, instance)))
}

function toProblem(error: Error & Partial<FastifyError>, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  if (error.validation) return invalidParameters(error.validation)
  if (error.statusCode === 429) {
    return new Problem({
      status: 429,
      code: 'too_many_requests',
      title: 'Too many requests',
      detail: 'This key has made too many requests. Retry-After says when to go on.',
    })
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new Problem({
      status: error.statusCode,
      code: 'invalid_request',
      title: 'Invalid request',
      detail: error.message,
    })
  }
  if (isNoValue(error)) return unusableValue()
  if (isDatabaseAway(error)) {
    request.log.error({ err: error }, 'The database cannot be read.')
    return unavailable('The database cannot be read at the moment.')
  }
  request.log.error({ err: error }, 'A request failed.')
  return new Problem({
    status: 500,
    code: 'internal_error',
    title: 'Internal error',
    detail: `Something went wrong. It is in the log under the request id ${request.id}.`,
  })
}

/** What came of a statement: the builder wraps it in an error of its own, with the statement and its values. */
export function causeOf(error: Error): Error {
  return error instanceof DrizzleQueryError && error.cause ? error.cause : error
}

/** PostgreSQL's class 22: a value that it cannot take, such as a NUL character. */
export function isNoValue(error: Error): boolean {
  return 'code' in error && /^22[0-9A-Z]{3}$/.test(String(error.code))
}

/** 400: what the database cannot take for a value. */
export function unusableValue(): Problem {
  return new Problem({
    status: 400,
    code: 'invalid_parameter',
    title: 'Invalid parameter',
    detail: 'A parameter holds a value that cannot be looked up.',
  })
}

/** 400: parameters are not as their schema has them. */
export function invalidParameters(found: FastifyError['validation'] = []): Problem {
  const errors = found.map(({ instancePath, message, params }): ProblemDetail => {
    const unknown = params.additionalProperty
    return typeof unknown === 'string'
      ? { path: unknown, reason: 'is not a parameter of this address' }
      : { path: instancePath.slice(1), reason: message ?? 'is not valid' }
  })
  return new Problem({
    status: 400,
    code: 'invalid_parameter',
    title: 'Invalid parameter',
    detail: errors.map(({ path, reason }) => `${path}: ${reason}`).join('; '),
    errors,
  })
}

/** Connection refused, reset or timed out, or a server that is starting or stopping (class 57). */
export function isDatabaseAway(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : ''
  return (
    /^(?:E(?:CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN)|57P0[123]|57014|53300|08\d{3}|25006)$/.test(
      code,
    ) || /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
  )
}
