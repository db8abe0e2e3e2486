import { and, eq, or, exists } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { workflowEvents, workflowStates, workflowTextWriters } from '#database/tables.ts'
import { readDocument } from '#editorial/read-document.ts'
import { readText } from '#editorial/texts-by-digest.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { DocumentNotFound, Gone } from '#model/errors.ts'
import type { Person } from '#model/person.ts'
import type { BilingualText } from '#model/text.ts'
import { leftToday, renderPage, type PreviewPage } from './page.ts'

/** A text that a document had, as a site would show it, and which one that is. */
export interface PastPage {
  page: PreviewPage
  writtenAt: string
  writtenBy: Person | null
  /** The text is the working copy, or what is live, at this moment. */
  isWorking: boolean
  isLive: boolean
}

const notKept: BilingualText = {
  de: 'Der Wortlaut dieser Fassung wird nicht mehr aufbewahrt. Was mit ihr geschah, steht im Verlauf.',
  en: 'The words of this version are not kept any more. What was done with it stands in the history.',
}

/**
 * A text of a document's history as a site would show it, for whoever may read the document. What of it
 * may not be shown any more today (a quote whose consent has ended) is left out.
 *
 * @throws NotSignedIn 401, NotAllowed 403, DocumentNotFound 404, Gone 410 where the text is kept no more
 */
export async function readPastPage(options: {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
  digest: string
}): Promise<PastPage> {
  const { req, digest } = options
  const { state } = await readDocument(options)
  const text = await readText(req, state.id, digest)
  if (!text) {
    if (await wasOnRecord(req, state.id, digest)) throw new Gone(notKept, 'text_not_kept')
    throw new DocumentNotFound(`texts of ${state.id}`, digest)
  }
  const { content, writtenAt, writtenBy } = text
  return {
    page: await renderPage(req, leftToday(content)),
    writtenAt,
    writtenBy,
    isWorking: digest === state.digest,
    isLive: digest === state.live?.digest,
  }
}

/** Says whether a document has ever had a text under a digest. */
async function wasOnRecord(req: PayloadRequest, id: string, digest: string): Promise<boolean> {
  const db = await sqlIn(req)
  const { document, digest: written } = workflowTextWriters
  const writers = db
    .select({ document })
    .from(workflowTextWriters)
    .where(and(eq(document, id), eq(written, digest)))
  const events = db
    .select({ id: workflowEvents.id })
    .from(workflowEvents)
    .where(and(eq(workflowEvents.document, id), eq(workflowEvents.digest, digest)))
  const found = await db
    .select({ id: workflowStates.id })
    .from(workflowStates)
    .where(and(eq(workflowStates.id, id), or(exists(writers), exists(events))))
  return found.length > 0
}
