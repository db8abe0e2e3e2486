import { and, asc, eq, lt, lte, not, notExists, sql } from 'drizzle-orm'
import { createLocalReq, type Payload } from 'payload'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { previewTexts, previewTokens } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { documents, lexicon, portraits } from '#read-model/tables.ts'
import { prerenderPortraits } from './prerender.ts'
import { lockProfession } from './locks.ts'

/** How many portraits are prerendered before others get their turn. */
const atATime = 200

/**
 * Prerenders the portraits whose time is over: one after the other, each in a transaction of its own.
 * Until then they are composed at each request. Gives how many.
 */
export async function prerenderStalePortraits(
  payload: Payload,
  isStopping: () => boolean = () => false,
): Promise<number> {
  const stale = await findStale(await sqlIn(await createLocalReq({}, payload)))
  for (const [index, { id, profession }] of stale.entries()) {
    if (isStopping()) return index
    const req = await createLocalReq({}, payload)
    await inTransaction(req, async () => {
      const db = await sqlIn(req)
      await lockProfession(db, profession)
      await prerenderPortraits(db, [id])
    })
  }
  return stale.length
}

function findStale(db: Sql): Promise<{ id: string; profession: string }[]> {
  return db
    .select({ id: portraits.document, profession: portraits.profession })
    .from(portraits)
    .where(lte(portraits.freshUntil, sql`now()`))
    .orderBy(asc(portraits.freshUntil))
    .limit(atATime)
}

/**
 * Takes the words of new texts into the lexicon, which mistyped words are compared with; of what only
 * some sites may show, not even a word is told. In the order of the words, so that two who do it at
 * once never wait for each other in a circle.
 */
export async function extendLexicon(payload: Payload): Promise<void> {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    const db = await sqlIn(req)
    const news = await db
      .select({ id: documents.id })
      .from(documents)
      .where(not(documents.isInLexicon))
      .orderBy(asc(documents.id))
      .limit(atATime)
      .for('update', { skipLocked: true })
    if (news.length === 0) return
    const ids = news.map(({ id }) => id)
    await db.update(documents).set({ isInLexicon: true }).where(isOneOf(documents.id, ids))
    const words = db
      .selectDistinct({
        word: sql`unnest(tsvector_to_array(${documents.search})) COLLATE "C"`.as('new_word'),
      })
      .from(documents)
      .where(and(isOneOf(documents.id, ids), eq(documents.sites, [])))
      .as('words')
    const known = db
      .select({ word: lexicon.word })
      .from(lexicon)
      .where(eq(lexicon.word, words.word))
    await db
      .insert(lexicon)
      .select(
        db.select({ word: words.word }).from(words).where(notExists(known)).orderBy(words.word),
      )
      .onConflictDoNothing()
  })
}

/** Forgets the tokens of previews that have expired, and their texts. */
export async function deleteExpiredPreviews(payload: Payload): Promise<void> {
  const db = await sqlIn(await createLocalReq({}, payload))
  await db.delete(previewTokens).where(lt(previewTokens.expiresAt, sql`now()`))
  await db.delete(previewTexts).where(lt(previewTexts.expiresAt, sql`now()`))
}
