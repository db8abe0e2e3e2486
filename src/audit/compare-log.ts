import { createHash } from 'node:crypto'
import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { logLeaves as l, workflowEvents as e, workflowProofs } from '#database/tables.ts'
import { isRecord } from '#model/documents.ts'
import { signingKeyOf } from '#publishing/log/signing.ts'
import { isSigned } from '#read-model/log/note.ts'
import { signedWords } from '#read-model/log/statement.ts'
import { TileIncomplete } from '#read-model/log/tiles.ts'
import { readPublicKeys, type PublicKeys } from './log-keys.ts'
import { compareTree } from './log-tree.ts'
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
  const known = await readPublicKeys(db, signingKeyOf(req.payload))
  const { keys } = known
  const problems: AuditProblem[] = after === null ? known.problems : []
  const unfounded = await findUnfounded(db, leaves)
  let expected = start + 1
  for (const leaf of leaves) {
    const where = `log #${String(leaf.index)}`
    if (leaf.index !== expected) problems.push({ where, problem: 'A leaf before it is missing.' })
    expected = (leaf.index ?? expected) + 1
    const said = readStatement(leaf.statement)
    if (said === undefined) problems.push({ where, problem: 'What it says cannot be read.' })
    else if (!isOfStatement(leaf, said))
      problems.push({ where, problem: 'It is not the hash of what it says.' })
    const reason = unfounded.get(leaf.id)
    if (reason !== undefined) problems.push({ where, problem: reason })
    // Where no key is known, neither listed nor here, who signed cannot be told: that one is missing is.
    const isJudged = leaf.signature !== null && keys.size > 0
    if (isJudged && !isOfKey(leaf.entry, leaf.signature ?? '', keys)) {
      problems.push({ where, problem: 'No key of the house signed it.' })
    }
  }
  const isOver = leaves.length < most
  if (isOver) {
    try {
      problems.push(...(await compareTree(db, expected, known)))
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

type Leaf = typeof l.$inferSelect

/** Leaves that nobody proved, or that tell of what was never published, and why. */
async function findUnfounded(db: Sql, leaves: readonly Leaf[]): Promise<Map<number, string>> {
  const ids = leaves.map(({ id }) => id)
  const unproved = await db
    .select({ id: l.id })
    .from(l)
    .innerJoin(workflowProofs, gt(l.id, workflowProofs.leavesAfter))
    .where(and(inArray(l.id, ids), isNull(l.proof)))
  const published = await db
    .selectDistinct({ document: e.document, digest: e.digest })
    .from(e)
    .where(
      and(
        isOneOf(
          e.document,
          leaves.map(({ document }) => document),
        ),
        eq(e.kind, 'workflow'),
        eq(e.transition, 'publish'),
      ),
    )
  const known = new Set(published.map(({ document, digest }) => `${document} ${digest ?? ''}`))
  return new Map([
    ...leaves
      .filter((leaf) => {
        const digest = readStatement(leaf.statement)?.digest
        return typeof digest === 'string' && !known.has(`${leaf.document} ${digest}`)
      })
      .map(({ id }) => [id, 'It tells of what nobody has published.'] as const),
    ...unproved.map(({ id }) => [id, 'It has no proof.'] as const),
  ])
}

function readStatement(statement: string): Record<string, unknown> | undefined {
  try {
    const said: unknown = JSON.parse(statement)
    return isRecord(said) ? said : undefined
  } catch {
    return undefined
  }
}

function isOfStatement(leaf: Leaf, said: Record<string, unknown>): boolean {
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
