import { byteOrderMark, csvLines } from './csv.ts'
import { inLanguage, type BilingualText } from './text.ts'

/** A column of a table: what it is called, and what stands in it of one row. */
export interface Column<Row> {
  label: BilingualText
  cell: (row: Row, language: string) => string
}

/**
 * A table as CSV in a language, page by page, its head with the first: whoever asks for pages that there cannot be
 * gets no half of a table. Moments stand in it as ISO 8601 in UTC, which every sheet reads.
 */
export async function* writeTable<Row>(
  columns: readonly Column<Row>[],
  pages: AsyncIterable<readonly Row[]>,
  language: string,
): AsyncGenerator<string> {
  let head = byteOrderMark + linesOf([columns.map(({ label }) => inLanguage(label, language))])
  for await (const rows of pages) {
    if (rows.length === 0) continue
    yield head + linesOf(rows.map((row) => columns.map(({ cell }) => cell(row, language))))
    head = ''
  }
  if (head !== '') yield head
}

/** A number as a sheet in that language reads it: with a comma in German. '' where there is none. */
export function numberCell(value: number | null, language: string): string {
  if (value === null) return ''
  return inLanguage({ de: String(value).replace('.', ','), en: String(value) }, language)
}

function linesOf(rows: readonly (readonly string[])[]): string {
  return csvLines(rows, { quotes: 'always' })
}
