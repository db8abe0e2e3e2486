import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// A plan knows the round of its approvals, so that it can publish its text when the working copy has gone
// on; an approval can be taken back; and whoever wrote a text is remembered beyond its approval.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE workflow_plans ADD COLUMN round integer NOT NULL DEFAULT 0,
      -- Somebody has said that edits leave it as it is.
      ADD COLUMN is_kept boolean NOT NULL DEFAULT false;
    UPDATE workflow_plans p SET round = coalesce(
      (SELECT max(a.round)::int FROM workflow_approvals a
       WHERE a.document = p.document AND p.approvals ? a.id::text), 0);
    ALTER TABLE workflow_plans ALTER COLUMN round DROP DEFAULT;

    -- An approval that was taken back: the approval itself stays on record.
    CREATE TABLE workflow_revocations (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      approval uuid NOT NULL UNIQUE,
      document text NOT NULL,
      revoked_by text NOT NULL,
      revoked_by_name text NOT NULL,
      reason text NOT NULL,
      created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX workflow_revocations_document ON workflow_revocations (document);

    -- Until now an approval made forget who had written: of texts whose approval could still be taken
    -- back, or does not count any more, they are known again. Of a text that goes on from what is live
    -- only those count who wrote since then.
    UPDATE workflow_states s SET contributors = (
        SELECT coalesce(jsonb_agg(DISTINCT person), '[]') FROM (
          SELECT jsonb_array_elements_text(s.contributors) AS person
          UNION SELECT w.person FROM workflow_text_writers w WHERE w.document = s.id::text) known)
      WHERE s.stage IN ('approved', 'scheduled', 'live', 'archived')
         OR (s.live_digest IS NULL AND EXISTS (
              SELECT FROM workflow_events e
              WHERE e.document = s.id::text AND e.kind = 'workflow' AND e.transition = 'approve'));`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TABLE workflow_revocations;
    ALTER TABLE workflow_plans DROP COLUMN round, DROP COLUMN is_kept;`)
}
