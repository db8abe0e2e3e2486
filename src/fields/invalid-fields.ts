import { ValidationError, type PayloadRequest } from 'payload'
import { inLanguage, type BilingualText } from '#model/text.ts'

/** A field whose value is refused, at a dotted path, and why. */
export interface FieldProblem {
  path: string
  message: BilingualText
  /** What people call the field, where it lies deeper than its own name says. */
  label?: BilingualText
}

/** A refusal that names each field and the reason, in the language of the request. */
export function invalidFields(
  collection: string,
  problems: readonly FieldProblem[],
  req: PayloadRequest,
  id?: string | null,
): ValidationError {
  const { language } = req.i18n
  const errors = problems.map(({ path, message, label }) => ({
    path,
    message: inLanguage(message, language),
    ...(label && { label: inLanguage(label, language) }),
  }))
  return new ValidationError({ collection, errors, ...(id ? { id } : {}) }, req.t)
}
