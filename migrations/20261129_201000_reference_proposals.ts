import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Changes of reference data that live texts show, as somebody proposes them and a second person decides
// (functions/reference.sql holds both).

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE reference_proposals (
      id uuid PRIMARY KEY,
      collection text NOT NULL CHECK (collection IN ('professions', 'regions', 'sources', 'employers')),
      entry uuid NOT NULL,
      title text NOT NULL,
      before jsonb NOT NULL,
      after jsonb NOT NULL,
      digest text NOT NULL,
      texts integer NOT NULL,
      sites integer NOT NULL,
      status text NOT NULL DEFAULT 'open'
        CHECK (status IN ('open', 'confirmed', 'rejected', 'withdrawn')),
      proposed_by text,
      proposed_by_name text,
      proposed_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
      decided_by text,
      decided_by_name text,
      decided_at timestamp(3) with time zone,
      reason text,
      CONSTRAINT reference_proposals_decided CHECK ((status = 'open') = (decided_at IS NULL)),
      CONSTRAINT reference_proposals_four_eyes CHECK (
        status NOT IN ('confirmed', 'rejected')
        OR (decided_by IS NOT NULL AND decided_by IS DISTINCT FROM proposed_by)));
    CREATE UNIQUE INDEX reference_proposals_open ON reference_proposals (collection, entry)
      WHERE status = 'open';
    CREATE INDEX reference_proposals_proposed ON reference_proposals (proposed_at DESC, id);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE reference_proposals;`)
}
