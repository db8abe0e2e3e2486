import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { asc, gt, sql } from 'drizzle-orm'
import { sqlIn, type Sql } from '#database/sql.ts'
import { logLeaves as l } from '#database/tables.ts'
import { isRecord } from '#model/documents.ts'
import { signingKeyOf } from '#publishing/log/signing.ts'
import { checkpointText, isSigned, readSignatureLine } from '#read-model/log/note.ts'
import { signedWords } from '#read-model/log/statement.ts'
import { readTileOf, TileIncomplete } from '#read-model/log/tiles.ts'
import { rootOf, rootOfHashes, tileWidth, type ReadTile } from '#read-model/log/tree.ts'
import { logCheckpoints, logNodes } from '#read-model/tables.ts'
import { readPublicKeys, type PublicKeys } from './log-keys.ts'
import type { Compare } from './slice.ts'
import type { AuditProblem } from './verify.ts'

/**
 * Recomputes the public log: each leaf from what it says and its salt, with its signature and its place; and,
 * when all leaves were met, the tree and the newest checkpoint over them.
 */
export const compareLog: Compare = async (req, after, most) => {
  const db = await sqlIn(req)
  const start = after === null ? -1 : Number(after)
  const leaves = await db
    .select()
    .from(l)
    .where(gt(l.index, start))
    .orderBy(asc(l.index))
    .limit(most)
  const { keys, problems: ofKeys } = await readPublicKeys(db, signingKeyOf(req.payload))
  const problems: AuditProblem[] = after === null ? ofKeys : []
  let expected = start + 1
  for (const leaf of leaves) {
    const where = `log #${String(leaf.index)}`
    if (leaf.index !== expected) problems.push({ where, problem: 'A leaf before it is missing.' })
    expected = (leaf.index ?? expected) + 1
    const said = readStatement(leaf.statement)
    if (said === undefined) problems.push({ where, problem: 'What it says cannot be read.' })
    else if (!isOfStatement(leaf, said))
      problems.push({ where, problem: 'It is not the hash of what it says.' })
    // Where no key is known, neither listed nor here, who signed cannot be told: that one is missing is.
    const isJudged = leaf.signature !== null && keys.size > 0
    if (isJudged && !isOfKey(leaf.entry, leaf.signature ?? '', keys)) {
      problems.push({ where, problem: 'No key of the house signed it.' })
    }
  }
  const isOver = leaves.length < most
  if (isOver) {
    try {
      problems.push(...(await compareTree(db, expected, keys)))
    } catch (error) {
      if (!(error instanceof TileIncomplete)) throw error
      problems.push({ where: 'log', problem: error.message })
    }
  }
  return {
    problems,
    rows: leaves.length,
    last: isOver ? null : String(leaves.at(-1)?.index ?? ''),
  }
}

function readStatement(statement: string): Record<string, unknown> | undefined {
  try {
    const said: unknown = JSON.parse(statement)
    return isRecord(said) ? said : undefined
  } catch {
    return undefined
  }
}

function isOfStatement(leaf: typeof l.$inferSelect, said: Record<string, unknown>): boolean {
  const entry = createHash('sha256').update(leaf.salt).update(leaf.statement).digest()
  if (!entry.equals(leaf.entry) || said.document !== leaf.document) return false
  const digestOf = (kind: string) => (said.kind === kind ? said.digest : null)
  return leaf.digest === digestOf('publication') && leaf.redacts === digestOf('redaction')
}

function isOfKey(entry: Buffer, signature: string, keys: PublicKeys): boolean {
  const [id = '', written = ''] = signature.split(' ')
  const key = keys.get(id)
  if (!key) return false
  return isSigned(signedWords(key.name, entry), Buffer.from(written, 'base64'), key.publicKey)
}

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

async function compareTree(db: Sql, size: number, keys: PublicKeys): Promise<AuditProblem[]> {
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
    const checkpoints = await db
      .select()
      .from(logCheckpoints)
      .where(gt(logCheckpoints.size, last))
      .orderBy(asc(logCheckpoints.size))
      .limit(checkpointsAtATime)
    for (const { size: of, root, note } of checkpoints) {
      last = of
      // Somebody publishes meanwhile: the next comparison looks at it.
      if (of > size && of <= (await countLeaves(db))) continue
      const isRight = isSound && of <= size && (await rootOf(of, readTile)).equals(root)
      if (isRight && isCheckpoint(note, of, root, keys)) continue
      problems.push({
        where: `log checkpoint ${String(of)}`,
        problem: 'It is not that of the leaves, or no key of the house signed it.',
      })
    }
    if (checkpoints.length < checkpointsAtATime) return problems
    await nextTurn()
  }
}

function isCheckpoint(note: string, size: number, root: Buffer, keys: PublicKeys): boolean {
  const [text = '', lines = ''] = note.split('\n\n')
  return lines.split('\n').some((line) => {
    const read = readSignatureLine(line)
    const key = read && keys.get(`${read.name}+${read.id}`)
    return (
      key !== undefined &&
      `${text}\n` === checkpointText(key.name, size, root) &&
      isSigned(`${text}\n`, read?.signature ?? Buffer.alloc(0), key.publicKey)
    )
  })
}
