import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Something of a live text may be delivered up to a day only, as a quote whose person consented so long.
// The read model says which day is the last on which all of it is; the day after, the worker writes it anew.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE delivery.documents ADD COLUMN lapses_after date;
    CREATE INDEX documents_lapses_after ON delivery.documents (lapses_after)
      WHERE lapses_after IS NOT NULL;
    ALTER TABLE delivery.releases
      DROP CONSTRAINT releases_reason_check,
      ADD CONSTRAINT releases_reason_check
        CHECK (reason IN ('text', 'profile', 'reference', 'media', 'source', 'lapsed', 'reshaped'));`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    UPDATE delivery.releases SET reason = 'text' WHERE reason = 'lapsed';
    ALTER TABLE delivery.releases
      DROP CONSTRAINT releases_reason_check,
      ADD CONSTRAINT releases_reason_check
        CHECK (reason IN ('text', 'profile', 'reference', 'media', 'source', 'reshaped'));
    ALTER TABLE delivery.documents DROP COLUMN lapses_after;`)
}
