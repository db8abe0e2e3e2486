import { and, asc, eq, lte, not, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { deleteRowsOf } from '#database/delete-rows.ts'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn } from '#database/sql.ts'
import { workflowPlans as plans } from '#database/tables.ts'
import { collectionIn, type EditorialCollection } from '#model/documents.ts'
import type { Person } from '#model/person.ts'

/** What is to happen to a document at a date: bound to the digest and its approvals. */
export interface Plan {
  id: string
  collection: EditorialCollection
  document: string
  action: 'publish' | 'unpublish'
  dueAt: string
  /** Of a publication: when it ends again. It becomes a plan of its own once the text is live. */
  thenUnpublishAt: string | null
  digest: string
  /** The round in which the text was approved. */
  round: number
  approvals: string[]
  plannedBy: Person
  plannedAt: string
  /** Of a publication: edits of the text leave it as it is. */
  isKept: boolean
}

/** Plans an action, in the place of one that was planned before. */
export async function makePlan(
  req: PayloadRequest,
  plan: Omit<Plan, 'id' | 'isKept' | 'plannedAt'>,
): Promise<void> {
  const { collection, document, action, dueAt, thenUnpublishAt, plannedBy } = plan
  const { digest, round, approvals } = plan
  await settlePlans(req, { document, action }, 'cancelled', 'Planned anew.')
  const db = await sqlIn(req)
  await db.insert(plans).values({
    documentCollection: collection,
    document,
    action,
    dueAt,
    thenUnpublishAt,
    digest,
    round,
    approvals,
    plannedBy: plannedBy.id,
    plannedByName: plannedBy.name,
  })
}

/** Says of a plan whether edits leave it as it is. */
export async function keepPlan(req: PayloadRequest, plan: string, isKept: boolean): Promise<void> {
  const db = await sqlIn(req)
  await db.update(plans).set({ isKept }).where(eq(plans.id, plan))
}

/** The plans of a document that have not been carried out. */
export async function findPendingPlans(req: PayloadRequest, document: string): Promise<Plan[]> {
  const db = await sqlIn(req)
  const rows = await db
    .select()
    .from(plans)
    .where(and(eq(plans.document, document), isPending))
    .orderBy(asc(plans.dueAt), asc(plans.id))
  return rows.map(toPlan)
}

/** The plans that somebody answers for and that have not been carried out. */
export async function findPlansOf(req: PayloadRequest, person: string): Promise<Plan[]> {
  const db = await sqlIn(req)
  const rows = await db
    .select()
    .from(plans)
    .where(and(eq(plans.plannedBy, person), isPending))
    .orderBy(asc(plans.dueAt), asc(plans.id))
  return rows.map(toPlan)
}

/** Puts a plan into somebody else's name: it is carried out as before. */
export async function renamePlanner(req: PayloadRequest, plan: string, to: Person): Promise<void> {
  const db = await sqlIn(req)
  await db.update(plans).set({ plannedBy: to.id, plannedByName: to.name }).where(eq(plans.id, plan))
}

/** The plan that is due first, if one is due; some are left out. */
export async function findDuePlan(
  req: PayloadRequest,
  now: Date,
  without: readonly string[],
): Promise<Plan | undefined> {
  const db = await sqlIn(req)
  const [row] = await db
    .select()
    .from(plans)
    .where(and(isPending, lte(plans.dueAt, now.toISOString()), not(isOneOf(plans.id, without))))
    .orderBy(asc(plans.dueAt), asc(plans.id))
    .limit(1)
  return row && toPlan(row)
}

/** Locks a plan; undefined when somebody else has settled it. The document is locked before. */
export async function lockPlan(req: PayloadRequest, id: string): Promise<Plan | undefined> {
  const db = await sqlIn(req)
  const [row] = await db
    .select()
    .from(plans)
    .where(and(eq(plans.id, id), isPending))
    .for('update')
  return row && toPlan(row)
}

/** Settles the pending plans of a document: all of them, those of one action, or one. */
export async function settlePlans(
  req: PayloadRequest,
  which: { document: string; action?: Plan['action']; plan?: string },
  status: 'done' | 'failed' | 'cancelled',
  reason: string | null = null,
): Promise<Plan[]> {
  const { document, action, plan } = which
  const db = await sqlIn(req)
  const rows = await db
    .update(plans)
    .set({ status, reason, settledAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(plans.document, document),
        isPending,
        action === undefined ? undefined : eq(plans.action, action),
        plan === undefined ? undefined : eq(plans.id, plan),
      ),
    )
    .returning()
  return rows.map(toPlan)
}

/** Binds the planned end of a publication to the text that is live now. */
export async function rebindEnd(
  req: PayloadRequest,
  document: string,
  text: { digest: string; round: number; approvals: readonly string[] },
): Promise<void> {
  const { digest, round, approvals } = text
  const db = await sqlIn(req)
  await db
    .update(plans)
    .set({ digest, round, approvals: [...approvals] })
    .where(and(eq(plans.document, document), eq(plans.action, 'unpublish'), isPending))
}

export const deletePlans = deleteRowsOf(plans)

const isPending = eq(plans.status, 'pending')

function toPlan(row: typeof plans.$inferSelect): Plan {
  const { id, document, action, dueAt, thenUnpublishAt, digest, round, approvals, isKept } = row
  return {
    id,
    collection: collectionIn(row.documentCollection),
    document,
    action,
    dueAt,
    thenUnpublishAt,
    digest,
    round,
    approvals,
    plannedBy: { id: row.plannedBy, name: row.plannedByName },
    plannedAt: row.createdAt,
    isKept,
  }
}
