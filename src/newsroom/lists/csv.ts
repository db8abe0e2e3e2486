import type { PayloadRequest } from 'payload'
import { inLanguage, type BilingualText } from '#model/text.ts'
import { riskLabels } from '#model/risk.ts'
import { stageLabels } from '#model/stages.ts'
import { readTexts, type parseList } from './list.ts'
import type { NewsroomText } from './texts.ts'

type Cell = (text: NewsroomText, language: string) => string

/** The columns of the export, in order. Moments are ISO 8601 in UTC, which every sheet reads. */
const columns: readonly { label: BilingualText; cell: Cell }[] = [
  { label: { de: 'Überschrift', en: 'Headline' }, cell: ({ title }) => title },
  { label: { de: 'Beruf', en: 'Profession' }, cell: ({ profession }) => profession?.name ?? '' },
  { label: { de: 'Region', en: 'Region' }, cell: ({ region }) => region?.name ?? '' },
  {
    label: { de: 'Stand', en: 'Stage' },
    cell: ({ stage }, language) => inLanguage(stageLabels[stage], language),
  },
  { label: { de: 'Stand seit', en: 'Stage since' }, cell: ({ stageSince }) => stageSince },
  {
    label: { de: 'Ressorts', en: 'Desks' },
    cell: ({ desks }) => desks.map(({ name }) => name).join(', '),
  },
  { label: { de: 'Fällig', en: 'Due' }, cell: ({ dueAt }) => dueAt ?? '' },
  { label: { de: 'Autor/in', en: 'Author' }, cell: ({ author }) => author?.name ?? '' },
  { label: { de: 'Schreibt', en: 'Writes' }, cell: ({ writer }) => writer?.name ?? '' },
  { label: { de: 'Prüft', en: 'Reviews' }, cell: ({ reviewer }) => reviewer?.name ?? '' },
  {
    label: { de: 'Risiko', en: 'Risk' },
    cell: ({ risk }, language) => (risk ? inLanguage(riskLabels[risk], language) : ''),
  },
  { label: { de: 'Zuletzt geändert', en: 'Last change' }, cell: ({ changedAt }) => changedAt },
  { label: { de: 'Live seit', en: 'Live since' }, cell: ({ liveAt }) => liveAt ?? '' },
  { label: { de: 'Sammlung', en: 'Collection' }, cell: ({ collection }) => collection },
  { label: { de: 'Kennung', en: 'Id' }, cell: ({ id }) => id },
]

const pageLength = 200

/**
 * The texts that a list shows as CSV in the caller's language, page by page: parted by semicolons, as
 * a German Excel expects, each cell in quotes, after a byte order mark, without which Excel takes UTF-8
 * for something else.
 */
export async function* writeCsv(
  req: PayloadRequest,
  asked: ReturnType<typeof parseList>,
): AsyncGenerator<string> {
  const { language } = req.i18n
  yield `\uFEFF${lineOf(columns.map(({ label }) => inLanguage(label, language)))}`
  let { cursor } = asked
  for (;;) {
    const page = await readTexts(req, { ...asked, limit: pageLength, cursor })
    if (page.texts.length > 0) {
      yield page.texts
        .map((text) => lineOf(columns.map(({ cell }) => cell(text, language))))
        .join('')
    }
    if (page.nextCursor === null) return
    cursor = page.nextCursor
  }
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(quote).join(';')}\r\n`
}

/**
 * A spreadsheet would take a cell that begins like a formula for one: such a cell gets an apostrophe
 * first (OWASP, CSV injection).
 */
function quote(cell: string): string {
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return `"${harmless.replaceAll('"', '""')}"`
}
