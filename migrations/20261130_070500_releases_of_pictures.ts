import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// A picture that was live stayed public, whatever became of it. Which of those that nothing live shows were changed
// since, nobody knows; those that were saved since are public no more. Where the function is not there yet,
// there are no pictures.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    DO $$ BEGIN
      IF to_regprocedure('public.workflow_is_shown(uuid)') IS NOT NULL THEN
        UPDATE media SET released_at = NULL WHERE released_at < updated_at AND NOT public.workflow_is_shown(id);
      END IF;
    END $$;`)
}

/** What was public is not known any more. */
export function down(_: MigrateDownArgs): Promise<void> {
  return Promise.resolve()
}
