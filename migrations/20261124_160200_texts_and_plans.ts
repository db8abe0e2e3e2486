import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// What the complete workflow keeps beside Payload's own tables: the texts under their digests, plans,
// assignments, and the time each document spends in each stage.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- Every text that a document had, under its digest: what a difference starts from, and what an
    -- approval, a plan or a link for an expert is bound to.
    CREATE TABLE workflow_texts (
      document text NOT NULL,
      digest text NOT NULL,
      document_collection text NOT NULL,
      content jsonb NOT NULL,
      written_by text,
      written_by_name text,
      written_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (document, digest)
    );

    CREATE TABLE workflow_plans (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      document_collection text NOT NULL,
      document text NOT NULL,
      action text NOT NULL CHECK (action IN ('publish', 'unpublish')),
      due_at timestamptz(3) NOT NULL,
      -- When what this publishes is to go off again.
      then_unpublish_at timestamptz(3) CHECK (then_unpublish_at IS NULL OR action = 'publish'),
      digest text NOT NULL,
      approvals jsonb NOT NULL,
      planned_by text NOT NULL,
      planned_by_name text NOT NULL,
      status text NOT NULL DEFAULT 'pending'
        CHECK (status IN ('pending', 'done', 'failed', 'cancelled')),
      reason text,
      created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      settled_at timestamptz(3)
    );
    CREATE UNIQUE INDEX workflow_plans_pending ON workflow_plans (document, action)
      WHERE status = 'pending';
    CREATE INDEX workflow_plans_due ON workflow_plans (due_at, id) WHERE status = 'pending';
    CREATE INDEX workflow_plans_document ON workflow_plans (document, created_at);

    CREATE TABLE workflow_assignments (
      document text PRIMARY KEY,
      document_collection text NOT NULL,
      author text,
      reviewer text,
      due_at timestamptz(3),
      reminded_at timestamptz(3),
      assigned_by text NOT NULL,
      assigned_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX workflow_assignments_author ON workflow_assignments (author);
    CREATE INDEX workflow_assignments_reviewer ON workflow_assignments (reviewer);
    CREATE INDEX workflow_assignments_due ON workflow_assignments (due_at);

    CREATE TABLE workflow_claims (
      document text PRIMARY KEY,
      document_collection text NOT NULL,
      person text NOT NULL,
      person_name text NOT NULL,
      until timestamptz(3) NOT NULL
    );

    CREATE TABLE workflow_delegations (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      from_person text NOT NULL,
      to_person text NOT NULL,
      starts_at timestamptz(3) NOT NULL,
      ends_at timestamptz(3) NOT NULL CHECK (ends_at > starts_at),
      created_by text NOT NULL,
      created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX workflow_delegations_to ON workflow_delegations (to_person, ends_at);

    CREATE TABLE workflow_stage_times (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      document_collection text NOT NULL,
      document text NOT NULL,
      stage text NOT NULL,
      entered_at timestamptz(3) NOT NULL,
      entered_by text,
      left_at timestamptz(3),
      left_by text,
      left_for text
    );
    CREATE INDEX workflow_stage_times_open ON workflow_stage_times (document) WHERE left_at IS NULL;
    CREATE INDEX workflow_stage_times_left ON workflow_stage_times (left_at, stage);

    CREATE FUNCTION workflow_clock_stage(event workflow_events) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      IF event.kind = 'workflow' AND event.transition = 'delete' THEN
        UPDATE workflow_stage_times
          SET left_at = event.created_at, left_by = event.actor, left_for = 'deleted'
          WHERE document = event.document AND left_at IS NULL;
        RETURN;
      END IF;
      IF event.to_stage IS NULL OR event.to_stage IS NOT DISTINCT FROM event.from_stage THEN
        RETURN;
      END IF;
      UPDATE workflow_stage_times
        SET left_at = event.created_at, left_by = event.actor, left_for = event.to_stage
        WHERE document = event.document AND left_at IS NULL;
      INSERT INTO workflow_stage_times (document_collection, document, stage, entered_at, entered_by)
        VALUES (event.document_collection, event.document, event.to_stage, event.created_at, event.actor);
    END $$;
    CREATE FUNCTION workflow_clock() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM workflow_clock_stage(NEW);
      RETURN NULL;
    END $$;
    CREATE TRIGGER workflow_clock AFTER INSERT ON workflow_events
      FOR EACH ROW EXECUTE FUNCTION workflow_clock();
    DO $$
    DECLARE event workflow_events%ROWTYPE;
    BEGIN
      FOR event IN SELECT * FROM workflow_events ORDER BY sequence LOOP
        PERFORM workflow_clock_stage(event);
      END LOOP;
    END $$;

    -- As before, with the stage "scheduled", and with as many approvals as were asked for.
    CREATE OR REPLACE FUNCTION workflow_guard_document() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      bookkeeping CONSTANT text[] := ARRAY['author_id'];
      signatures integer;
      required integer;
    BEGIN
      IF TG_OP = 'DELETE' THEN
        IF OLD._status = 'published' THEN
          RAISE EXCEPTION 'a live document cannot be deleted' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN OLD;
      END IF;
      IF TG_OP = 'INSERT' THEN
        IF NEW._status = 'published' THEN
          RAISE EXCEPTION 'a document goes live by the transition publish'
            USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END IF;
      IF NEW._status = 'published' THEN
        IF OLD._status = 'published' AND NEW.id = OLD.id
           AND to_jsonb(NEW) - bookkeeping = to_jsonb(OLD) - bookkeeping THEN
          RETURN NEW;
        END IF;
        IF NEW.id <> OLD.id
           OR NOT workflow_has_event(NEW.id::text, ARRAY['publish'], NEW.digest) THEN
          RAISE EXCEPTION 'what is live changes by the transition publish only'
            USING ERRCODE = 'insufficient_privilege';
        END IF;
        SELECT count(DISTINCT a.approved_by), max(coalesce(a.required, 1)) INTO signatures, required
        FROM workflow_approvals a JOIN workflow_states s ON s.id = NEW.id
        WHERE a.document = NEW.id::text AND a.digest = NEW.digest AND a.round = s.round
          AND s.stage IN ('approved', 'scheduled');
        IF signatures = 0 OR signatures < required THEN
          RAISE EXCEPTION 'there is no valid approval of digest %', NEW.digest
            USING ERRCODE = 'insufficient_privilege';
        END IF;
      ELSIF OLD._status = 'published' THEN
        IF NOT workflow_has_event(OLD.id::text, ARRAY['unpublish', 'archive'], NULL) THEN
          RAISE EXCEPTION 'what is live goes by the transitions unpublish and archive only'
            USING ERRCODE = 'insufficient_privilege';
        END IF;
      END IF;
      RETURN NEW;
    END $$;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER workflow_clock ON workflow_events;
    DROP FUNCTION workflow_clock;
    DROP FUNCTION workflow_clock_stage;
    DROP TABLE workflow_stage_times, workflow_delegations, workflow_claims, workflow_assignments,
      workflow_plans, workflow_texts;
  `)
}
