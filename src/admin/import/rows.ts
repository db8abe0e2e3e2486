import type { FileLine, ImportedLine } from '#importing/portraits/lines.ts'

/** What the server said of a file, or what kept it from being sent. */
export type FileOutcome =
  FileLine | { result: 'failed'; failure: { line: number | null; reason: string } }

/** One file on the page. */
export interface ImportRow {
  /** Its path where a folder was given; no two rows have the same. */
  name: string
  file: File
  isChosen: boolean
  /** What would become of it. */
  seen: FileOutcome | null
  /** What became of it. */
  done: FileOutcome | null
}

/** What is to be shown of all the rows, of those with warnings, or of those that fail. */
export type Shown = 'all' | 'warned' | 'failed'

/** The newest thing that is known of a file. */
export function newestOf({ seen, done }: ImportRow): FileOutcome | null {
  return done ?? seen
}

export function isImported(told: FileOutcome | null): told is Extract<FileLine, ImportedLine> {
  return told !== null && told.result !== 'failed'
}

/** Says whether a file can be imported: it was recognised, and it is not there already. */
export function isImportable({ seen }: ImportRow): boolean {
  return isImported(seen) && seen.result !== 'unchanged'
}

/** The files that are to be written and are not yet. */
export function pendingOf(rows: readonly ImportRow[]): ImportRow[] {
  return rows.filter((row) => row.isChosen && isImportable(row) && row.done === null)
}

export function failedOf(rows: readonly ImportRow[]): ImportRow[] {
  return rows.filter(({ done }) => done?.result === 'failed')
}

/** Says whether a file speaks of a profession or a place that the CMS does not know. */
export function namesUnknown(told: FileOutcome): boolean {
  return (
    told.result === 'failed' &&
    'problem' in told.failure &&
    told.failure.problem === 'unknown_entry'
  )
}

/** How many files came to which end; those that nobody chose came to none. */
export function countResults(rows: readonly ImportRow[]): Record<FileOutcome['result'], number> {
  const counts = { created: 0, updated: 0, unchanged: 0, failed: 0 }
  for (const row of rows) {
    const told = newestOf(row)
    if (told && (row.done || !isImportable(row))) counts[told.result] += 1
  }
  return counts
}

export function rowsToShow(rows: readonly ImportRow[], shown: Shown): ImportRow[] {
  return rows.filter((row) => {
    const told = newestOf(row)
    if (shown === 'failed') return told?.result === 'failed'
    return shown === 'all' || (isImported(told) && told.warnings.length > 0)
  })
}

/** What the dry run told of a file; what can be imported is chosen. */
export function withSeen(row: ImportRow, seen: FileOutcome): ImportRow {
  return { ...row, seen, isChosen: isImportable({ ...row, seen }) }
}

/**
 * Adds files to the rows. The very same file again is left out; another one of the same name gets a
 * number, for a run tells its files apart by their names.
 */
export function addFiles(
  rows: readonly ImportRow[],
  added: readonly { name: string; file: File }[],
): ImportRow[] {
  const all = [...rows]
  for (const { name, file } of added) {
    const isThere = all.some(
      (row) =>
        row.name === name &&
        row.file.size === file.size &&
        row.file.lastModified === file.lastModified,
    )
    if (isThere) continue
    const names = new Set(all.map((row) => row.name))
    let unused = name
    for (let number = 2; names.has(unused); number += 1) unused = `${name} (${String(number)})`
    all.push({ name: unused, file, isChosen: false, seen: null, done: null })
  }
  return all
}
