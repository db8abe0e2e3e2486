import { createHash } from 'node:crypto'
import { asc, desc, eq, gt, inArray, or } from 'drizzle-orm'
import { sqlIn, type Sql } from '#database/sql.ts'
import { logLeaves as l } from '#database/tables.ts'
import { isRecord } from '#model/documents.ts'
import { signingKeyOf } from '#publishing/log/signing.ts'
import {
  checkpointText,
  isSigned,
  readSignatureLine,
  readVerifierKey,
  verifierLineOf,
  type SigningKey,
} from '#read-model/log/note.ts'
import { signedWords } from '#read-model/log/statement.ts'
import { readTileOf, TileIncomplete } from '#read-model/log/tiles.ts'
import { rootOf, rootOfHashes, tileWidth } from '#read-model/log/tree.ts'
import { logCheckpoints, logCosignatures, logKeys, logNodes } from '#read-model/tables.ts'
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
  const { keys, foreign } = await readPublicKeys(db, signingKeyOf(req.payload))
  const problems: AuditProblem[] = after === null ? foreign : []
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

type PublicKeys = ReadonlyMap<string, { name: string; publicKey: Buffer }>

/**
 * Those of the log, by name and id, with that of the installation, which may have signed a second before it is
 * listed. Once it is, it is the only one that has not ended: another beside it was listed by somebody else.
 */
async function readPublicKeys(
  db: Sql,
  own: SigningKey | undefined,
): Promise<{ keys: PublicKeys; foreign: AuditProblem[] }> {
  const rows = await db
    .select({ verifier: logKeys.verifier, until: logKeys.validUntil })
    .from(logKeys)
    .where(eq(logKeys.kind, 'log'))
  const ownLine = own && verifierLineOf(own)
  const open = rows.filter(({ until }) => until === null)
  const isListed = open.some(({ verifier }) => verifier === ownLine)
  const others = open.filter(({ verifier }) => isListed && verifier !== ownLine)
  const isNew = rows.every(({ verifier }) => verifier !== ownLine)
  const lines = rows.map(({ verifier }) => verifier)
  if (ownLine !== undefined && isNew) lines.push(ownLine)
  return {
    keys: new Map(
      lines.flatMap((line) => {
        const key = readVerifierKey(line)
        return key ? [[`${key.name}+${key.id}`, key]] : []
      }),
    ),
    foreign: others.map(({ verifier }) => ({
      where: `log key ${verifier}`,
      problem: 'It is listed as one that signs, but the installation has another.',
    })),
  }
}

function isOfKey(entry: Buffer, signature: string, keys: PublicKeys): boolean {
  const [id = '', written = ''] = signature.split(' ')
  const key = keys.get(id)
  if (!key) return false
  return isSigned(signedWords(key.name, entry), Buffer.from(written, 'base64'), key.publicKey)
}

async function compareTree(db: Sql, size: number, keys: PublicKeys): Promise<AuditProblem[]> {
  const problems: AuditProblem[] = []
  const readTile = readTileOf(db)
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
  const witnessed = db.selectDistinct({ size: logCosignatures.size }).from(logCosignatures)
  const [newest] = await db
    .select({ size: logCheckpoints.size })
    .from(logCheckpoints)
    .orderBy(desc(logCheckpoints.size))
    .limit(1)
  const checkpoints = await db
    .select()
    .from(logCheckpoints)
    .where(or(eq(logCheckpoints.size, newest?.size ?? 0), inArray(logCheckpoints.size, witnessed)))
  for (const { size: of, root, note } of checkpoints) {
    const isThere = of <= size && problems.length === 0
    const isRight = isThere && (await rootOf(of, readTile)).equals(root)
    if (isRight && isCheckpoint(note, of, root, keys)) continue
    problems.push({
      where: `log checkpoint ${String(of)}`,
      problem: 'It is not that of the leaves, or no key of the house signed it.',
    })
  }
  return problems
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
