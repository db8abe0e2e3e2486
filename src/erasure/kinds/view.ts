import { sql } from 'drizzle-orm'
import { sqlIn, type Sql } from '#database/sql.ts'
import { DocumentNotFound } from '#model/errors.ts'
import type { ErasureKind } from '../kind.ts'
import type { Of } from '../subject.ts'

/**
 * What Payload keeps for somebody of what they had open: columns and filters of lists, words of searches among
 * them. It goes as a whole; the admin shows its own defaults then.
 */
export const view: ErasureKind<Of<'view'>> = {
  async require(req, { view: id }) {
    const value = await readView(await sqlIn(req), id)
    if (value === undefined) throw new DocumentNotFound('payload-preferences', id)
    return { collection: 'payload-preferences', document: id }
  },

  title: () =>
    Promise.resolve({
      de: 'Gemerkte Ansicht einer Liste',
      en: 'What was kept of how a list looked',
    }),

  async sample(db, { view: id }) {
    const words = (await readView(db, id)) ?? ''
    return words === '' ? [] : [{ label: { de: 'Ansicht', en: 'View' }, words }]
  },

  findRows: (_, { view: id }) =>
    Promise.resolve([{ place: 'payload_preferences', row: id, hash: null, leftHash: null }]),

  async empty(req, { view: id }) {
    const db = await sqlIn(req)
    await db.execute(sql`DELETE FROM payload_preferences WHERE id::text = ${id}`)
  },
}

/** Locked until the transaction ends; undefined where there is none. */
async function readView(db: Sql, id: string): Promise<string | undefined> {
  const [row] = await db
    .select({ value: sql<string>`coalesce(value::text, '')` })
    .from(sql`payload_preferences`)
    .where(sql`id::text = ${id}`)
    .for('update')
  return row?.value
}
