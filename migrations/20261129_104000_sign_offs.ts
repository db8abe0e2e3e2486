import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Sign-offs by kind. One signs the digest of the fields that its kind answers for, and counts for every text
// of the document that is the same in them; one that was taken back is named in workflow_revocations.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE workflow_sign_offs (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      document text NOT NULL,
      document_collection text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('expertise', 'language', 'legal')),
      digest text NOT NULL,
      -- The whole text that whoever signed had before them.
      text_digest text NOT NULL,
      given_by text NOT NULL,
      given_by_name text NOT NULL,
      given_as text NOT NULL,
      comment text,
      created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX workflow_sign_offs_document ON workflow_sign_offs (document, kind, digest);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE workflow_sign_offs;`)
}
