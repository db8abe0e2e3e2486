import { inLanguage, type BilingualText, type Language } from './text.ts'

/** One thing wrong with what was submitted: where it stands and why it is refused. */
export interface ErrorDetail {
  path: string
  reason: string
}

/** The mark of our errors. The build holds this file several times; the mark is the same in each. */
const mark = Symbol.for('berufsbild.ApplicationError')

/**
 * Every error this product answers with: a stable code for programs, an HTTP status, and a message
 * that a person can act on. Told by `isApplicationError`, not by its class.
 */
export class ApplicationError extends Error {
  readonly [mark] = true
  readonly code: string
  readonly status: number
  readonly details: readonly ErrorDetail[]
  /** The message in the language of a reader; `message` itself is English. */
  readonly text: BilingualText

  constructor(options: {
    code: string
    status: number
    message: string | BilingualText
    details?: readonly ErrorDetail[]
  }) {
    const { message } = options
    const text = typeof message === 'string' ? { de: message, en: message } : message
    super(text.en)
    this.text = text
    this.name = new.target.name
    this.code = options.code
    this.status = options.status
    this.details = options.details ?? []
  }
}

/** Whether something is one of our errors, whichever copy of this file has made it. */
export function isApplicationError(error: unknown): error is ApplicationError {
  return error instanceof Error && Reflect.get(error, mark) === true
}

/** The proposals that an error tells of, whichever copy of this file has made it. */
export function proposalsOf(error: ApplicationError): readonly unknown[] {
  const proposals: unknown = Reflect.get(error, 'proposals')
  return Array.isArray(proposals) ? proposals : []
}

/** 400: the request itself is malformed. */
export class InvalidRequest extends ApplicationError {
  constructor(message: string | BilingualText, details: readonly ErrorDetail[] = []) {
    super({ code: 'invalid_request', status: 400, message, details })
  }
}

/** 401: nobody is signed in. */
export class NotSignedIn extends ApplicationError {
  constructor() {
    super({
      code: 'not_signed_in',
      status: 401,
      message: { de: 'Bitte melden Sie sich an.', en: 'Sign in first.' },
    })
  }
}

/** 403: somebody is signed in, but not somebody who may do this. */
export class NotAllowed extends ApplicationError {
  constructor(message: string | BilingualText, code = 'not_allowed') {
    super({ code, status: 403, message })
  }
}

/** 404: there is no such document, or none that this person may see. */
export class DocumentNotFound extends ApplicationError {
  constructor(collection: string, id: string) {
    super({
      code: 'not_found',
      status: 404,
      message: {
        de: `Ein Dokument "${id}" gibt es in ${collection} nicht.`,
        en: `There is no document "${id}" in ${collection}.`,
      },
    })
  }
}

/** 409: the document is not in the state, or not of the text, that the caller assumed. */
export class Conflict extends ApplicationError {
  constructor(message: string | BilingualText, code: string, details: readonly ErrorDetail[] = []) {
    super({ code, status: 409, message, details })
  }
}

/** 412: the document is not the one that the header If-Match named. */
export class PreconditionFailed extends ApplicationError {
  constructor(message: string | BilingualText, details: readonly ErrorDetail[]) {
    super({ code: 'edit_conflict', status: 412, message, details })
  }
}

/** 404: a token that nobody here has signed. */
export class TokenRefused extends ApplicationError {
  constructor() {
    super({
      code: 'not_found',
      status: 404,
      message: {
        de: 'Hinter diesem Link ist nichts.',
        en: 'There is nothing behind this link.',
      },
    })
  }
}

/** 410: there was something here, and there will not be again. */
export class Gone extends ApplicationError {
  constructor(message: string | BilingualText, code: string) {
    super({ code, status: 410, message })
  }
}

/** 423: somebody else has the document open. */
export class DocumentLocked extends ApplicationError {
  constructor(holder: string) {
    super({
      code: 'locked',
      status: 423,
      message: {
        de: `${holder} bearbeitet diesen Text gerade. Ihre Änderung ist nicht gespeichert.`,
        en: `${holder} is editing this document. Your change was not saved.`,
      },
    })
  }
}

/** 413: more than is taken at once. */
export class RequestTooLarge extends ApplicationError {
  constructor(message: string | BilingualText) {
    super({ code: 'too_large', status: 413, message })
  }
}

/** 429: wrong too often; `retryAfter` in seconds. */
export class TooManyAttempts extends ApplicationError {
  constructor(readonly retryAfter: number) {
    const seconds = String(retryAfter)
    super({
      code: 'too_many_attempts',
      status: 429,
      message: {
        de: `Zu viele Versuche. Bitte warten Sie ${retryAfter === 1 ? 'eine Sekunde' : `${seconds} Sekunden`}.`,
        en: `Too many attempts. Please wait ${retryAfter === 1 ? 'one second' : `${seconds} seconds`}.`,
      },
    })
  }
}

/** The seconds after which it makes sense to come again, where an error knows them. */
export function retryAfterOf(error: unknown): number | undefined {
  const seconds: unknown = isApplicationError(error) ? Reflect.get(error, 'retryAfter') : undefined
  return typeof seconds === 'number' ? seconds : undefined
}

/** 422: the document is understood, but checks on it block the step. */
export class ChecksBlock extends ApplicationError {
  constructor(message: string | BilingualText, details: readonly ErrorDetail[]) {
    super({ code: 'checks_block', status: 422, message, details })
  }
}

/** 403: somebody tried to change what is live without going through the workflow. */
export class LiveCopyProtected extends ApplicationError {
  constructor(message: string | BilingualText) {
    super({ code: 'live_copy_protected', status: 403, message })
  }
}

/** 202: nothing is lost, and nothing has changed yet; told as an error where an answer has no status of its own. */
export class BecameProposal extends ApplicationError {
  constructor(
    message: BilingualText,
    readonly proposals: readonly object[],
  ) {
    super({ code: 'proposed', status: 202, message })
  }
}

/** The shape of every error body: `{ error: { code, message, details? } }`. */
export function toErrorBody(
  error: ApplicationError,
  language: Language,
): {
  error: { code: string; message: string; details?: readonly ErrorDetail[] }
} {
  const { code, details, text } = error
  const message = inLanguage(text, language)
  return { error: details.length > 0 ? { code, message, details } : { code, message } }
}
