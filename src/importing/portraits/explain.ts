import { ApplicationError } from '#model/errors.ts'
import { isRecord } from '#model/documents.ts'
import { inLanguage, type Language } from '#model/text.ts'
import { PortraitTextError, type PortraitTextProblem } from './file/errors.ts'

/** Why a file was not imported, and the line (1-based) where an editor would look. */
export interface Failure {
  line: number | null
  reason: string
  problem?: PortraitTextProblem
}

/** Says in one language why a file was not imported, whatever was thrown. */
export function explainFailure(error: unknown, language: Language = 'en'): Failure {
  if (error instanceof PortraitTextError) {
    const { line, reason, problem } = error
    return { line, reason: inLanguage(reason, language), ...(problem ? { problem } : {}) }
  }
  if (error instanceof ApplicationError) {
    return { line: null, reason: inLanguage(error.text, language) }
  }
  // What fields refuse is said in the language of the request.
  return { line: null, reason: fieldErrorsOf(error) ?? innermostMessage(error) }
}

/** Payload's validation errors name the fields and what is wrong with them. */
function fieldErrorsOf(error: unknown): string | null {
  const data: unknown = error instanceof Error ? Reflect.get(error, 'data') : undefined
  const errors = isRecord(data) && Array.isArray(data.errors) ? data.errors.filter(isRecord) : []
  const fields = errors.flatMap(({ path, message }) =>
    typeof message === 'string' ? [typeof path === 'string' ? `${path}: ${message}` : message] : [],
  )
  return fields.length > 0 ? fields.join(' ') : null
}

/** The database's own words, not the statement around them. */
function innermostMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause instanceof Error) return innermostMessage(error.cause)
  return error.message.split('\n')[0] ?? error.message
}
