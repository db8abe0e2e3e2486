import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// When a provider has last asked somebody who they are, as it says: null where it does not say.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`ALTER TABLE provider_sessions ADD COLUMN authenticated_at timestamptz;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`ALTER TABLE provider_sessions DROP COLUMN authenticated_at;`)
}
