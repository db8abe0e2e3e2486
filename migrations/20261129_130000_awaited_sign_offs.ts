import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// What lists of texts that wait for a sign-off read: the digests of what each kind answers for in a text
// that was submitted, and the kinds that are given under them (functions/newsroom.sql keeps them).

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE newsroom_texts
      ADD COLUMN sign_off_digests jsonb,
      ADD COLUMN signed_off jsonb NOT NULL DEFAULT '[]';`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE newsroom_texts DROP COLUMN sign_off_digests, DROP COLUMN signed_off;`)
}
