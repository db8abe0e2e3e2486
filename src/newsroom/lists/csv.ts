import type { PayloadRequest } from 'payload'
import { writeTable, type Column } from '#model/csv-table.ts'
import { inLanguage } from '#model/text.ts'
import { riskLabels } from '#model/risk.ts'
import { stageLabels } from '#model/stages.ts'
import { readTexts, type parseList } from './list.ts'
import type { NewsroomText } from './entries.ts'

/** The columns of the export, in order. */
const columns: readonly Column<NewsroomText>[] = [
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
  {
    label: { de: 'Freigaben', en: 'Approvals' },
    cell: ({ approval }) => approval?.text ?? '',
  },
  { label: { de: 'Zuletzt geändert', en: 'Last change' }, cell: ({ changedAt }) => changedAt },
  { label: { de: 'Live seit', en: 'Live since' }, cell: ({ liveAt }) => liveAt ?? '' },
  { label: { de: 'Sammlung', en: 'Collection' }, cell: ({ collection }) => collection },
  { label: { de: 'Kennung', en: 'Id' }, cell: ({ id }) => id },
]

const pageLength = 200

/** The texts that a list shows as CSV in the caller's language, page by page. */
export function writeCsv(
  req: PayloadRequest,
  asked: ReturnType<typeof parseList>,
): AsyncGenerator<string> {
  return writeTable(columns, pagesOf(req, asked), req.i18n.language)
}

async function* pagesOf(
  req: PayloadRequest,
  asked: ReturnType<typeof parseList>,
): AsyncGenerator<NewsroomText[]> {
  let { cursor } = asked
  for (;;) {
    const page = await readTexts(req, { ...asked, limit: pageLength, cursor })
    yield page.texts
    if (page.nextCursor === null) return
    cursor = page.nextCursor
  }
}
