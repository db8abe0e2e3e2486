import { and, count, desc, eq, isNotNull, lt, or, sql } from 'drizzle-orm'
import { isOneOf } from '#database/is-one-of.ts'
import type { Sql } from '#database/sql.ts'
import { deliveryReshapes as r, logLeaves as l } from '#database/tables.ts'
import { isRecord } from '#model/documents.ts'
import { presentText } from '#portrait/delivered.ts'
import { isOfDelivery } from '#publishing/log/leaves.ts'
import { shapeVersion } from '#publishing/shape-version.ts'
import { hashesOf } from '#read-model/log/statement.ts'
import { storedReceipt, storedText } from '#read-model/stored.ts'
import { documents as d } from '#read-model/tables.ts'
import type { AuditProblem } from './verify.ts'

// After an upgrade texts lie there as an older version wrote them, until the worker has written them anew. What
// they must say is not composed any more as it was; what the log says of them holds for every shape.

/** What the newest leaf says of what sites get of a text. */
export type Leaf = Readonly<Record<string, unknown>>

const isOlder = sql`${d.shape} IS DISTINCT FROM ${shapeVersion}`

/** How many texts wait to be written anew. */
export async function countOlder(db: Sql): Promise<number> {
  const [row] = await db.select({ count: count() }).from(d).where(isOlder)
  return row?.count ?? 0
}

/** Holds texts in another shape than today's against the log, and asks why they are in it still. */
export async function compareOlder(
  db: Sql,
  ids: readonly string[],
  placeOf: (id: string) => string,
): Promise<AuditProblem[]> {
  const rows = await db
    .select({ id: d.id, content: sql<unknown>`${d.content}` })
    .from(d)
    .where(and(isOneOf(d.id, ids), isOlder))
  if (rows.length === 0) return []
  const leaves = await readLeaves(
    db,
    rows.map(({ id }) => id),
  )
  const isOverdue = await isReshapeOver(db)
  return rows.flatMap(({ id, content }) => {
    const where = placeOf(id)
    const leaf = leaves.get(id)
    return [
      ...(isOverdue ? [{ where, problem: 'It lies there in a shape that is over.' }] : []),
      ...(leaf && !isTextOf(leaf, content)
        ? [{ where, problem: 'It is not what the log says that was published.' }]
        : []),
    ]
  })
}

/** The newest leaf of each of these texts; those from before there was a log have none. */
export async function readLeaves(
  db: Sql,
  documents: readonly string[],
): Promise<ReadonlyMap<string, Leaf>> {
  const rows = await db
    .selectDistinctOn([l.document], { document: l.document, statement: l.statement })
    .from(l)
    .where(and(isOneOf(l.document, documents), isOfDelivery))
    .orderBy(l.document, desc(l.id))
  return new Map(rows.map(({ document, statement }) => [document, read(statement)]))
}

/** Says whether a finished answer shows the text, and the receipt, that a leaf is of. */
export function isAnswerOf(leaf: Leaf, body: string): boolean {
  const answer = read(body)
  const beside = ['id', 'href', 'profession', 'region', 'title', 'seo', 'receipt', 'profile']
  const others = new Set([...beside, 'jobs', 'neighbours', 'jsonLd'])
  const text = Object.entries(answer).filter(([name]) => !others.has(name))
  return says(leaf, Object.fromEntries(text), answer.receipt)
}

function isTextOf(leaf: Leaf, content: unknown): boolean {
  if (!isRecord(content)) return false
  try {
    // Fields that are later than the row are no part of what was published then.
    const shown = Object.entries(presentText(storedText(content), 'html'))
    const text = shown.filter(([name]) => name in content && name !== 'seo')
    return says(leaf, Object.fromEntries(text), content.receipt)
  } catch {
    return false
  }
}

function says(leaf: Leaf, text: object, stored: unknown): boolean {
  const receipt = storedReceipt(stored)
  if (!receipt || leaf.kind !== 'publication' || leaf.digest !== receipt.digest) return false
  const hashes = hashesOf(text, receipt)
  return leaf.text === hashes.text && leaf.receipt === hashes.receipt
}

/** Whether everything has been written in today's shape once, or should have been: the worker takes no day for it. */
async function isReshapeOver(db: Sql): Promise<boolean> {
  const over = or(isNotNull(r.finishedAt), lt(r.startedAt, sql`now() - interval '1 day'`))
  const rows = await db
    .select({ shape: r.shape })
    .from(r)
    .where(and(eq(r.shape, shapeVersion), over))
  return rows.length > 0
}

function read(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json)
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}
