import { and, eq, isNull, sql } from 'drizzle-orm'
import { sqlIn, type Sql } from '#database/sql.ts'
import { notifications, workflowComments as c, workflowEvents as e } from '#database/tables.ts'
import { isOneOf } from '#database/is-one-of.ts'
import { Conflict, DocumentNotFound } from '#model/errors.ts'
import type { ErasureKind } from '../kind.ts'
import type { Of } from '../subject.ts'
import { titleOfDocument } from './title.ts'

/**
 * What a comment says, and the words of the text that it quotes. That it was written, where, by whom and when
 * stays, and the hash of what it said.
 */
export const comment: ErasureKind<Of<'comment'>> = {
  async require(req, { comment: id }) {
    const db = await sqlIn(req)
    const [row] = await db.select().from(c).where(eq(c.id, id)).for('update')
    if (!row) throw new DocumentNotFound('comments', id)
    if (row.redaction !== null) {
      throw new Conflict(
        { de: 'Dieser Kommentar ist schon geleert.', en: 'This comment has been emptied already.' },
        'erased',
      )
    }
    const { document, documentCollection: collection } = row
    return { collection, document }
  },

  async title(db, _, chain) {
    const title = await titleOfDocument(db, chain)
    return { de: `Kommentar zu „${title}“`, en: `Comment on “${title}”` }
  },

  async sample(db, { comment: id }) {
    const [row] = await db
      .select({ body: c.body, name: c.authorName })
      .from(c)
      .where(and(eq(c.id, id), isNull(c.redaction)))
    return row ? [{ label: { de: row.name, en: row.name }, words: row.body }] : []
  },

  findRows: (_, { comment: id }) =>
    Promise.resolve([{ place: 'workflow_comments', row: id, hash: null, leftHash: null }]),

  async empty(req, { comment: id }, redaction) {
    await emptyComments(await sqlIn(req), [id], redaction)
  },
}

/** Empties comments, and what people were told of them. */
export async function emptyComments(
  db: Sql,
  ids: readonly string[],
  redaction: string,
): Promise<void> {
  const withoutQuote = sql`CASE WHEN ${c.anchor} ->> 'on' = 'quote'
    THEN jsonb_build_object('on', 'document') ELSE ${c.anchor} END`
  await db
    .update(c)
    .set({ body: '', anchor: withoutQuote, redaction })
    .where(isOneOf(sql`${c.id}::text`, ids))
  const told = db
    .select({ id: e.id })
    .from(e)
    .where(and(eq(e.kind, 'comment'), isOneOf(sql`${e.data} ->> 'comment'`, ids)))
  await db.delete(notifications).where(sql`${notifications.event} IN ${told}`)
}
