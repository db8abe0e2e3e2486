import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// The conversation on a document: comments, and what experts without an account say through a link.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE expert_links (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      document_collection text NOT NULL,
      document text NOT NULL,
      digest text NOT NULL,
      reader text,
      made_by text NOT NULL,
      made_by_name text NOT NULL,
      created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      expires_at timestamptz(3) NOT NULL,
      revoked_at timestamptz(3),
      ended_at timestamptz(3),
      used_at timestamptz(3)
    );
    CREATE INDEX expert_links_document ON expert_links (document, created_at);

    CREATE TABLE expert_opinions (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      link uuid NOT NULL UNIQUE REFERENCES expert_links,
      document text NOT NULL,
      digest text NOT NULL,
      name text NOT NULL,
      opinion text NOT NULL CHECK (opinion IN ('agree', 'object')),
      comment text,
      created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX expert_opinions_document ON expert_opinions (document, created_at);

    CREATE TABLE workflow_comments (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      document_collection text NOT NULL,
      document text NOT NULL,
      parent uuid REFERENCES workflow_comments,
      author text,
      author_name text NOT NULL,
      link uuid REFERENCES expert_links,
      body text NOT NULL,
      is_blocking boolean NOT NULL DEFAULT false,
      anchor jsonb NOT NULL,
      digest text NOT NULL,
      created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      edited_at timestamptz(3),
      deleted_at timestamptz(3),
      resolved_at timestamptz(3),
      resolved_by text,
      resolved_by_name text
    );
    CREATE INDEX workflow_comments_document ON workflow_comments (document, created_at);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE workflow_comments, expert_opinions, expert_links`)
}
