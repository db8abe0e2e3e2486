import type { Say } from '../words/say.ts'
import { stateOf } from './row-state.ts'
import { isImported, newestOf, type ImportRow } from './rows.ts'

/** The report on an import as a table for a spreadsheet: semicolons, as German ones read them. */
export function composeReport(
  rows: readonly ImportRow[],
  { say, origin }: { say: Say; origin: string },
): string {
  const header = [
    say('import:csvFile'),
    say('import:csvResult'),
    say('import:csvProfession'),
    say('import:csvRegion'),
    say('import:sectionsOf'),
    say('import:figuresOf'),
    say('import:warningsOf'),
    say('import:csvReason'),
    say('import:csvAddress'),
  ]
  const lines = rows.map((row) => cellsOf(row, { say, origin }))
  // The mark tells spreadsheets that it is UTF-8.
  return `\uFEFF${[header, ...lines].map(toLine).join('\r\n')}\r\n`
}

function cellsOf(row: ImportRow, { say, origin }: { say: Say; origin: string }): string[] {
  const told = newestOf(row)
  const state = stateOf(row, 'done')
  const result = state ? say(state.word) : ''
  if (!isImported(told)) {
    const { line = null, reason = '' } = told?.failure ?? {}
    return [row.name, result, '', '', '', '', '', atLine(line, reason, say), '']
  }
  const { profession, region, sections, figures, warnings, document } = told
  return [
    row.name,
    result,
    profession,
    region ?? say('import:nationwide'),
    String(sections.length),
    String(figures.length),
    warnings.map(({ line, message }) => atLine(line, message, say)).join(' | '),
    '',
    document ? `${origin}/admin/collections/${document.collection}/${document.id}` : '',
  ]
}

function atLine(line: number | null, text: string, say: Say): string {
  return line === null ? text : `${say('import:line', { line })}: ${text}`
}

function toLine(cells: readonly string[]): string {
  return cells.map(toCell).join(';')
}

/** A cell that no spreadsheet takes for a formula: file names come from anywhere. */
function toCell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
