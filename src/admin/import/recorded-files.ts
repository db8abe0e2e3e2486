import { isEditorialCollection, type EditorialCollection } from '#model/documents.ts'
import { recordIn, rowsIn } from '#portrait/kinds/values.ts'

/** A file in the report of a run that is over. */
export interface RecordedFile {
  file: string
  result: 'created' | 'updated' | 'unchanged' | 'failed'
  document: { collection: EditorialCollection; id: string } | null
  /** What it was about; '' where it failed. */
  profession: string
  /** null: nationwide. */
  region: string | null
  reason: string
  warnings: number
}

const results = ['created', 'updated', 'unchanged', 'failed'] as const

/** Reads the report of a run as it was kept; what is of another form is left out. */
export function readReport(report: unknown): RecordedFile[] {
  return rowsIn(report).flatMap((entry) => {
    const result = results.find((known) => known === entry.result)
    if (result === undefined) return []
    const imported = recordIn(entry.imported)
    const failure = recordIn(entry.failure)
    const { collection, id } = imported
    return [
      {
        file: textOrEmpty(entry.file),
        result,
        document:
          isEditorialCollection(collection) && typeof id === 'string' ? { collection, id } : null,
        profession: textOrEmpty(imported.profession),
        region: typeof imported.region === 'string' ? imported.region : null,
        reason: textOrEmpty(failure.reason),
        warnings: Array.isArray(imported.warnings) ? imported.warnings.length : 0,
      },
    ]
  })
}

function textOrEmpty(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
