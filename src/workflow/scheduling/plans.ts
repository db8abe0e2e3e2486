import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { forgetRows } from '#database/forget-rows.ts'
import { query } from '#database/query.ts'
import { collectionIn, momentIn, momentOrNull, textIn, textsIn } from '#database/rows.ts'
import { workflowPlans } from '#database/tables.ts'
import type { EditorialCollection } from '#model/documents.ts'
import type { Person } from '../audit/events.ts'
import { workflowQueue } from './queue.ts'

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
  approvals: string[]
  plannedBy: Person
}

/** Plans an action, in the place of one that was planned before, and queues the job for its date. */
export async function makePlan(req: PayloadRequest, plan: Omit<Plan, 'id'>): Promise<void> {
  const { collection, document, action, dueAt, thenUnpublishAt, digest, approvals, plannedBy } =
    plan
  await settlePlans(req, { document, action }, 'cancelled', 'Planned anew.')
  const [row] = await query(
    req,
    sql`INSERT INTO workflow_plans
          (document_collection, document, action, due_at, then_unpublish_at, digest, approvals,
           planned_by, planned_by_name)
        VALUES (${collection}, ${document}, ${action}, ${dueAt}, ${thenUnpublishAt}, ${digest},
                ${JSON.stringify(approvals)}::jsonb, ${plannedBy.id}, ${plannedBy.name})
        RETURNING id`,
  )
  await req.payload.jobs.queue({
    task: 'carryOutPlan',
    queue: workflowQueue,
    input: { plan: textIn(row?.id), collection, document, digest, approvals },
    waitUntil: new Date(dueAt),
    overrideAccess: true,
    req,
  })
}

/** The plans of a document that have not been carried out. */
export async function findPendingPlans(req: PayloadRequest, document: string): Promise<Plan[]> {
  const rows = await query(
    req,
    sql`SELECT * FROM workflow_plans WHERE document = ${document} AND status = 'pending'
        ORDER BY due_at, id`,
  )
  return rows.map(toPlan)
}

/** The plan that is due first, if one is due; some are left out. */
export async function findDuePlan(
  req: PayloadRequest,
  now: Date,
  without: readonly string[],
): Promise<Plan | undefined> {
  const [row] = await query(
    req,
    sql`SELECT * FROM workflow_plans WHERE status = 'pending' AND due_at <= ${now.toISOString()}
          AND NOT (${JSON.stringify(without)}::jsonb ? id::text)
        ORDER BY due_at, id LIMIT 1`,
  )
  return row && toPlan(row)
}

/** Locks a plan; undefined when somebody else has settled it. The document is locked before. */
export async function lockPlan(req: PayloadRequest, id: string): Promise<Plan | undefined> {
  const [row] = await query(
    req,
    sql`SELECT * FROM workflow_plans WHERE id = ${id} AND status = 'pending' FOR UPDATE`,
  )
  return row && toPlan(row)
}

/** Settles the pending plans of a document, all of them or those of one action. */
export async function settlePlans(
  req: PayloadRequest,
  which: { document: string; action?: Plan['action'] },
  status: 'done' | 'failed' | 'cancelled',
  reason: string | null = null,
): Promise<Plan[]> {
  const action = which.action === undefined ? sql`` : sql`AND action = ${which.action}`
  const rows = await query(
    req,
    sql`UPDATE workflow_plans
        SET status = ${status}, reason = ${reason}, settled_at = clock_timestamp()
        WHERE document = ${which.document} AND status = 'pending' ${action}
        RETURNING *`,
  )
  return rows.map(toPlan)
}

/** Binds the planned end of a publication to the text that is live now. */
export async function rebindEnd(
  req: PayloadRequest,
  document: string,
  text: { digest: string; approvals: readonly string[] },
): Promise<void> {
  await query(
    req,
    sql`UPDATE workflow_plans
        SET digest = ${text.digest}, approvals = ${JSON.stringify(text.approvals)}::jsonb
        WHERE document = ${document} AND action = 'unpublish' AND status = 'pending'`,
  )
}

export const forgetPlans = forgetRows(workflowPlans)

function toPlan(row: Record<string, unknown>): Plan {
  return {
    id: textIn(row.id),
    collection: collectionIn(row.document_collection),
    document: textIn(row.document),
    action: row.action === 'publish' ? 'publish' : 'unpublish',
    dueAt: momentIn(row.due_at),
    thenUnpublishAt: momentOrNull(row.then_unpublish_at),
    digest: textIn(row.digest),
    approvals: textsIn(row.approvals),
    plannedBy: { id: textIn(row.planned_by), name: textIn(row.planned_by_name) },
  }
}
