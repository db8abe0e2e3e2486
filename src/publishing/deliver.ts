import { and, arrayContains, asc, eq, min, sql } from 'drizzle-orm'
import type { CollectionAfterChangeHook, CollectionSlug, PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { workflowEvents, workflowSignOffs } from '#database/tables.ts'
import { berlinDay } from '#model/berlin-time.ts'
import {
  collectionIn,
  isRecord,
  isUuid,
  relationId,
  relationIds,
  type EditorialCollection,
} from '#model/documents.ts'
import { withLeaf } from './log/leaves.ts'
import { readPseudonyms } from './log/pseudonyms.ts'
import { lockDocument, lockEverything } from './locks.ts'
import { readNamedReference } from './name-reference.ts'
import { publish, unpublish, type LiveText, type WriteReason } from './publish.ts'
import { referencesIn, renderText } from '#portrait/delivered.ts'
import type { ReferenceTarget, Referred } from '#portrait/kinds/field.ts'
import { lastDayAsOn, leftOn } from '#portrait/lapses.ts'
import { searchedTexts } from '#portrait/registry.ts'
import { checks, type Finding } from '#quality/findings/finding.ts'
import { inspectText } from './inspect-text.ts'
import type { Receipt, ReleaseReason } from '#read-model/shapes.ts'
import { storedReceipt } from '#read-model/stored.ts'
import { documents } from '#read-model/tables.ts'
import { readLiveCopy, type EditorialDocument } from '#editorial/copies.ts'
import { findApprovals } from '#editorial/approvals.ts'
import { findSignOffs } from '#editorial/sign-offs.ts'
import { readState, type WorkflowState } from '#editorial/state.ts'

/**
 * Brings the read model in step with what is live of one document, in the request's transaction. It
 * reads everything anew, so that a rebuild writes what the transitions wrote. Says whether anything
 * changed.
 */
export async function deliver(
  req: PayloadRequest,
  { id }: { collection: EditorialCollection; id: string },
  reason: WriteReason = 'text',
): Promise<boolean> {
  // Only then is it read: else something older could be written after what somebody else wrote meanwhile.
  await lockDocument(await sqlIn(req), id)
  const today = berlinDay(new Date())
  const before = await readBefore(req, id)
  const live = await composeLive(req, id, {
    today,
    lapsedUpTo: reason === 'lapsed' ? today : recordedUpTo(before?.lapsesAfter, today),
    known: storedReceipt(before?.receipt),
  })
  return live ? publish(req, await withLeaf(req, live), reason) : unpublish(req, id)
}

/**
 * What the read model has to hold of a document but for its leaf in the log, read from its live copy;
 * undefined where nothing of it is live. The one place where that is put together.
 *
 * @param as `today`: what has lapsed before that day is left out; `lapsedUpTo`: the day up to which that is
 *   on record; `known`: the receipt that sites read of it now
 */
export async function composeLive(
  req: PayloadRequest,
  id: string,
  as: { today: string; lapsedUpTo: string; known: Receipt | undefined },
): Promise<LiveText | undefined> {
  const state = await readState(req, id)
  if (!state?.live) return undefined
  const { collection } = state
  const approved = await readLiveCopy({ collection, id, req })
  const profession = relationId(approved?.profession)
  if (!approved || profession === null) return undefined
  const live = leftOn(as.today, approved)
  const references = referencesIn(live)
  const content = {
    ...renderText(live, await readReferred(req, references)),
    receipt: await makeReceipt(req, state, approved, as.known),
  }
  return {
    id,
    collection,
    profession,
    region: relationId(approved.region),
    digest: state.live.digest,
    sites: relationIds(approved.sites).sort(),
    references,
    content,
    lapsesAfter: lastDayAsOn(as.lapsedUpTo, approved),
    searched: searchedTexts(live),
  }
}

/** What the read model holds of a text: when it ends in part, and its receipt. */
async function readBefore(req: PayloadRequest, id: string) {
  const db = await sqlIn(req)
  const [row] = await db
    .select({
      lapsesAfter: documents.lapsesAfter,
      receipt: sql<unknown>`${documents.content} -> 'receipt'`,
    })
    .from(documents)
    .where(eq(documents.id, id))
  return row
}

/**
 * The day up to which what has lapsed is on record (src/planning/lapse.ts). Whoever delivers a text anew
 * for another reason leaves out what has lapsed meanwhile, and leaves it to the worker to say so.
 */
export function recordedUpTo(pending: string | null | undefined, today: string): string {
  return pending && pending < today ? pending : today
}

/** After a source, a picture or a region has changed: every live text that shows it is delivered anew. */
export function deliverShowing(
  column: 'sources' | 'media' | 'namedRegions' | 'namedProfessions',
  reason: ReleaseReason,
): CollectionAfterChangeHook {
  return async ({ doc, operation, req }) => {
    const id = relationId(doc)
    if (operation === 'create' || id === null) return
    const db = await sqlIn(req)
    await lockEverything(db)
    const rows = await db
      .select({ id: documents.id, collection: documents.collection })
      .from(documents)
      .where(arrayContains(documents[column], [id]))
      .orderBy(asc(documents.profession), asc(documents.id))
    for (const row of rows) {
      await deliver(req, { collection: collectionIn(row.collection), id: row.id }, reason)
    }
  }
}

/**
 * How a live text came to be. A publication keeps the checks that it passed and what was signed off: what
 * came later was never asked of it.
 *
 * @param known the receipt that sites read of it now
 */
async function makeReceipt(
  req: PayloadRequest,
  { id, collection, live }: WorkflowState,
  document: EditorialDocument,
  known: Receipt | undefined,
): Promise<Receipt> {
  if (!live) throw new Error(`Nothing of ${id} is live.`)
  const approvals = await findApprovals(req, { id, digest: live.digest, round: live.round })
  const db = await sqlIn(req)
  const [first] = await db
    .select({ at: min(workflowEvents.createdAt) })
    .from(workflowEvents)
    .where(
      and(
        eq(workflowEvents.document, id),
        eq(workflowEvents.kind, 'workflow'),
        eq(workflowEvents.transition, 'publish'),
      ),
    )
  const isSamePublication = known?.digest === live.digest && known.publishedAt === live.publishedAt
  const approvers = approvals.map(({ approvedBy }) => approvedBy.id)
  const pseudonymOf = await readPseudonyms(req, approvers)
  const firstPublishedAt = first?.at ?? live.publishedAt
  return {
    digest: live.digest,
    publishedAt: live.publishedAt,
    firstPublishedAt,
    approvals: approvals.map(({ approvedBy, approvedAt }) => ({
      by: approvedBy.name,
      person: pseudonymOf(approvedBy.id),
      at: approvedAt,
    })),
    signOffs: isSamePublication
      ? await nameSigners(req, id, known.signOffs)
      : await readSignOffs(req, id, document),
    checks: isSamePublication
      ? known.checks
      : checksOf(await inspectText(collection, document, new Date(live.publishedAt))),
    reference: await readNamedReference(req, id),
    log: null,
  }
}

/** The sign-offs that a receipt begins with. */
async function readSignOffs(
  req: PayloadRequest,
  id: string,
  document: EditorialDocument,
): Promise<Receipt['signOffs']> {
  const signOffs = await findSignOffs(req, id, document)
  const signers = signOffs.map(({ givenBy }) => givenBy.id)
  const pseudonymOf = await readPseudonyms(req, signers)
  return signOffs.map(({ kind, givenBy, givenAt }) => ({
    kind,
    by: givenBy.name,
    person: pseudonymOf(givenBy.id),
    at: givenAt,
  }))
}

/** Says who gave the sign-offs that a receipt keeps, as their rows say it. */
async function nameSigners(
  req: PayloadRequest,
  document: string,
  signOffs: Receipt['signOffs'],
): Promise<Receipt['signOffs']> {
  if (signOffs.length === 0) return []
  const db = await sqlIn(req)
  const { kind, givenBy, givenByName, createdAt } = workflowSignOffs
  const rows = await db
    .select({ kind, givenBy, by: givenByName, at: createdAt })
    .from(workflowSignOffs)
    .where(eq(workflowSignOffs.document, document))
  const signers = rows.map(({ givenBy }) => givenBy)
  const pseudonymOf = await readPseudonyms(req, signers)
  return signOffs.map((signOff) => {
    // By whom it is as the receipt says it; the name may have been withdrawn since.
    const row = rows.find((each) => {
      const isTheirs =
        signOff.person === null
          ? each.by === signOff.by
          : pseudonymOf(each.givenBy) === signOff.person
      return isTheirs && each.kind === signOff.kind && each.at === signOff.at
    })
    return row
      ? { ...signOff, by: row.by, person: pseudonymOf(row.givenBy) }
      : { ...signOff, person: null }
  })
}

/** What each check of today says of a text, after what was found. */
function checksOf(findings: readonly Finding[]): Receipt['checks'] {
  const found = new Set(findings.map(({ check }) => check))
  return checks.map((check) => ({ check, result: found.has(check) ? 'warned' : 'passed' }))
}

/** The entries that a text refers to, as they are now. */
export async function readReferred(
  req: PayloadRequest,
  references: Readonly<Record<ReferenceTarget, readonly string[]>>,
): Promise<Referred> {
  const { sources, media, regions, professions } = references
  return {
    sources: await readEntries(req, 'sources', sources),
    media: await readEntries(req, 'media', media),
    regions: await readEntries(req, 'regions', regions),
    professions: await readEntries(req, 'professions', professions),
  }
}

async function readEntries(
  req: PayloadRequest,
  collection: CollectionSlug,
  ids: readonly string[],
): Promise<Map<string, Record<string, unknown>>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection,
    // A form that is not saved yet may hold anything where an id should be.
    where: { id: { in: ids.filter(isUuid) } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const entries: unknown[] = docs
  return new Map(
    entries.filter(isRecord).flatMap((entry) => {
      const id = relationId(entry)
      return id === null ? [] : [[id, entry]]
    }),
  )
}
