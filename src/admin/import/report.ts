import { byteOrderMark, csvLines } from '#model/csv.ts'
import type { Say } from '../words/say.ts'
import { stateOf } from './row-state.ts'
import { isImported, newestOf, type ImportRow } from './rows.ts'

/** The report on an import as a table for a spreadsheet. */
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
  return byteOrderMark + csvLines([header, ...lines], { quotes: 'needed' })
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
