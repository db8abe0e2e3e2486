import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// The number of live texts at a time is counted back from now: only the releases with which a text
// appeared or went away are read for it, not the whole feed.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE INDEX releases_counted ON delivery.releases (at)
      WHERE (sites IS NULL) <> (sites_before IS NULL);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP INDEX delivery.releases_counted;`)
}
