import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Texts that were deleted without ever having been live, until they are brought back or their time is over.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE workflow_trash (
      document text PRIMARY KEY,
      document_collection text NOT NULL,
      title text NOT NULL,
      digest text NOT NULL,
      profession text,
      region text,
      author text,
      round integer NOT NULL,
      contributors jsonb NOT NULL,
      content jsonb NOT NULL,
      deleted_by text,
      deleted_by_name text,
      deleted_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      expires_at timestamptz(3) NOT NULL
    );
    CREATE INDEX workflow_trash_deleted_at ON workflow_trash (deleted_at);
    CREATE INDEX workflow_trash_expires_at ON workflow_trash (expires_at);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE workflow_trash;`)
}
