-- The record: events in chains, approvals and anchors that are only ever added to, and the time that each
-- document spends in each stage. What writes into the chains and the times does so as the owner: no server's
-- role may.

-- Netstrings, so that no two lists of values look alike: length in bytes, colon, value; - for null.
CREATE OR REPLACE FUNCTION workflow_netstring(value text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN value IS NULL THEN '-'
         ELSE octet_length(convert_to(value, 'UTF8')) || ':' || value END
$$;

CREATE OR REPLACE FUNCTION workflow_event_hash(event workflow_events) RETURNS text LANGUAGE sql IMMUTABLE AS $$
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

-- An event is of the transaction that writes it, and goes on the end of its subject's chain.
CREATE OR REPLACE FUNCTION workflow_stamp_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  name CONSTANT text := NEW.document_collection || '/' || NEW.document;
  head workflow_chains%ROWTYPE;
BEGIN
  PERFORM guard.ask_proof(TG_RELID, NEW.proof, 'event', NEW.id::text, NEW.kind, NEW.document_collection,
    NEW.document, NEW.transition, NEW.from_stage, NEW.to_stage, NEW.digest, NEW.actor, NEW.data::text);
  NEW.transaction := pg_current_xact_id();
  NEW.created_at := date_trunc('milliseconds', clock_timestamp());
  INSERT INTO workflow_chains VALUES (name, 0, '') ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM workflow_chains WHERE chain = name FOR UPDATE;
  -- Nobody says themselves which number an event has: those from before there were proofs are known by it.
  NEW.sequence := nextval(pg_get_serial_sequence('public.workflow_events', 'sequence'));
  NEW.position := head.position + 1;
  NEW.previous_hash := head.hash;
  NEW.hash := workflow_event_hash(NEW);
  UPDATE workflow_chains SET position = NEW.position, hash = NEW.hash WHERE chain = name;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER workflow_stamp_event BEFORE INSERT ON workflow_events
  FOR EACH ROW EXECUTE FUNCTION workflow_stamp_event();

CREATE OR REPLACE FUNCTION workflow_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
-- Rows of events, approvals, revocations and sign-offs are kept by erasure.sql, with the one way to empty them.
CREATE OR REPLACE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON workflow_events
  FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();
CREATE OR REPLACE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON workflow_approvals
  FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();
CREATE OR REPLACE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON workflow_revocations
  FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();
CREATE OR REPLACE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON workflow_sign_offs
  FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();
CREATE OR REPLACE TRIGGER workflow_append_only BEFORE UPDATE OR DELETE ON workflow_anchors
  FOR EACH ROW EXECUTE FUNCTION workflow_append_only();
CREATE OR REPLACE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON workflow_anchors
  FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();
CREATE OR REPLACE TRIGGER workflow_append_only BEFORE UPDATE OR DELETE ON workflow_anchored_events
  FOR EACH ROW EXECUTE FUNCTION workflow_append_only();
CREATE OR REPLACE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON workflow_anchored_events
  FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();

CREATE OR REPLACE FUNCTION workflow_guard_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.chain = OLD.chain AND NEW.position = OLD.position + 1 THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a chain only grows' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER workflow_guard_chain BEFORE UPDATE OR DELETE ON workflow_chains
  FOR EACH ROW EXECUTE FUNCTION workflow_guard_chain();
CREATE OR REPLACE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON workflow_chains
  FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();

CREATE OR REPLACE FUNCTION workflow_clock_stage(event workflow_events) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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

CREATE OR REPLACE FUNCTION workflow_clock() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM workflow_clock_stage(NEW);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER workflow_clock AFTER INSERT ON workflow_events
  FOR EACH ROW EXECUTE FUNCTION workflow_clock();
