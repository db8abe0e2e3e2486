import type { BilingualText } from '#model/text.ts'
import { nameOfPlace } from '#portrait/labels.ts'
import { textFieldsOf, type TextField } from '#portrait/quoting.ts'

/** What somebody has saved beside what stands in a form. */
export interface Versions {
  /** Of what is saved. */
  digest: string
  differing: { path: string; label: BilingualText; theirs: string; mine: string }[]
}

/** The fields with text in which two versions differ, in the order of the form. */
export function compareVersions(
  saved: Record<string, unknown>,
  form: Record<string, unknown>,
): Versions {
  const theirs = textFieldsOf(saved)
  const mine = textFieldsOf(form)
  const paths = [...new Set([...mine, ...theirs].map(({ path }) => path))]
  const textAt = (fields: readonly TextField[], path: string) =>
    fields.find((field) => field.path === path)?.text ?? ''
  return {
    digest: typeof saved.digest === 'string' ? saved.digest : '',
    differing: paths.flatMap((path) => {
      const pair = { theirs: textAt(theirs, path), mine: textAt(mine, path) }
      if (pair.theirs === pair.mine) return []
      const owner = mine.some((field) => field.path === path) ? form : saved
      return [{ path, label: nameOfPlace(path, owner, { withPart: true }), ...pair }]
    }),
  }
}

/** Every word of a document, to be copied. */
export function wholeTextOf(document: Record<string, unknown>): string {
  return textFieldsOf(document)
    .map(({ text }) => text)
    .filter(Boolean)
    .join('\n\n')
}
