import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// From now on every account, desk, site, key, webhook and picture has an event that says how it came to be, and
// verification asks for it. Of what was there before, some have none: which, stands here, and no server writes it.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE unrecorded (
      place text NOT NULL,
      row text NOT NULL,
      PRIMARY KEY (place, row)
    );
    INSERT INTO unrecorded (place, row)
      SELECT 'users', id::text FROM users
      UNION ALL SELECT 'desks', id::text FROM desks
      UNION ALL SELECT 'sites', id::text FROM sites
      UNION ALL SELECT 'keys', id FROM sites_keys
      UNION ALL SELECT 'webhooks', id::text FROM webhooks
      UNION ALL SELECT 'media', id::text FROM media;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE unrecorded;`)
}
