import { randomBytes } from 'node:crypto'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { logLeaves } from '#database/tables.ts'
import { isRecord } from '#model/documents.ts'
import { canonicalJson } from '#model/canonical-json.ts'
import { entryOf, publicationOf, type Statement } from '#read-model/log/statement.ts'
import type { DeliveredText, Receipt } from '#read-model/shapes.ts'
import { proveRow } from './proofs.ts'
import { findSigningKey, signEntry } from './signing.ts'

// A leaf is written in the transaction of what it tells of, and numbered at its commit, in the order of the
// feed. Its tree and its checkpoints are the worker's.

/** What of a live text a leaf is about. */
interface Told {
  id: string
  profession: string
  region: string | null
  content: DeliveredText
}

/** A live text with its leaf in its receipt: the newest, where that says what is so now, else a new one. */
export async function withLeaf<T extends Told>(req: PayloadRequest, live: T): Promise<T> {
  const statement = publicationOf(live)
  const log = (await findLog(req, live.id, statement)) ?? (await appendLeaf(req, statement))
  return withLog(live, log)
}

/** The same where nothing may be written; without a leaf where the newest says something else. */
export async function withKnownLeaf<T extends Told>(req: PayloadRequest, live: T): Promise<T> {
  return withLog(live, await findLog(req, live.id, publicationOf(live)))
}

/** Says in the log that sites get a text no more. */
export async function appendRemoval(
  req: PayloadRequest,
  gone: { id: string; profession: string; region: string | null; digest: string },
): Promise<void> {
  const { id: document, profession, region, digest } = gone
  const at = new Date().toISOString()
  await appendLeaf(req, { v: 1, kind: 'removal', document, profession, region, digest, at })
}

/**
 * Says in the log that the words of texts which sites once got are gone from the house: whoever has a copy with
 * its receipt learns it from the proof of its entry.
 */
export async function appendRedactions(
  req: PayloadRequest,
  document: string,
  digests: readonly string[],
): Promise<void> {
  const db = await sqlIn(req)
  const rows = await db
    .selectDistinctOn([logLeaves.digest], { digest: logLeaves.digest, said: logLeaves.statement })
    .from(logLeaves)
    .where(and(eq(sql`${logLeaves.document}::text`, document), isOneOf(logLeaves.digest, digests)))
    .orderBy(logLeaves.digest, desc(logLeaves.id))
  const at = new Date().toISOString()
  for (const { digest, said } of rows) {
    const { profession, region } = readPlace(said)
    if (digest === null) continue
    await appendLeaf(req, { v: 1, kind: 'redaction', document, profession, region, digest, at })
  }
}

/** Where a text stood, as its leaf says it. */
function readPlace(statement: string): { profession: string; region: string | null } {
  const said: unknown = JSON.parse(statement)
  const place = isRecord(said) ? said : {}
  return {
    profession: typeof place.profession === 'string' ? place.profession : '',
    region: typeof place.region === 'string' ? place.region : null,
  }
}

function withLog<T extends Told>(live: T, log: Receipt['log']): T {
  const { content } = live
  return { ...live, content: { ...content, receipt: { ...content.receipt, log } } }
}

async function findLog(
  req: PayloadRequest,
  document: string,
  statement: Statement,
): Promise<Receipt['log']> {
  const newest = await readNewestLeaf(await sqlIn(req), document)
  return newest?.statement === canonicalJson(statement) ? logOf(newest) : null
}

/** Leaves that say what sites get: a redaction is of a text that they get no more. */
export const isOfDelivery = isNull(logLeaves.redacts)

async function readNewestLeaf(db: Sql, document: string) {
  const { entry, salt, signature, statement } = logLeaves
  const [leaf] = await db
    .select({ entry, salt, signature, statement })
    .from(logLeaves)
    .where(and(eq(logLeaves.document, document), isOfDelivery))
    .orderBy(desc(logLeaves.id))
    .limit(1)
  return leaf
}

async function appendLeaf(req: PayloadRequest, statement: Statement): Promise<Receipt['log']> {
  const salt = randomBytes(32)
  const entry = entryOf(salt, statement)
  const db = await sqlIn(req)
  const { secret } = req.payload
  const { key } = await findSigningKey(db, req.payload)
  const signature = key ? signEntry(entry, key) : null
  const { document } = statement
  const digest = statement.kind === 'publication' ? statement.digest : null
  const redacts = statement.kind === 'redaction' ? statement.digest : null
  const said = canonicalJson(statement)
  await db.insert(logLeaves).values({
    entry,
    document,
    digest,
    redacts,
    ...(statement.kind === 'redaction' && { at: statement.at }),
    statement: said,
    salt,
    signature,
    proof: proveRow(secret, ['leaf', entry, document, digest, redacts, said, salt, signature]),
  })
  return logOf({ entry, salt, signature })
}

/** A leaf as a receipt shows it. */
function logOf(leaf: { entry: Buffer; salt: Buffer; signature: string | null }): Receipt['log'] {
  const [key = null, signature = 'pending'] = leaf.signature?.split(' ') ?? []
  return {
    entry: leaf.entry.toString('base64'),
    salt: leaf.salt.toString('base64'),
    key,
    signature,
  }
}
