import { ValidationError, type PayloadRequest } from 'payload'
import { inLanguage, type BilingualText } from '#model/text.ts'

/** A field whose value is refused, at a dotted path, and why. */
export interface FieldProblem {
  path: string
  message: BilingualText
}

/** A refusal that names each field and the reason, in the language of the request. */
export function invalidFields(
  collection: string,
  problems: readonly FieldProblem[],
  req: PayloadRequest,
  id?: string | null,
): ValidationError {
  const errors = problems.map(({ path, message }) => ({
    path,
    message: inLanguage(message, req.i18n.language),
  }))
  return new ValidationError({ collection, errors, ...(id ? { id } : {}) }, req.t)
}
