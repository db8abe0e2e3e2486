import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// A due date ends with the publication of its text (src/newsroom/assignment/end-due-dates.ts). Those that
// have outlived it are taken away; one that was set after it is for the next version.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    UPDATE workflow_assignments AS a SET due_at = NULL, reminded_at = NULL
      FROM workflow_states AS s
      WHERE s.id::text = a.document AND a.due_at IS NOT NULL
        AND (s.stage = 'archived' OR (s.stage = 'live' AND a.assigned_at < s.live_published_at));`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  // What was over is not known any more.
  await db.execute(sql`SELECT 1;`)
}
