import { createLocalReq, type Payload } from 'payload'
import { inTransaction } from '#database/transaction.ts'
import type { Query } from '#read-model/query.ts'
import { finishPortraits } from './finish.ts'
import { lockProfession } from './locks.ts'
import { queryIn } from './query.ts'

/** How many portraits are finished before others get their turn. */
const atATime = 200

/**
 * Finishes the portraits whose time is over: one after the other, each in a transaction of its own.
 * Until then they are composed at each request. Gives how many.
 */
export async function finishStalePortraits(
  payload: Payload,
  isStopping: () => boolean = () => false,
): Promise<number> {
  const stale = await findStale(queryIn(await createLocalReq({}, payload)))
  for (const [index, { id, profession }] of stale.entries()) {
    if (isStopping()) return index
    const req = await createLocalReq({}, payload)
    await inTransaction(req, async () => {
      const query = queryIn(req)
      await lockProfession(query, profession)
      await finishPortraits(query, [id])
    })
  }
  return stale.length
}

async function findStale(query: Query): Promise<{ id: string; profession: string }[]> {
  const rows = await query(
    `SELECT document AS id, profession FROM delivery.portraits WHERE fresh_until <= now()
     ORDER BY fresh_until LIMIT ${String(atATime)}`,
  )
  return rows.map((row) => ({ id: String(row.id), profession: String(row.profession) }))
}

/**
 * Takes the words of new texts into the lexicon, which mistyped words are compared with; of what only
 * some sites may show, not even a word is told. In the order of the words, so that two who do it at
 * once never wait for each other in a circle.
 */
export async function extendLexicon(payload: Payload): Promise<void> {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    const query = queryIn(req)
    await query(
      `WITH news AS (
         SELECT id, search, sites FROM delivery.documents WHERE NOT is_in_lexicon
         ORDER BY id LIMIT ${String(atATime)} FOR UPDATE SKIP LOCKED
       ), kept AS (
         UPDATE delivery.documents d SET is_in_lexicon = true FROM news WHERE d.id = news.id
       ), words AS (
         SELECT DISTINCT unnest(tsvector_to_array(search)) COLLATE "C" AS word FROM news
         WHERE sites = '{}'
       )
       INSERT INTO delivery.lexicon
       SELECT word FROM words w
       WHERE NOT EXISTS (SELECT FROM delivery.lexicon l WHERE l.word = w.word)
       ORDER BY word ON CONFLICT DO NOTHING`,
    )
  })
}

/** Forgets the texts of previews whose tokens have expired. */
export async function forgetExpiredPreviews(payload: Payload): Promise<void> {
  const query = queryIn(await createLocalReq({}, payload))
  await query('DELETE FROM preview_texts WHERE expires_at < now()')
}
