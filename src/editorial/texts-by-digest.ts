import { and, asc, eq, gt, isNull, lt, notExists, or, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { deleteRowsOf } from '#database/delete-rows.ts'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn } from '#database/sql.ts'
import {
  expertLinks,
  workflowApprovals,
  workflowPlans,
  workflowStates,
  workflowTexts as texts,
  workflowTextWriters as writers,
  workflowTrash,
} from '#database/tables.ts'
import { isRecord, type EditorialCollection } from '#model/documents.ts'
import { DocumentNotFound, Gone } from '#model/errors.ts'
import type { Person } from '#model/person.ts'
import { fieldsInDigest } from '#portrait/registry.ts'

/** A text that a document had, under its digest. */
export interface StoredText {
  digest: string
  content: Record<string, unknown>
  writtenBy: Person | null
  writtenAt: string
}

/** Keeps the text of a document under its digest: content of a document at depth 0. */
export async function saveText(
  req: PayloadRequest,
  text: {
    collection: EditorialCollection
    id: string
    digest: string
    document: Readonly<Record<string, unknown>>
    writtenBy: Person | null
  },
): Promise<void> {
  const { collection, id, digest, document, writtenBy } = text
  const content = Object.fromEntries(fieldsInDigest.map((name) => [name, document[name] ?? null]))
  const db = await sqlIn(req)
  if (writtenBy) {
    await db
      .insert(writers)
      .values({ document: id, digest, person: writtenBy.id })
      .onConflictDoNothing()
  }
  const by = { writtenBy: writtenBy?.id ?? null, writtenByName: writtenBy?.name ?? null }
  await db
    .insert(texts)
    .values({ document: id, digest, documentCollection: collection, content, ...by })
    .onConflictDoUpdate({
      target: [texts.document, texts.digest],
      // What was emptied is there again where somebody writes the same.
      set: { content, redaction: null, ...by, writtenAt: sql`clock_timestamp()` },
    })
}

/** Forgets the texts of a document that was deleted. */
export const deleteTexts = [deleteRowsOf(texts), deleteRowsOf(writers)]

/** The text that a document had under a digest; undefined where there is none, or not any more, or it was emptied. */
export async function readText(
  req: PayloadRequest,
  id: string,
  digest: string,
): Promise<StoredText | undefined> {
  const db = await sqlIn(req)
  const [row] = await db
    .select()
    .from(texts)
    .where(and(eq(texts.document, id), eq(texts.digest, digest), isNull(texts.redaction)))
  return row && toText(row)
}

/**
 * The same for whoever asks for just that text.
 *
 * @throws DocumentNotFound 404, Gone 410 where two people had it emptied
 */
export async function requireText(
  req: PayloadRequest,
  id: string,
  digest: string,
): Promise<StoredText> {
  const text = await readText(req, id, digest)
  if (text) return text
  const db = await sqlIn(req)
  const [emptied] = await db
    .select({ redaction: texts.redaction })
    .from(texts)
    .where(and(eq(texts.document, id), eq(texts.digest, digest)))
  if (emptied) {
    throw new Gone(
      {
        de: 'Diese Fassung wurde geleert, weil ihre Worte gelöscht werden mussten.',
        en: 'This version was emptied: its words had to be erased.',
      },
      'redacted',
    )
  }
  throw new DocumentNotFound(`texts of ${id}`, digest)
}

/** Which of some digests a document has had a text under. */
export async function findKnownDigests(
  req: PayloadRequest,
  id: string,
  digests: readonly string[],
): Promise<string[]> {
  const db = await sqlIn(req)
  const rows = await db
    .select({ digest: texts.digest })
    .from(texts)
    .where(and(eq(texts.document, id), isOneOf(texts.digest, digests)))
  return rows.map(({ digest }) => digest)
}

/**
 * The ids of everybody who wrote a text of a document, under any of some digests, or any text of it at
 * all: nobody is forgotten when somebody else writes the same, or when the text itself is kept no longer.
 */
export async function findWriters(
  req: PayloadRequest,
  id: string,
  digests?: readonly string[],
): Promise<string[]> {
  const db = await sqlIn(req)
  const rows = await db
    .selectDistinct({ person: writers.person })
    .from(writers)
    .where(and(eq(writers.document, id), digests && isOneOf(writers.digest, digests)))
  return rows.map(({ person }) => person)
}

/** The texts written since one was current, oldest first. */
export async function findTextsSince(
  req: PayloadRequest,
  id: string,
  moment: string,
): Promise<StoredText[]> {
  const db = await sqlIn(req)
  const rows = await db
    .select()
    .from(texts)
    .where(and(eq(texts.document, id), gt(texts.writtenAt, moment), isNull(texts.redaction)))
    .orderBy(asc(texts.writtenAt))
  return rows.map(toText)
}

/**
 * Forgets what nobody asks for any more: texts that are older than a number of days, current for no
 * document, and bound to no approval, plan or link. Gives how many it forgot.
 */
export async function deleteOldTexts(req: PayloadRequest, days: number): Promise<number> {
  const db = await sqlIn(req)
  const { id, digest, liveDigest } = workflowStates
  const state = db
    .select({ id })
    .from(workflowStates)
    .where(
      and(
        eq(sql`${id}::text`, texts.document),
        or(eq(digest, texts.digest), eq(liveDigest, texts.digest)),
      ),
    )
  const inTrash = db
    .select({ document: workflowTrash.document })
    .from(workflowTrash)
    .where(and(eq(workflowTrash.document, texts.document), eq(workflowTrash.digest, texts.digest)))
  const isBound = [workflowApprovals, workflowPlans, expertLinks].map((table) =>
    db
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.document, texts.document), eq(table.digest, texts.digest))),
  )
  const forgotten = await db
    .delete(texts)
    .where(
      and(
        lt(texts.writtenAt, sql`now() - make_interval(days => ${days})`),
        notExists(state),
        notExists(inTrash),
        ...isBound.map((rows) => notExists(rows)),
      ),
    )
    .returning({ digest: texts.digest })
  return forgotten.length
}

function toText(row: typeof texts.$inferSelect): StoredText {
  const { digest, content, writtenBy, writtenByName, writtenAt } = row
  return {
    digest,
    content: isRecord(content) ? content : {},
    writtenBy: writtenBy === null ? null : { id: writtenBy, name: writtenByName ?? '' },
    writtenAt,
  }
}
