import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'

/**
 * Forgets jobs that a crash left at work, or that have given up, where their plan is settled: Payload
 * never takes them up again. Gives how many it forgot.
 */
export async function forgetStaleJobs(req: PayloadRequest): Promise<number> {
  const rows = await query(
    req,
    sql`DELETE FROM payload_jobs j
        WHERE task_slug = 'carryOutPlan' AND (processing OR has_error)
          AND updated_at < now() - interval '5 minutes'
          AND NOT EXISTS (SELECT FROM workflow_plans p
                          WHERE p.id::text = j.input ->> 'plan' AND p.status = 'pending')
        RETURNING id`,
  )
  return rows.length
}
