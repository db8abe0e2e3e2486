import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Erasure: what two people have emptied, and of which rows. functions/redaction.sql holds it.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE erasures (
      id uuid PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('texts', 'comment', 'expert', 'event', 'person')),
      subject jsonb NOT NULL,
      document_collection text NOT NULL,
      document text NOT NULL,
      reason text NOT NULL,
      status text NOT NULL DEFAULT 'open'
        CHECK (status IN ('open', 'confirmed', 'rejected', 'withdrawn')),
      asked_by text NOT NULL,
      asked_by_name text NOT NULL,
      asked_as text NOT NULL,
      asked_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
      decided_by text,
      decided_by_name text,
      decided_at timestamp(3) with time zone,
      answer text,
      redaction uuid,
      CONSTRAINT erasures_decided CHECK ((status = 'open') = (decided_at IS NULL)),
      CONSTRAINT erasures_two_people CHECK (
        status NOT IN ('confirmed', 'rejected')
        OR (decided_by IS NOT NULL AND decided_by <> asked_by)),
      CONSTRAINT erasures_redaction CHECK ((status = 'confirmed') = (redaction IS NOT NULL)));
    CREATE INDEX erasures_asked ON erasures (asked_at DESC, id);

    CREATE TABLE redacted_rows (
      redaction uuid NOT NULL REFERENCES workflow_events (id),
      place text NOT NULL,
      row text NOT NULL,
      hash text,
      left_hash text,
      PRIMARY KEY (redaction, place, row));
    CREATE INDEX redacted_rows_place ON redacted_rows (place, row);

    ALTER TABLE workflow_texts ADD COLUMN redaction uuid;
    ALTER TABLE workflow_comments ADD COLUMN redaction uuid;
    ALTER TABLE expert_opinions ADD COLUMN redaction uuid;

    -- The digest of the text that a leaf says is gone.
    ALTER TABLE log_leaves ADD COLUMN redacts text;
    -- What the log says to whoever holds the entry of a text that was emptied since: when, and by which leaf.
    CREATE VIEW delivery.log_redactions AS
      SELECT l.entry AS of_entry, r.entry, r.salt,
        to_char(r.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
      FROM log_leaves l
      JOIN log_leaves r ON r.document = l.document AND r.id > l.id AND r.redacts = l.digest;
    GRANT SELECT ON delivery.log_redactions TO berufsbild_delivery;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP VIEW delivery.log_redactions;
    ALTER TABLE log_leaves DROP COLUMN redacts;
    ALTER TABLE expert_opinions DROP COLUMN redaction;
    ALTER TABLE workflow_comments DROP COLUMN redaction;
    ALTER TABLE workflow_texts DROP COLUMN redaction;
    DROP TABLE redacted_rows;
    DROP TABLE erasures;`)
}
