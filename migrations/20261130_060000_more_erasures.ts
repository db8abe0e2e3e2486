import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// What can be erased beside what the record vouches for: what is said of a picture, the report of an import, the
// name of the file that a text came from, and what is kept of what somebody had open.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE erasures DROP CONSTRAINT erasures_kind_check;
    ALTER TABLE erasures ADD CONSTRAINT erasures_kind_check CHECK (kind IN
      ('texts', 'comment', 'expert', 'event', 'person', 'picture', 'import', 'file', 'view'));`)
}

/** One of a kind that was not there before stands in the way: what is on record stays. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE erasures DROP CONSTRAINT erasures_kind_check;
    ALTER TABLE erasures ADD CONSTRAINT erasures_kind_check CHECK (kind IN
      ('texts', 'comment', 'expert', 'event', 'person'));`)
}
