/** One parameter that is not as it should be. */
export interface ProblemDetail {
  path: string
  reason: string
}

/** An error as RFC 9457 has it: a stable code, an HTTP status and what a person can do about it. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly errors: readonly ProblemDetail[]
  readonly headers: Readonly<Record<string, string>>

  constructor(options: {
    status: number
    code: string
    title: string
    detail: string
    errors?: readonly ProblemDetail[]
    headers?: Readonly<Record<string, string>>
  }) {
    super(options.detail)
    this.name = 'Problem'
    this.status = options.status
    this.code = options.code
    this.title = options.title
    this.errors = options.errors ?? []
    this.headers = options.headers ?? {}
  }
}

/** 400: a parameter is malformed, or not known. */
export function invalidParameter(path: string, reason: string): Problem {
  return new Problem({
    status: 400,
    code: 'invalid_parameter',
    title: 'Invalid parameter',
    detail: `${path}: ${reason}`,
    errors: [{ path, reason }],
  })
}

/** 401: a key is needed, or this one is none. */
export function unauthorized(detail: string): Problem {
  return new Problem({
    status: 401,
    code: 'unauthorized',
    title: 'Unauthorized',
    detail,
    headers: { 'www-authenticate': 'Bearer realm="berufsbild"' },
  })
}

/** 404: there is no such thing, or none that this caller may see. */
export function notFound(detail: string): Problem {
  return new Problem({ status: 404, code: 'not_found', title: 'Not found', detail })
}

/** 410: there was something, and it was taken down. */
export function gone(detail: string, code = 'gone'): Problem {
  return new Problem({ status: 410, code, title: 'Gone', detail })
}

/** 503: try again in a moment. */
export function unavailable(detail: string): Problem {
  return new Problem({
    status: 503,
    code: 'unavailable',
    title: 'Service unavailable',
    detail,
    headers: { 'retry-after': '5' },
  })
}

/** The body of a problem: RFC 9457. */
export function problemBody(problem: Problem, instance: string): Record<string, unknown> {
  return {
    type: `about:blank#${problem.code}`,
    title: problem.title,
    status: problem.status,
    code: problem.code,
    detail: problem.message,
    instance,
    ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
  }
}

/** 308: what was asked for is at another address now. */
export class Redirect extends Error {
  readonly location: string

  constructor(location: string) {
    super(`Moved to ${location}.`)
    this.name = 'Redirect'
    this.location = location
  }
}
