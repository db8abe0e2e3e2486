import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Endpoint, PayloadRequest } from 'payload'
import { answerStream, pathPart } from '#access/answer.ts'
import { sqlIn } from '#database/sql.ts'
import { workflowEvents as e, workflowTexts as t } from '#database/tables.ts'
import { readDocument } from '#editorial/read-document.ts'
import { writeTable, type Column } from '#model/csv-table.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { isStage, stageLabels } from '#model/stages.ts'
import { inLanguage } from '#model/text.ts'
import { nameOfEvent } from '#workflow/event-names.ts'

/** One line of a document's history: something that happened, or a text that was written. */
interface HistoryLine {
  type: 'event' | 'text'
  at: string
  /** The event by its name on record; null for a text. */
  transition: string | null
  from: string | null
  to: string | null
  by: string | null
  comment: string | null
  headline: string | null
  digest: string | null
}

const typeLabels = {
  event: { de: 'Ereignis', en: 'Event' },
  text: { de: 'Fassung', en: 'Version' },
} as const

const columns: readonly Column<HistoryLine>[] = [
  { label: { de: 'Zeitpunkt', en: 'Time' }, cell: ({ at }) => at },
  {
    label: { de: 'Art', en: 'Type' },
    cell: ({ type }, language) => inLanguage(typeLabels[type], language),
  },
  {
    label: { de: 'Was', en: 'What' },
    cell: ({ transition }, language) =>
      transition === null ? '' : inLanguage(nameOfEvent(transition), language),
  },
  {
    label: { de: 'Stand vorher', en: 'Stage before' },
    cell: ({ from }, language) => nameOfStage(from, language),
  },
  {
    label: { de: 'Stand danach', en: 'Stage after' },
    cell: ({ to }, language) => nameOfStage(to, language),
  },
  { label: { de: 'Wer', en: 'Who' }, cell: ({ by }) => by ?? '' },
  { label: { de: 'Begründung', en: 'Reason' }, cell: ({ comment }) => comment ?? '' },
  { label: { de: 'Überschrift', en: 'Headline' }, cell: ({ headline }) => headline ?? '' },
  { label: { de: 'Prüfsumme', en: 'Digest' }, cell: ({ digest }) => digest ?? '' },
]

/** Rows that are read at a time, of events and of texts. */
const pageLength = 200

/** `GET /{id}/history.csv`: what happened to a document and the texts that it had, in order of time. */
export function historyCsvEndpoints(collection: EditorialCollection): Endpoint[] {
  return [
    {
      path: '/:id/history.csv',
      method: 'get',
      handler: (req) =>
        answerStream(req, 'text/csv; charset=utf-8', async () => {
          const { state } = await readDocument({ req, collection, id: pathPart(req, 'id') })
          return writeTable(columns, inOrder(req, state.id), req.i18n.language)
        }),
    },
  ]
}

/** Both in one order of time, in pages; of the same moment the text comes first that an event is about. */
async function* inOrder(req: PayloadRequest, id: string): AsyncGenerator<HistoryLine[]> {
  const [texts, events] = [textsOf(req, id), eventsOf(req, id)]
  let [text, event] = [await texts.next(), await events.next()]
  let page: HistoryLine[] = []
  while (text.done !== true || event.done !== true) {
    if (text.done !== true && (event.done === true || text.value.at <= event.value.at)) {
      page.push(text.value)
      text = await texts.next()
    } else if (event.done !== true) {
      page.push(event.value)
      event = await events.next()
    }
    if (page.length < pageLength) continue
    yield page
    page = []
  }
  yield page
}

async function* eventsOf(req: PayloadRequest, id: string): AsyncGenerator<HistoryLine> {
  const db = await sqlIn(req)
  let after = 0
  for (;;) {
    const rows = await db
      .select()
      .from(e)
      .where(and(eq(e.document, id), gt(e.sequence, after)))
      .orderBy(asc(e.sequence))
      .limit(pageLength)
    for (const row of rows) {
      yield {
        type: 'event',
        at: row.createdAt,
        transition: row.transition,
        from: row.fromStage,
        to: row.toStage,
        by: row.actorName,
        comment: row.comment,
        headline: null,
        digest: row.digest,
      }
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageLength) return
    after = last.sequence
  }
}

async function* textsOf(req: PayloadRequest, id: string): AsyncGenerator<HistoryLine> {
  const db = await sqlIn(req)
  let after: { writtenAt: string; digest: string } | null = null
  for (;;) {
    const rows: { digest: string; headline: string; writtenAt: string; by: string | null }[] =
      await db
        .select({
          digest: t.digest,
          headline: sql<string>`coalesce(${t.content} ->> 'headline', '')`,
          writtenAt: t.writtenAt,
          by: t.writtenByName,
        })
        .from(t)
        .where(
          and(
            eq(t.document, id),
            after === null
              ? undefined
              : sql`(${t.writtenAt}, ${t.digest}) > (${after.writtenAt}::timestamptz, ${after.digest})`,
          ),
        )
        .orderBy(asc(t.writtenAt), asc(t.digest))
        .limit(pageLength)
    for (const { writtenAt, ...row } of rows) {
      yield {
        type: 'text',
        at: writtenAt,
        transition: null,
        from: null,
        to: null,
        comment: null,
        ...row,
      }
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageLength) return
    after = last
  }
}

function nameOfStage(stage: string | null, language: string): string {
  return isStage(stage) ? inLanguage(stageLabels[stage], language) : ''
}
