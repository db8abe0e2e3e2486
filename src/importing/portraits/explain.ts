import { isApplicationError } from '#model/errors.ts'
import { fieldErrorsOf, isPayloadError } from '#access/payload-errors.ts'
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
  if (isApplicationError(error)) {
    return { line: null, reason: inLanguage(error.text, language) }
  }
  // What fields refuse is said in the language of the request.
  const fields = isPayloadError(error) ? fieldErrorsOf(error) : []
  const refused = fields.map(({ path, message }) => `${path}: ${message}`).join(' ')
  return { line: null, reason: refused || innermostMessage(error) }
}

/** The database's own words, not the statement around them. */
function innermostMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause instanceof Error) return innermostMessage(error.cause)
  return error.message.split('\n')[0] ?? error.message
}
