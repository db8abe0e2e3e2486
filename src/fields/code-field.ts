import type { Field, TextField } from 'payload'
import type { CodeKind } from '#model/codes/code.ts'
import { inLanguage } from '#model/text.ts'

/** A text field for one code, checked with a message that says what is wrong with it. */
export function codeField(options: {
  name: string
  code: CodeKind
  required?: boolean
  unique?: boolean
  index?: boolean
}): Field {
  const { name, code, required = false, unique = false, index = false } = options
  const field: TextField = {
    name,
    type: 'text',
    label: code.name,
    required,
    unique,
    index,
    admin: { description: { de: `Beispiel: ${code.example}`, en: `Example: ${code.example}` } },
    validate: (value: unknown, { req }) => {
      if (value === undefined || value === null || value === '') {
        if (!required) return true
        return inLanguage(
          { de: `${code.name.de} fehlt.`, en: `${code.name.en} is missing.` },
          req.i18n.language,
        )
      }
      const problem = code.findProblem(value)
      return problem ? inLanguage(problem, req.i18n.language) : true
    },
  }
  return field
}

/** A list of codes of one kind; the message names the first that is wrong. */
export function codeListField(options: { name: string; code: CodeKind }): Field {
  const { name, code } = options
  return {
    name,
    type: 'text',
    hasMany: true,
    label: code.name,
    validate: (values: unknown, { req }) => {
      if (values === undefined || values === null) return true
      const problem = (Array.isArray(values) ? values : [values])
        .map((value: unknown) => code.findProblem(value))
        .find((found) => found !== undefined)
      return problem ? inLanguage(problem, req.i18n.language) : true
    },
  }
}
