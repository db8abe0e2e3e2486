import { asc, desc, eq, exists, sql } from 'drizzle-orm'
import { readEntries, readTileOf } from '#read-model/log/tiles.ts'
import { consistencyProof, inclusionProof, tileWidth } from '#read-model/log/tree.ts'
import { readVerifierKey } from '#read-model/log/note.ts'
import type { Sql } from '#read-model/sql.ts'
import {
  logCheckpoints,
  logCosignatures,
  logEntries,
  logKeys,
  logRedactions,
} from '#read-model/tables.ts'

/** A key as it is listed. */
export interface ListedKey {
  verifier: string
  name: string
  id: string
  publicKey: string
  from: string
  until: string | null
}

/** The keys that have signed, the newest first, and those of witnesses. */
export async function readKeys(db: Sql): Promise<{ keys: ListedKey[]; witnesses: ListedKey[] }> {
  const { verifier, kind, validFrom: from, validUntil: until } = logKeys
  const rows = await db
    .select({ verifier, kind, from, until })
    .from(logKeys)
    .orderBy(desc(from), asc(verifier))
  const listed = rows.flatMap(({ kind, ...row }) => {
    const key = readVerifierKey(row.verifier)
    if (!key) return []
    const { name, id, publicKey } = key
    return [{ kind, ...row, name, id, publicKey: publicKey.toString('base64') }]
  })
  const of = (wanted: string) =>
    listed.filter(({ kind }) => kind === wanted).map(({ kind: _, ...key }) => key)
  return { keys: of('log'), witnesses: of('witness') }
}

/**
 * The newest checkpoint, with what witnesses have signed of it; undefined while there is none.
 *
 * @param isWitnessed the newest of those that a witness has signed
 */
export async function readCheckpoint(
  db: Sql,
  isWitnessed = false,
): Promise<{ size: number; note: string } | undefined> {
  const signed = db
    .select({ size: logCosignatures.size })
    .from(logCosignatures)
    .where(eq(logCosignatures.size, logCheckpoints.size))
  const [last] = await db
    .select({ size: logCheckpoints.size, note: logCheckpoints.note })
    .from(logCheckpoints)
    .where(isWitnessed ? exists(signed) : undefined)
    .orderBy(desc(logCheckpoints.size))
    .limit(1)
  if (!last) return undefined
  const lines = await db
    .select({ line: logCosignatures.line })
    .from(logCosignatures)
    .where(eq(logCosignatures.size, last.size))
    .orderBy(asc(logCosignatures.witness))
  return { size: last.size, note: [last.note, ...lines.map(({ line }) => `${line}\n`)].join('') }
}

/** Where an entry stands; undefined where it stands nowhere yet. */
export async function findIndex(db: Sql, entry: Buffer): Promise<number | undefined> {
  const [found] = await db
    .select({ index: logEntries.index })
    .from(logEntries)
    .where(eq(logEntries.entry, sql`${entry}`))
  return found?.index ?? undefined
}

/** A tile of hashes, or of entries, one after the other; undefined where there are fewer than asked for. */
export async function readTile(
  db: Sql,
  asked: { level: number | 'entries'; number: number; width: number; size: number },
): Promise<Buffer | undefined> {
  const { level, number, width, size } = asked
  const span = level === 'entries' ? 1 : tileWidth ** level
  if (width < 1 || number * tileWidth + width > Math.floor(size / span)) return undefined
  if (level !== 'entries') return Buffer.concat(await readTileOf(db)(level, number, width))
  const entries = await readEntries(db, number * tileWidth, width)
  return Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(entry.length)
      return [length, entry]
    }),
  )
}

export async function proveInclusion(db: Sql, index: number, size: number): Promise<string[]> {
  return inBase64(await inclusionProof(index, size, readTileOf(db)))
}

export async function proveConsistency(db: Sql, from: number, size: number): Promise<string[]> {
  return inBase64(await consistencyProof(from, size, readTileOf(db)))
}

function inBase64(hashes: readonly Buffer[]): string[] {
  return hashes.map((hash) => hash.toString('base64'))
}

/** That the words of an entry's text are gone from the house, and the leaf that says so, proven; base64. */
export interface ToldRedaction {
  at: string
  entry: string
  salt: string
  index: number
  proof: string[]
}

/**
 * What the log of a size says of an entry whose text was emptied since; null where it says nothing of the kind,
 * or not yet.
 */
export async function findRedaction(
  db: Sql,
  { entry: of, size }: { entry: string; size: number },
): Promise<ToldRedaction | null> {
  const [row] = await db
    .select()
    .from(logRedactions)
    .where(eq(logRedactions.ofEntry, Buffer.from(of, 'base64')))
    .limit(1)
  if (!row?.at || !row.entry || !row.salt) return null
  const index = await findIndex(db, row.entry)
  if (index === undefined || index >= size) return null
  return {
    at: row.at,
    entry: row.entry.toString('base64'),
    salt: row.salt.toString('base64'),
    index,
    proof: await proveInclusion(db, index, size),
  }
}
