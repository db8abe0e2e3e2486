import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { workflowEvents as e } from '#database/tables.ts'
import { onRecord } from '#record/events.ts'
import { logKeys } from '#read-model/tables.ts'

// Who signs for the log is on record: a key is listed, and ends, by an event that the database takes no other
// word for (migrations/functions/log.sql), and `audit:verify` holds the list against them.

/** Where the events of the keys stand: one chain for the list. */
export const keysOnRecord = { kind: 'log', collection: 'log', id: 'keys' } as const

/** Lists the key that signs, and ends the one before it; nothing where it is listed. Within a transaction. */
export async function listKey(req: PayloadRequest, verifier: string): Promise<void> {
  if (await isListed(req, verifier)) return
  const db = await sqlIn(req)
  const before = await db
    .select({ verifier: logKeys.verifier })
    .from(logKeys)
    .where(and(eq(logKeys.kind, 'log'), ne(logKeys.verifier, verifier), isNull(logKeys.validUntil)))
  await tell(req, 'listKey', { verifier }, () =>
    db.insert(logKeys).values({ verifier, kind: 'log' }),
  )
  for (const ending of before) {
    await tell(req, 'endKey', ending, () =>
      db
        .update(logKeys)
        .set({ validUntil: sql`clock_timestamp()` })
        .where(eq(logKeys.verifier, ending.verifier)),
    )
  }
}

/** Lists the key of a witness; nothing where it is listed. Within a transaction. */
export async function listWitness(req: PayloadRequest, verifier: string): Promise<void> {
  if (await isListed(req, verifier)) return
  const db = await sqlIn(req)
  await tell(req, 'addWitness', { verifier }, () =>
    db.insert(logKeys).values({ verifier, kind: 'witness' }),
  )
}

/** Puts on record, once, what was listed before keys were on record. Within a transaction. */
export async function adoptKeys(req: PayloadRequest): Promise<void> {
  const db = await sqlIn(req)
  const [told] = await db
    .select({ id: e.id })
    .from(e)
    .where(and(eq(e.documentCollection, keysOnRecord.collection), eq(e.document, keysOnRecord.id)))
    .limit(1)
  if (told) return
  for (const { verifier, kind, validFrom: from, validUntil: until } of await db
    .select()
    .from(logKeys)) {
    const transition = kind === 'log' ? 'listKey' : 'addWitness'
    await tell(req, transition, { verifier, from, until }, () => Promise.resolve())
  }
}

async function isListed(req: PayloadRequest, verifier: string): Promise<boolean> {
  const db = await sqlIn(req)
  const rows = await db
    .select({ verifier: logKeys.verifier })
    .from(logKeys)
    .where(eq(logKeys.verifier, verifier))
  return rows.length > 0
}

async function tell(
  req: PayloadRequest,
  transition: 'listKey' | 'endKey' | 'addWitness',
  data: Readonly<Record<string, string | null>>,
  write: () => PromiseLike<unknown>,
): Promise<void> {
  await onRecord(req, { ...keysOnRecord, transition, actor: null, data }, async () => {
    await write()
  })
}
