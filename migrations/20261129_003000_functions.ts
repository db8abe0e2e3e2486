import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// What of migrations/functions was applied last, and the triggers that the database had then. A trigger that
// has gone since is not quietly made anew: something may have happened while it was away.

/** What every database guarded until then. */
const guarded = [
  'public.workflow_events.workflow_stamp_event',
  'public.workflow_events.workflow_append_only',
  'public.workflow_events.workflow_no_truncate',
  'public.workflow_events.workflow_clock',
  'public.workflow_chains.workflow_guard_chain',
  'public.workflow_chains.workflow_no_truncate',
  'public.workflow_anchors.workflow_append_only',
  'public.workflow_anchors.workflow_no_truncate',
  'public.workflow_anchored_events.workflow_append_only',
  'public.workflow_anchored_events.workflow_no_truncate',
  'public.workflow_approvals.workflow_append_only',
  'public.workflow_approvals.workflow_no_truncate',
  'public.workflow_approvals.workflow_check_approval',
  'public.media.workflow_guard_picture',
  'public.career_profiles.workflow_guard_document',
  'public.career_profiles.workflow_guard_insert',
  'public.career_profiles.workflow_refuse_truncate',
  'public.career_profiles_sections.workflow_guard_part',
  'public.career_profiles_sections.workflow_refuse_truncate',
  'public.career_profiles_salary_figures.workflow_guard_part',
  'public.career_profiles_salary_figures.workflow_refuse_truncate',
  'public.career_profiles_media.workflow_guard_part',
  'public.career_profiles_media.workflow_refuse_truncate',
  'public.career_profiles_rels.workflow_guard_part',
  'public.career_profiles_rels.workflow_refuse_truncate',
  'public.regional_sections.workflow_guard_document',
  'public.regional_sections.workflow_guard_insert',
  'public.regional_sections.workflow_refuse_truncate',
  'public.regional_sections_sections.workflow_guard_part',
  'public.regional_sections_sections.workflow_refuse_truncate',
  'public.regional_sections_salary_figures.workflow_guard_part',
  'public.regional_sections_salary_figures.workflow_refuse_truncate',
  'public.regional_sections_media.workflow_guard_part',
  'public.regional_sections_media.workflow_refuse_truncate',
  'public.regional_sections_rels.workflow_guard_part',
  'public.regional_sections_rels.workflow_refuse_truncate',
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE database_functions (
      -- SHA-256 of the files and of the names of the migrations before them.
      digest text NOT NULL,
      -- schema.table.trigger
      triggers text[] NOT NULL,
      applied_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
    );
    CREATE UNIQUE INDEX database_functions_one ON database_functions ((true));
  `)
  await db.execute(
    sql`INSERT INTO database_functions (digest, triggers) VALUES ('', ${sql.param(guarded)})`,
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE database_functions`)
}
