import { asc, count, desc, eq, isNull, max, sql } from 'drizzle-orm'
import { createLocalReq, type Payload } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import { logLeaves } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import {
  checkpointText,
  readSignatureLine,
  signNote,
  verifierLineOf,
  type SigningKey,
} from '#read-model/log/note.ts'
import { readTileOf } from '#read-model/log/tiles.ts'
import { rootOf, rootOfHashes, tileWidth } from '#read-model/log/tree.ts'
import { logCheckpoints, logNodes } from '#read-model/tables.ts'
import { adoptKeys, listKey } from './keys.ts'
import { proveRow } from './proofs.ts'
import { findSigningKey, signEntry } from './signing.ts'

/** At most so many tiles a call: others get their turn. */
const tilesAtATime = 1000

/** What a call came to: how many leaves there are, and whether a key signs, or is one that has ended. */
export interface Grown {
  size: number
  hasKey: boolean
  isEnded: boolean
}

/**
 * Goes on with the tree of the log: the roots of tiles that have become full, the key that signs among those
 * that are listed, signatures that were missing, and a checkpoint over all there is. One caller at a time.
 */
export async function growLog(payload: Payload): Promise<Grown> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    const { key, isEnded } = await findSigningKey(db, payload)
    const hasKey = key !== undefined
    const [turn] = await db
      .select({ isMine: sql<boolean>`pg_try_advisory_xact_lock(hashtext('public log'))` })
      .from(sql`(VALUES (1)) one`)
    if (turn?.isMine !== true) return { size: 0, hasKey, isEnded }
    const size = await readSize(db)
    const { secret } = payload
    const isWhole = await growNodes(db, size, secret)
    await adoptKeys(req)
    if (!key) return { size, hasKey, isEnded }
    await listKey(req, verifierLineOf(key))
    await signLeaves(db, key, secret)
    if (isWhole) await signCheckpoint(db, size, { key, secret })
    return { size, hasKey, isEnded }
  })
}

/** How many leaves there are. */
async function readSize(db: Sql): Promise<number> {
  const [last] = await db.select({ index: max(logLeaves.index) }).from(logLeaves)
  return last?.index === null || last?.index === undefined ? 0 : last.index + 1
}

/** Writes the roots of full tiles that are not there yet, level by level; false where some are left. */
async function growNodes(db: Sql, size: number, secret: string): Promise<boolean> {
  const readTile = readTileOf(db)
  let left = tilesAtATime
  for (let level = 1, span = tileWidth; span <= size; level += 1, span *= tileWidth) {
    const wanted = Math.floor(size / span)
    const [there] = await db
      .select({ count: count() })
      .from(logNodes)
      .where(eq(logNodes.level, level))
    for (let number = there?.count ?? 0; number < wanted; number += 1) {
      if (left === 0) return false
      left -= 1
      const hash = rootOfHashes(await readTile(level - 1, number, tileWidth))
      const proof = proveRow(secret, ['node', level, number, hash])
      await db.insert(logNodes).values({ level, number, hash, proof })
    }
  }
  return true
}

const leavesAtATime = 500

/** Signs what was written without a key. */
async function signLeaves(db: Sql, key: SigningKey, secret: string): Promise<void> {
  const leaves = await db
    .select()
    .from(logLeaves)
    .where(isNull(logLeaves.signature))
    .orderBy(asc(logLeaves.id))
    .limit(leavesAtATime)
  for (const { id, entry, document, digest, redacts, statement, salt } of leaves) {
    const signature = signEntry(entry, key)
    const said = [entry, document, digest, redacts, statement, salt, signature] as const
    const proof = proveRow(secret, ['leaf', ...said])
    await db.update(logLeaves).set({ signature, proof }).where(eq(logLeaves.id, id))
  }
}

async function signCheckpoint(
  db: Sql,
  size: number,
  { key, secret }: { key: SigningKey; secret: string },
): Promise<void> {
  const [last] = await db
    .select({ size: logCheckpoints.size, root: logCheckpoints.root, note: logCheckpoints.note })
    .from(logCheckpoints)
    .orderBy(desc(logCheckpoints.size))
    .limit(1)
  if (last && last.size > size) return
  if (last?.size === size && isSignedBy(last.note, key)) return
  const root = await rootOf(size, readTileOf(db))
  const text = checkpointText(key.name, size, root)
  const note = signNote(text, key)
  if (last?.size !== size) {
    const proof = proveRow(secret, ['checkpoint', size, root, note])
    await db.insert(logCheckpoints).values({ size, root, note, proof })
    return
  }
  // A key that has taken the place of another signs what that one has signed last, below it: nobody need
  // trust a key that has ended.
  // One of another tree is none of this log; audit:verify says so.
  if (!last.root.equals(root)) return
  const signed = `${last.note}${note.slice(text.length + 1)}`
  const proof = proveRow(secret, ['checkpoint', size, root, signed])
  await db.update(logCheckpoints).set({ note: signed, proof }).where(eq(logCheckpoints.size, size))
}

function isSignedBy(note: string, { name, id }: SigningKey): boolean {
  return note.split('\n').some((line) => {
    const read = readSignatureLine(line)
    return read?.name === name && read.id === id
  })
}
