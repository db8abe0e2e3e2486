import type { PayloadRequest } from 'payload'
import { byteOrderMark, csvLines } from '#model/csv.ts'
import { inLanguage, type BilingualText } from '#model/text.ts'
import { riskLabels } from '#model/risk.ts'
import { stageLabels } from '#model/stages.ts'
import { readTexts, type parseList } from './list.ts'
import type { NewsroomText } from './entries.ts'

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

/** The texts that a list shows as CSV in the caller's language, page by page. */
export async function* writeCsv(
  req: PayloadRequest,
  asked: ReturnType<typeof parseList>,
): AsyncGenerator<string> {
  const { language } = req.i18n
  yield byteOrderMark + linesOf([columns.map(({ label }) => inLanguage(label, language))])
  let { cursor } = asked
  for (;;) {
    const page = await readTexts(req, { ...asked, limit: pageLength, cursor })
    if (page.texts.length > 0) {
      yield linesOf(page.texts.map((text) => columns.map(({ cell }) => cell(text, language))))
    }
    if (page.nextCursor === null) return
    cursor = page.nextCursor
  }
}

function linesOf(rows: readonly (readonly string[])[]): string {
  return csvLines(rows, { quotes: 'always' })
}
