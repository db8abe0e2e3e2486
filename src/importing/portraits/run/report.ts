import type { Outcome } from '../import-files.ts'

/** How many files came to which end. */
export interface Counts {
  created: number
  updated: number
  unchanged: number
  failed: number
}

export function countResults(outcomes: readonly Pick<Outcome, 'result'>[]): Counts {
  const counts: Counts = { created: 0, updated: 0, unchanged: 0, failed: 0 }
  for (const { result } of outcomes) counts[result] += 1
  return counts
}

/** From this many files on each is told as it is done. */
export const manyFiles = 10

/** One line of progress: "[ 12/250] created  texts/koch-bonn.txt". */
export function progressLine({ file, result }: Outcome, index: number, total: number): string {
  const count = String(index + 1).padStart(String(total).length)
  return `[${count}/${String(total)}] ${result.padEnd('unchanged'.length)}  ${file}`
}

/** The report on a run: a table, then warnings and errors file by file, then the sums. */
export function reportLines(
  outcomes: readonly Outcome[],
  options: { isDryRun: boolean },
): string[] {
  const remarks = outcomes.flatMap(remarksOn)
  return [
    ...tableLines([header, ...outcomes.map(cells)]),
    ...(remarks.length > 0 ? ['', ...remarks] : []),
    '',
    sumLine(outcomes, options),
  ]
}

const header = ['Result', 'File', 'Profession', 'Region', 'Sections', 'Figures', 'Warnings']
/** Columns of numbers stand to the right. */
const numeric = new Set(['Sections', 'Warnings'])

function cells(outcome: Outcome): string[] {
  if (outcome.result === 'failed') return ['failed', outcome.file, '–', '–', '–', '–', '–']
  const { profession, region, sections, figures, unsourced, warnings } = outcome.imported
  return [
    outcome.result,
    outcome.file,
    profession,
    region ?? '(nationwide)',
    String(sections),
    unsourced > 0 ? `${String(figures)} (${String(unsourced)} unsourced)` : String(figures),
    String(warnings.length),
  ]
}

/** What is to be said about a file, as "path:line  reason". */
function remarksOn(outcome: Outcome): string[] {
  const at = (line: number | null) =>
    line === null ? outcome.file : `${outcome.file}:${String(line)}`
  if (outcome.result === 'failed') {
    const { line, reason, problem } = outcome.failure
    const advice = problem === 'unknown_entry' ? ' With --create-missing an entry is made.' : ''
    return [`${at(line)}  error: ${reason}${advice}`]
  }
  return [...outcome.imported.warnings]
    .sort((left, right) => (left.line ?? 0) - (right.line ?? 0))
    .map(({ line, message }) => `${at(line)}  warning: ${message.en}`)
}

function sumLine(outcomes: readonly Outcome[], { isDryRun }: { isDryRun: boolean }): string {
  const { created, updated, unchanged, failed } = countResults(outcomes)
  const sums = [
    `${String(created)} created`,
    `${String(updated)} updated`,
    `${String(unchanged)} unchanged`,
    `${String(failed)} failed`,
  ].join(', ')
  const files = `${String(outcomes.length)} ${outcomes.length === 1 ? 'file' : 'files'}`
  return `${isDryRun ? 'Dry run, nothing was written. ' : ''}${files}: ${sums}.`
}

/** Rows under a header, each column as wide as its widest cell. */
function tableLines(rows: readonly string[][]): string[] {
  const widths = header.map((_, column) =>
    Math.max(...rows.map((row) => [...(row[column] ?? '')].length)),
  )
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - [...cell].length)
        return numeric.has(header[column] ?? '') ? gap + cell : cell + gap
      })
      .join('  ')
      .trimEnd(),
  )
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  return [...lines.slice(0, 1), rule, ...lines.slice(1)]
}
