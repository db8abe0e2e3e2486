import { setImmediate as nextTurn } from 'node:timers/promises'
import { asc, eq, gt, sql } from 'drizzle-orm'
import type { Sql } from '#database/sql.ts'
import { logLeaves as l, workflowProofs } from '#database/tables.ts'
import { witnessOf } from '#publishing/log/witness.ts'
import { checkpointText, isSigned, readSignatureLine } from '#read-model/log/note.ts'
import { readTileOf, TileIncomplete } from '#read-model/log/tiles.ts'
import { rootOf, rootOfHashes, tileWidth, type ReadTile } from '#read-model/log/tree.ts'
import { logCheckpoints, logCosignatures, logNodes } from '#read-model/tables.ts'
import type { PublicKeys } from './log-keys.ts'
import type { AuditProblem } from './verify.ts'

const checkpointsAtATime = 100

async function countLeaves(db: Sql): Promise<number> {
  const [{ count } = { count: 0 }] = await db
    .select({ count: sql<number>`(coalesce(max(${l.index}), -1) + 1)::int` })
    .from(l)
  return count
}

/** Reads each tile once, as wide as it is by now: checkpoints before end within it. */
function wholeTiles(read: ReadTile, size: number): ReadTile {
  return async (level, number, width) => {
    const span = tileWidth ** level
    const there = Math.min(tileWidth, Math.floor(size / span) - number * tileWidth)
    try {
      return (await read(level, number, Math.max(width, there))).slice(0, width)
    } catch (error) {
      // The tree may not have grown over the newest leaves yet.
      if (!(error instanceof TileIncomplete)) throw error
      return read(level, number, width)
    }
  }
}

/**
 * Recomputes the tree over all leaves, and holds each checkpoint and each signature of a witness against it.
 *
 * @param size how many leaves there are
 */
export async function compareTree(
  db: Sql,
  size: number,
  known: { keys: PublicKeys; witnesses: PublicKeys },
): Promise<AuditProblem[]> {
  const { keys, witnesses } = known
  const problems: AuditProblem[] = []
  const readTile = wholeTiles(readTileOf(db), size)
  const nodes = await db.select().from(logNodes).orderBy(asc(logNodes.level), asc(logNodes.number))
  for (const { level, number, hash } of nodes) {
    const isWithin = (number + 1) * tileWidth ** level <= size
    if (isWithin && rootOfHashes(await readTile(level - 1, number, tileWidth)).equals(hash))
      continue
    problems.push({
      where: `log tile ${String(level)}/${String(number)}`,
      problem: 'It is not the hash of what is below it.',
    })
  }
  // A tree with a wrong tile has no right root.
  const isSound = problems.length === 0
  for (let last = -1; ;) {
    const { size: column, root: ofTree, note: written, proof } = logCheckpoints
    const checkpoints = await db
      .select({
        size: column,
        root: ofTree,
        note: written,
        isProved: sql<boolean>`${proof} IS NOT NULL OR ${column} <= ${workflowProofs.checkpointsAfter}`,
      })
      .from(logCheckpoints)
      .innerJoin(workflowProofs, sql`true`)
      .where(gt(logCheckpoints.size, last))
      .orderBy(asc(logCheckpoints.size))
      .limit(checkpointsAtATime)
    for (const { size: of, root, note, isProved } of checkpoints) {
      last = of
      const where = `log checkpoint ${String(of)}`
      if (!isProved) problems.push({ where, problem: 'It has no proof.' })
      // Somebody publishes meanwhile: the next comparison looks at it.
      if (of > size && of <= (await countLeaves(db))) continue
      const isRight = isSound && of <= size && (await rootOf(of, readTile)).equals(root)
      if (isRight && isCheckpoint(note, of, { root, keys })) continue
      problems.push({
        where,
        problem: 'It is not that of the leaves, or others than keys of the house have signed it.',
      })
    }
    if (checkpoints.length < checkpointsAtATime) break
    await nextTurn()
  }
  return [...problems, ...(await compareCosignatures(db, witnesses))]
}

/** Every line of the note is served as a signature of it: each has to be that of a key of the house. */
function isCheckpoint(
  note: string,
  size: number,
  { root, keys }: { root: Buffer; keys: PublicKeys },
): boolean {
  // As readers take it apart: a text may have blank lines, what is below it has none.
  const end = note.lastIndexOf('\n\n') + 1
  const text = note.slice(0, end)
  const lines = note.slice(end + 1).split('\n')
  return (
    lines.pop() === '' &&
    lines.length > 0 &&
    lines.every((line) => {
      const read = readSignatureLine(line)
      const key = read && keys.get(`${read.name}+${read.id}`)
      return (
        key !== undefined &&
        text === checkpointText(key.name, size, root) &&
        isSigned(text, read?.signature ?? Buffer.alloc(0), key.publicKey)
      )
    })
  )
}

/** What is served below checkpoints is what witnesses of the list have signed. */
async function compareCosignatures(db: Sql, witnesses: PublicKeys): Promise<AuditProblem[]> {
  const rows = await db
    .select({
      size: logCosignatures.size,
      witness: logCosignatures.witness,
      line: logCosignatures.line,
      note: logCheckpoints.note,
    })
    .from(logCosignatures)
    .innerJoin(logCheckpoints, eq(logCheckpoints.size, logCosignatures.size))
    .orderBy(asc(logCosignatures.size), asc(logCosignatures.witness))
  return rows.flatMap(({ size, witness, line, note }) => {
    const text = note.slice(0, note.lastIndexOf('\n\n') + 1)
    if (witnessOf(text, line, [...witnesses.values()]) === witness) return []
    const where = `log checkpoint ${String(size)}, ${witness}`
    return [{ where, problem: 'No witness of the list has signed it.' }]
  })
}
