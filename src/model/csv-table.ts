import { byteOrderMark, csvLines } from './csv.ts'
import { inLanguage, type BilingualText } from './text.ts'

/** A column of a table: what it is called, and what stands in it of one row. */
export interface Column<Row> {
  label: BilingualText
  cell: (row: Row, language: string) => string
}

/**
 * A table as CSV in a language, page by page: its head, and then as many lines at a time as a page has
 * rows. Moments stand in it as ISO 8601 in UTC, which every sheet reads.
 */
export async function* writeTable<Row>(
  columns: readonly Column<Row>[],
  pages: AsyncIterable<readonly Row[]>,
  language: string,
): AsyncGenerator<string> {
  yield byteOrderMark + linesOf([columns.map(({ label }) => inLanguage(label, language))])
  for await (const rows of pages) {
    if (rows.length === 0) continue
    yield linesOf(rows.map((row) => columns.map(({ cell }) => cell(row, language))))
  }
}

/** A number as a sheet in that language reads it: with a comma in German. '' where there is none. */
export function numberCell(value: number | null, language: string): string {
  if (value === null) return ''
  return inLanguage({ de: String(value).replace('.', ','), en: String(value) }, language)
}

function linesOf(rows: readonly (readonly string[])[]): string {
  return csvLines(rows, { quotes: 'always' })
}
