import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// What lists of planned texts read: whether a publication or its end is pending, of the working copy or of
// another text (functions/newsroom.sql keeps it).

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE newsroom_texts ADD COLUMN is_planned boolean NOT NULL DEFAULT false;
    UPDATE newsroom_texts SET is_planned = true WHERE document::text IN
      (SELECT document FROM workflow_plans WHERE status = 'pending');
    CREATE INDEX newsroom_texts_planned ON newsroom_texts (stage_since, document) WHERE is_planned;
    CREATE INDEX newsroom_texts_planned_changed ON newsroom_texts (changed_at, document)
      WHERE is_planned;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`ALTER TABLE newsroom_texts DROP COLUMN is_planned;`)
}
