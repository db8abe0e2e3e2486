import type { EditorialCollection } from '#model/documents.ts'
import { inLanguage, type Language } from '#model/text.ts'
import type { FoundContent } from './writing/found.ts'
import type { Failure } from './explain.ts'
import type { Outcome } from './import-files.ts'
import type { Counts } from './run/report.ts'

/** A line of the answer. */
export type ImportLine = { start: { run: string | null } } | FileLine | { end: Counts }

/** What the API tells of one file: `index` is its place in the request, from 0. */
export type FileLine = {
  index: number
  file: string
} & ({ result: 'failed'; failure: Failure } | ImportedLine)

/** A file that went through, or would. `document` is null where it is not made yet. */
export interface ImportedLine extends FoundContent {
  result: 'created' | 'updated' | 'unchanged'
  document: { collection: EditorialCollection; id: string } | null
  profession: string
  /** null: nationwide. */
  region: string | null
  /** Entries that were made for it, by name. */
  made: { profession?: string; region?: string }
  warnings: { line: number | null; message: string }[]
}

/** The same in one language, and without what only we need. */
export function toImportLine(
  outcome: Outcome,
  { index, language }: { index: number; language: Language },
): FileLine {
  const { file, result } = outcome
  if (result === 'failed') return { index, file, result, failure: outcome.failure }
  const { collection, id, profession, region, made, warnings, found } = outcome.imported
  return {
    index,
    file,
    result,
    document: id === null ? null : { collection, id },
    profession,
    region,
    made,
    ...found,
    warnings: [...warnings]
      .sort((left, right) => (left.line ?? 0) - (right.line ?? 0))
      .map(({ line, message }) => ({ line, message: inLanguage(message, language) })),
  }
}
