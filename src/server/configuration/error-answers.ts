import { randomUUID } from 'node:crypto'
import type { AfterErrorHook, PayloadRequest } from 'payload'
import { callerLanguage } from '#access/answer.ts'
import { isPayloadError } from '#access/payload-errors.ts'
import { isRecord } from '#model/documents.ts'
import {
  type ApplicationError,
  isApplicationError,
  proposalsOf,
  retryAfterOf,
} from '#model/errors.ts'
import { inLanguage, type Language } from '#model/text.ts'
import { loggedPath } from './logged-path.ts'

/**
 * How loud an error is in the log, by its name. Refusals are everyday answers, not faults of the
 * product. GraphQL wraps every error alike: `answerErrors` logs those that are faults.
 */
export const loggingLevels = {
  AuthenticationError: 'info',
  Forbidden: 'info',
  LockedAuth: 'info',
  NotFound: 'info',
  QueryError: 'info',
  UnauthorizedError: 'info',
  ValidationError: 'info',
  BecameProposal: 'info',
  ChecksBlock: 'info',
  Conflict: 'info',
  DocumentLocked: 'info',
  DocumentNotFound: 'info',
  Gone: 'info',
  InvalidRequest: 'info',
  LiveCopyProtected: 'info',
  NotAllowed: 'info',
  NotSignedIn: 'info',
  PreconditionFailed: 'info',
  RequestTooLarge: 'info',
  TokenRefused: 'info',
  TooManyAttempts: 'info',
  GraphQLError: 'info',
} as const

/**
 * Completes Payload's error answers: our own errors keep their code and details over GraphQL and
 * REST alike, and what the database refuses is a refusal with its reason, not "something went
 * wrong".
 */
export const answerErrors: AfterErrorHook = ({ error, graphqlResult, req }) => {
  const cause = graphqlResult ? originalOf(error) : error
  const explained = explain(cause, callerLanguage(req))
  logOurs(cause, req)
  const retryAfter = retryAfterOf(cause)
  if (retryAfter !== undefined) {
    req.responseHeaders ??= new Headers()
    req.responseHeaders.set('Retry-After', String(retryAfter))
  }
  if (!explained) {
    if (!graphqlResult && isPayloadError(cause) && cause.isPublic && isRecord(cause.data)) {
      // Payload leaves out the data of an error that another copy of Payload in the build has made.
      const { name, data, message, status } = cause
      return { status, response: { errors: [{ name, data, message }] } }
    }
    if (graphqlResult?.extensions?.statusCode === 500) req.payload.logger.error({ err: cause })
    return undefined
  }
  const { status, message, data } = explained
  if (graphqlResult) {
    const extensions = { ...graphqlResult.extensions, ...data, statusCode: status }
    return { graphqlResult: { ...graphqlResult, message, extensions } }
  }
  return { status, response: { errors: [{ name: cause.name, message, data }] } }
}

/**
 * What is logged of an error that nothing more is said of: Payload logs what it has no name for as a fault, with
 * its stack and the statement. A refusal is an everyday answer, whatever has thrown it: a line at level `info`.
 * One at that level already is short, and without a statement: GraphQL wraps errors of the database, too.
 *
 * @param args what a method of the log was called with
 * @returns the line to log instead, at level `info`; undefined where it stays as it is
 */
export function quietLine(args: readonly unknown[]): string | undefined {
  const [line, ...others] = args
  if (others.length > 0 || !isRecord(line)) return undefined
  const [only, ...rest] = Object.keys(line)
  if (rest.length > 0) return undefined
  if (only === 'msg' && typeof line.msg === 'string' && line.msg.startsWith(failedQuery)) {
    return 'A statement failed.'
  }
  if (only !== 'err' || !(line.err instanceof Error)) return undefined
  const refused = explain(line.err, 'en')
  return refused && refused.status < 500 ? refused.message.slice(0, longestLine) : undefined
}

/** How Drizzle begins the message of each statement that failed; the statement and its values follow. */
const failedQuery = 'Failed query:'
/** In characters. */
const longestLine = 300

/** What the reader of forms says of one that is broken; Payload takes it for a fault of its own. */
const brokenForms: readonly string[] = [
  'Unexpected end of form',
  'Unexpected end of file',
  'Malformed content type',
  'Malformed part header',
  'Malformed urlencoded form',
  'Missing Content-Type',
  'Unsupported content type',
  'Multipart: Boundary not found',
  'Request is not eligible for file upload',
]
/** Payload knows operators that its adapter for PostgreSQL has no SQL for, and relations it cannot be asked by. */
const withoutSql: readonly string[] = [
  'adapter.operators[queryOperator] is not a function',
  'Not supported',
]

