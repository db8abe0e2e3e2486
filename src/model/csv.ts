import papa from 'papaparse'

/** What a spreadsheet would take a cell that begins with it for: a formula (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u

/** Without it Excel takes UTF-8 for something else; it stands once, at the very beginning. */
export const byteOrderMark = '\uFEFF'

/**
 * Rows of cells as lines of CSV, each with its end: parted by semicolons, as a German Excel expects.
 * A cell that a spreadsheet would take for a formula gets an apostrophe first. Every cell stands in
 * quotes with `quotes: 'always'`, else only a cell that needs them.
 */
export function csvLines(
  rows: readonly (readonly string[])[],
  options: { quotes: 'always' | 'needed' },
): string {
  if (rows.length === 0) return ''
  const lines = papa.unparse(
    rows.map((cells) => [...cells]),
    {
      delimiter: ';',
      newline: '\r\n',
      quotes: options.quotes === 'always',
      escapeFormulae: formula,
    },
  )
  return `${lines}\r\n`
}
