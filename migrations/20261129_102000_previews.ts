import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// A token of a preview is a row, by which it can be listed and revoked. Texts that were previewed before
// are marked: their tokens name no row, and go on to their end.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE preview_tokens (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      document uuid NOT NULL,
      document_collection text NOT NULL,
      digest text NOT NULL,
      href text NOT NULL,
      made_by text NOT NULL,
      made_by_name text NOT NULL,
      created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      expires_at timestamptz(3) NOT NULL,
      revoked_at timestamptz(3)
    );
    CREATE INDEX preview_tokens_document ON preview_tokens (document);
    CREATE INDEX preview_tokens_made_by ON preview_tokens (made_by);
    ALTER TABLE preview_texts ADD COLUMN has_older_tokens boolean NOT NULL DEFAULT false;
    UPDATE preview_texts SET has_older_tokens = true;
    CREATE INDEX workflow_events_deleted ON workflow_events (document)
      WHERE kind = 'workflow' AND transition = 'delete';`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP FUNCTION IF EXISTS delivery.preview(uuid, text, uuid);
    DROP INDEX workflow_events_deleted;
    ALTER TABLE preview_texts DROP COLUMN has_older_tokens;
    DROP TABLE preview_tokens;`)
}
