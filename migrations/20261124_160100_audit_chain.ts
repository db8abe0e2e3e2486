import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Events are hash-chained: one chain a subject (collection/id), so that nobody waits for a global
// lock. Anchors bind the chains together from time to time: each signs the hashes of all events that
// were not anchored yet, and the anchor before it. `src/audit/verify.ts` recomputes all of
// it from the rows.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE workflow_chains (
      chain text PRIMARY KEY,
      position bigint NOT NULL,
      hash text NOT NULL
    );
    ALTER TABLE workflow_events ADD COLUMN position bigint;
    ALTER TABLE workflow_events ADD COLUMN previous_hash text;
    ALTER TABLE workflow_events ADD COLUMN hash text;

    -- Netstrings, so that no two lists of values look alike: length in bytes, colon, value; - for null.
    CREATE FUNCTION workflow_netstring(value text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
      SELECT CASE WHEN value IS NULL THEN '-'
             ELSE octet_length(convert_to(value, 'UTF8')) || ':' || value END
    $$;

    CREATE FUNCTION workflow_event_hash(event workflow_events) RETURNS text LANGUAGE sql IMMUTABLE AS $$
      SELECT encode(sha256(convert_to(
        workflow_netstring(event.previous_hash) || workflow_netstring(event.position::text)
        || workflow_netstring(event.id::text)
        || workflow_netstring(to_char(event.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        || workflow_netstring(event.document_collection) || workflow_netstring(event.document)
        || workflow_netstring(event.kind) || workflow_netstring(event.transition)
        || workflow_netstring(event.from_stage) || workflow_netstring(event.to_stage)
        || workflow_netstring(event.digest) || workflow_netstring(event.actor)
        || workflow_netstring(event.actor_name) || workflow_netstring(event.comment)
        || workflow_netstring(event.data::text), 'UTF8')), 'hex')
    $$;

    CREATE OR REPLACE FUNCTION workflow_stamp_event() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      name CONSTANT text := NEW.document_collection || '/' || NEW.document;
      head workflow_chains%ROWTYPE;
    BEGIN
      NEW.transaction := pg_current_xact_id();
      NEW.created_at := date_trunc('milliseconds', clock_timestamp());
      INSERT INTO workflow_chains VALUES (name, 0, '') ON CONFLICT DO NOTHING;
      SELECT * INTO head FROM workflow_chains WHERE chain = name FOR UPDATE;
      NEW.position := head.position + 1;
      NEW.previous_hash := head.hash;
      NEW.hash := workflow_event_hash(NEW);
      UPDATE workflow_chains SET position = NEW.position, hash = NEW.hash WHERE chain = name;
      RETURN NEW;
    END $$;

    -- What was there before chains: chained in its own order.
    DO $$
    DECLARE event workflow_events%ROWTYPE; head workflow_chains%ROWTYPE; name text;
    BEGIN
      ALTER TABLE workflow_events DISABLE TRIGGER workflow_append_only;
      FOR event IN SELECT * FROM workflow_events ORDER BY sequence LOOP
        name := event.document_collection || '/' || event.document;
        INSERT INTO workflow_chains VALUES (name, 0, '') ON CONFLICT DO NOTHING;
        SELECT * INTO head FROM workflow_chains WHERE chain = name;
        event.position := head.position + 1;
        event.previous_hash := head.hash;
        event.hash := workflow_event_hash(event);
        UPDATE workflow_events SET position = event.position, previous_hash = event.previous_hash,
          hash = event.hash WHERE id = event.id;
        UPDATE workflow_chains SET position = event.position, hash = event.hash WHERE chain = name;
      END LOOP;
      ALTER TABLE workflow_events ENABLE TRIGGER workflow_append_only;
    END $$;

    ALTER TABLE workflow_events ALTER COLUMN position SET NOT NULL;
    ALTER TABLE workflow_events ALTER COLUMN hash SET NOT NULL;
    CREATE UNIQUE INDEX workflow_events_chain ON workflow_events (document_collection, document, position);
    CREATE INDEX workflow_events_sequence ON workflow_events (sequence);
    CREATE INDEX workflow_events_actor_sequence ON workflow_events (actor, sequence);

    CREATE FUNCTION workflow_guard_chain() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND NEW.chain = OLD.chain AND NEW.position = OLD.position + 1 THEN
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'a chain only grows' USING ERRCODE = 'insufficient_privilege';
    END $$;
    CREATE TRIGGER workflow_guard_chain BEFORE UPDATE OR DELETE ON workflow_chains
      FOR EACH ROW EXECUTE FUNCTION workflow_guard_chain();
    CREATE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON workflow_chains
      FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();

    CREATE TABLE workflow_anchors (
      number bigint PRIMARY KEY,
      created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      events bigint NOT NULL,
      previous_hash text NOT NULL,
      hash text NOT NULL
    );
    CREATE TABLE workflow_anchored_events (
      sequence bigint PRIMARY KEY,
      anchor bigint NOT NULL REFERENCES workflow_anchors
    );
    CREATE INDEX workflow_anchored_events_anchor ON workflow_anchored_events (anchor, sequence);
  `)
  for (const table of ['workflow_anchors', 'workflow_anchored_events']) {
    await db.execute(
      sql.raw(`
        CREATE TRIGGER workflow_append_only BEFORE UPDATE OR DELETE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION workflow_append_only();
        CREATE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();`),
    )
  }
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TABLE workflow_anchored_events, workflow_anchors, workflow_chains;
    DROP FUNCTION workflow_guard_chain;
    CREATE OR REPLACE FUNCTION workflow_stamp_event() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.transaction := pg_current_xact_id();
      NEW.created_at := clock_timestamp();
      RETURN NEW;
    END $$;
    DROP FUNCTION workflow_event_hash;
    DROP FUNCTION workflow_netstring;
    ALTER TABLE workflow_events DROP COLUMN position, DROP COLUMN previous_hash, DROP COLUMN hash;
  `)
}
