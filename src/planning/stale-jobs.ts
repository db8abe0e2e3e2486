import { and, eq, lt, notExists, or, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { payloadJobs as jobs, workflowPlans } from '#database/tables.ts'

/**
 * Forgets jobs that a crash left at work, or that have given up, where their plan is settled: Payload
 * never takes them up again. Gives how many it forgot.
 */
export async function forgetStaleJobs(req: PayloadRequest): Promise<number> {
  const db = await sqlIn(req)
  const plan = db
    .select({ id: workflowPlans.id })
    .from(workflowPlans)
    .where(
      and(
        eq(sql`${workflowPlans.id}::text`, sql`${jobs.input} ->> 'plan'`),
        eq(workflowPlans.status, 'pending'),
      ),
    )
  const forgotten = await db
    .delete(jobs)
    .where(
      and(
        eq(jobs.taskSlug, 'carryOutPlan'),
        or(jobs.processing, jobs.hasError),
        lt(jobs.updatedAt, sql`now() - interval '5 minutes'`),
        notExists(plan),
      ),
    )
    .returning({ id: jobs.id })
  return forgotten.length
}