interface Explanation {
  status: number
  message: string
  data: {
    code: string
    details?: ApplicationError['details']
    proposals?: readonly unknown[]
    errors?: { path: string; message: string }[]
  }
}

function explain(error: Error, language: Language): Explanation | undefined {
  if (isApplicationError(error)) {
    const { code, details, status, text } = error
    const proposals = proposalsOf(error)
    const message = inLanguage(text, language)
    return {
      status,
      message,
      data: {
        code,
        ...(details.length > 0 ? { details } : {}),
        ...(proposals.length > 0 ? { proposals } : {}),
        // The admin's form marks the field that says from which text it began.
        ...(code === 'edit_conflict' ? { errors: [{ path: 'digest', message }] } : {}),
      },
    }
  }
  if (error instanceof SyntaxError && error.message.includes('JSON')) {
    return { status: 400, message: 'Invalid JSON', data: { code: 'invalid_request' } }
  }
  if (brokenForms.some((message) => error.message.startsWith(message))) {
    const message = `The form of the request cannot be read: ${error.message}.`
    return { status: 400, message, data: { code: 'invalid_request' } }
  }
  if (withoutSql.includes(error.message)) {
    const message = 'A field cannot be asked in this way.'
    return { status: 400, message, data: { code: 'invalid_request' } }
  }
  const refused = databaseErrorOf(error)
  return refused && explainDatabaseError(refused)
}

/** SQLSTATE classes as in appendix A of the PostgreSQL manual. */
function explainDatabaseError(error: DatabaseError): Explanation | undefined {
  const { code: state, message } = error
  const refusal = (status: number, code: string, text: string) => ({
    status,
    message: text,
    data: { code },
  })
  switch (state) {
    case '42501':
      return refusal(403, 'live_copy_protected', `The database refuses this: ${message}.`)
    case '23503':
      return refusal(409, 'referenced', 'An entry that this refers to is not there, or is in use.')
    // Payload builds half a condition of an operator that a column cannot be asked with.
    case '42601':
    case '42703':
    case '42804':
    case '42883':
      return refusal(400, 'invalid_request', `This cannot be asked of the database: ${message}.`)
    case '54000':
      return refusal(400, 'invalid_request', `A value is too long: ${message}.`)
    default:
      return state.startsWith('22')
        ? refusal(400, 'invalid_request', `A value is not valid: ${message}.`)
        : undefined
  }
}

/**
 * Statements that the database cannot read, or that we have no right to, are our mistakes (class 42), whatever is
 * answered; but for conditions of a request, of which Payload makes nothing sound: those are told without the
 * statement and a stack. The answer has the id of the line.
 */
function logOurs(cause: Error, req: PayloadRequest): void {
  const refused = databaseErrorOf(cause)
  if (!refused?.code.startsWith('42')) return
  // The guard of what is live refuses with the same state as a right that is missing.
  if (refused.code === '42501' && !refused.message.startsWith('permission denied')) return
  const requestId = randomUUID()
  const facts = {
    sqlState: refused.code,
    requestId,
    method: req.method,
    path: loggedPath(req.pathname),
  }
  const { logger } = req.payload
  if (explainDatabaseError(refused)?.status === 400 && asksForItself(req)) {
    logger.info({ msg: 'A request asked what the database cannot be asked.', ...facts })
  } else {
    const msg = 'The database could not carry out a statement of ours.'
    logger.error({ msg, ...facts, err: cause })
  }
  req.responseHeaders ??= new Headers()
  req.responseHeaders.set('X-Request-Id', requestId)
}

/** Whether a request says itself what is to be asked of the database. */
function asksForItself({ payloadAPI, query }: PayloadRequest): boolean {
  return (
    payloadAPI === 'GraphQL' ||
    ['where', 'sort', 'joins', 'page', 'limit'].some((name) => name in query)
  )
}

interface DatabaseError {
  code: string
  message: string
}

/** The PostgreSQL error that an error is or wraps. */
function databaseErrorOf(error: unknown): DatabaseError | undefined {
  if (!(error instanceof Error)) return undefined
  const code: unknown = Reflect.get(error, 'code')
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && 'severity' in error) {
    return { code, message: error.message }
  }
  return databaseErrorOf(error.cause)
}

/** The error that GraphQL has wrapped. */
function originalOf(error: Error): Error {
  const original: unknown = isRecord(error) ? error.originalError : undefined
  return original instanceof Error ? originalOf(original) : error
}
