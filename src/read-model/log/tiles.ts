import { and, asc, eq, gte, lt } from 'drizzle-orm'
import type { Sql } from '../sql.ts'
import { logEntries, logNodes } from '../tables.ts'
import { hashOfLeaf, tileWidth, type ReadTile } from './tree.ts'

/** Somebody took a leaf or a hash out. */
export class TileIncomplete extends Error {
  override readonly name = 'TileIncomplete'
}

/** Reads tiles from the database; each once. @throws TileIncomplete where some of one is missing */
export function readTileOf(db: Sql): ReadTile {
  const known = new Map<string, Promise<readonly Buffer[]>>()
  return async (level, number, width) => {
    const name = `${String(level)}/${String(number)}/${String(width)}`
    const found = known.get(name) ?? read(db, level, number, width)
    known.set(name, found)
    const hashes = await found
    if (hashes.length === width) return hashes
    throw new TileIncomplete(`The log lacks something of tile ${name}.`)
  }
}

async function read(db: Sql, level: number, number: number, width: number): Promise<Buffer[]> {
  const start = number * tileWidth
  if (level === 0) return (await readEntries(db, start, width)).map(hashOfLeaf)
  const { hash } = logNodes
  const rows = await db
    .select({ hash })
    .from(logNodes)
    .where(
      and(
        eq(logNodes.level, level),
        gte(logNodes.number, start),
        lt(logNodes.number, start + width),
      ),
    )
    .orderBy(asc(logNodes.number))
  return rows.map((row) => row.hash)
}

/** Entries from one on, in their order. */
export async function readEntries(db: Sql, start: number, most: number): Promise<Buffer[]> {
  const { entry, index } = logEntries
  const rows = await db
    .select({ entry })
    .from(logEntries)
    .where(and(gte(index, start), lt(index, start + most)))
    .orderBy(asc(index))
  return rows.flatMap((row) => (row.entry === null ? [] : [row.entry]))
}
