import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// What the database takes on the product's word alone: a proof goes with each step of the workflow and each
// signature, which nobody makes who only speaks SQL (functions/signatures.sql). The key lies where no server's
// role can look; the start puts it there.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE SCHEMA guard;
    CREATE TABLE guard.keys (
      is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
      inner_pad bytea NOT NULL,
      outer_pad bytea NOT NULL);
    ALTER TABLE workflow_events ADD COLUMN proof text;
    -- The last event from before there were proofs: later ones count with a proof only.
    CREATE TABLE workflow_proofs (
      is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
      begun_after bigint NOT NULL);
    INSERT INTO workflow_proofs (begun_after)
      SELECT coalesce(max(sequence), 0) FROM workflow_events;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TABLE workflow_proofs;
    ALTER TABLE workflow_events DROP COLUMN proof;
    DROP SCHEMA guard CASCADE;`)
}
