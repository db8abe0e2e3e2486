-- Erasure: words and names that the law wants gone are emptied, by two people, and the record stays: a row keeps
-- its hash, and a proved event `redact` of the same transaction names it, with the hash of what is left of it.
-- A name becomes a pseudonym, words become nothing, and nothing else of what is on record changes. What is named
-- here is held for everybody, the owner too.

-- What somebody is called whose name is gone: always the same for the same account or link.
CREATE OR REPLACE FUNCTION workflow_pseudonym(person text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT 'Person ' || left(encode(sha256(convert_to(person, 'UTF8')), 'hex'), 8)
$$;

-- An event with its actor's name, its words, or parts of its data (paths, their steps joined by a full stop) gone.
CREATE OR REPLACE FUNCTION workflow_without(event workflow_events, drops_name boolean, drops_words boolean, paths text[])
RETURNS workflow_events LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  path text;
BEGIN
  IF drops_name AND event.actor_name IS NOT NULL THEN
    event.actor_name := public.workflow_pseudonym(event.actor);
  END IF;
  IF drops_words THEN
    event.comment := NULL;
  END IF;
  FOREACH path IN ARRAY paths LOOP
    event.data := event.data #- string_to_array(path, '.');
  END LOOP;
  RETURN event;
END $$;

-- The event of this transaction by which two people empty something.
CREATE OR REPLACE FUNCTION workflow_is_redacting(redaction uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM public.workflow_events
    WHERE id = redaction AND kind = 'erasure' AND transition = 'redact' AND proof IS NOT NULL
      AND transaction = pg_current_xact_id())
$$;

-- Whether a row of the record is being emptied now; for an event, down to `left_of_it`.
CREATE OR REPLACE FUNCTION workflow_redacts(in_place text, of_row text, left_of_it text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM public.redacted_rows r JOIN public.workflow_events e ON e.id = r.redaction
    WHERE r.place = in_place AND r.row = of_row AND r.left_hash IS NOT DISTINCT FROM left_of_it
      AND e.kind = 'erasure' AND e.transition = 'redact' AND e.proof IS NOT NULL
      AND e.transaction = pg_current_xact_id())
$$;

CREATE OR REPLACE FUNCTION workflow_keep_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  may_change CONSTANT text[] := ARRAY['actor_name', 'comment', 'data'];
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - may_change = to_jsonb(OLD) - may_change
     AND EXISTS (
       SELECT FROM public.redacted_rows r JOIN public.workflow_events e ON e.id = r.redaction
       WHERE r.place = TG_TABLE_NAME AND r.row = OLD.id::text
         AND r.left_hash = public.workflow_event_hash(NEW)
         AND e.kind = 'erasure' AND e.transition = 'redact' AND e.proof IS NOT NULL
         AND e.transaction = pg_current_xact_id()) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER workflow_append_only BEFORE UPDATE OR DELETE ON workflow_events
  FOR EACH ROW EXECUTE FUNCTION workflow_keep_event();

-- Whether a row is the same but for names (arguments of the trigger: pairs of the column of a person and of their
-- name, then '' and the columns of words) that became pseudonyms, and words that became nothing.
CREATE OR REPLACE FUNCTION workflow_is_emptied(was jsonb, is_now jsonb, VARIADIC columns text[]) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  -- The arguments of a trigger begin with 0.
  at int := array_lower(columns, 1);
  name text;
BEGIN
  WHILE columns[at] <> '' LOOP
    name := columns[at + 1];
    IF is_now ->> name IS DISTINCT FROM was ->> name
       AND is_now ->> name IS DISTINCT FROM public.workflow_pseudonym(was ->> columns[at]) THEN
      RETURN false;
    END IF;
    is_now := is_now - name;
    was := was - name;
    at := at + 2;
  END LOOP;
  FOR word IN at + 1 .. array_upper(columns, 1) LOOP
    name := columns[word];
    IF is_now -> name IS DISTINCT FROM was -> name
       AND is_now -> name NOT IN ('null'::jsonb, '""'::jsonb, '{}'::jsonb) THEN
      RETURN false;
    END IF;
    is_now := is_now - name;
    was := was - name;
  END LOOP;
  RETURN is_now = was;
END $$;

CREATE OR REPLACE FUNCTION workflow_keep_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND public.workflow_is_emptied(to_jsonb(OLD), to_jsonb(NEW), VARIADIC TG_ARGV)
     AND public.workflow_redacts(TG_TABLE_NAME, OLD.id::text, NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER workflow_append_only BEFORE UPDATE OR DELETE ON workflow_approvals
  FOR EACH ROW EXECUTE FUNCTION workflow_keep_row('approved_by', 'approved_by_name', '', 'comment');
CREATE OR REPLACE TRIGGER workflow_append_only BEFORE UPDATE OR DELETE ON workflow_revocations
  FOR EACH ROW EXECUTE FUNCTION workflow_keep_row('revoked_by', 'revoked_by_name', '', 'reason');
CREATE OR REPLACE TRIGGER workflow_append_only BEFORE UPDATE OR DELETE ON workflow_sign_offs
  FOR EACH ROW EXECUTE FUNCTION workflow_keep_row('given_by', 'given_by_name', '', 'comment');

-- An erasure is what its events say; one that is decided stays as it is, and none goes.
CREATE OR REPLACE FUNCTION workflow_keep_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wanted text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'an erasure stays on record' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'UPDATE' AND public.workflow_redacts(TG_TABLE_NAME, OLD.id::text, NULL)
     AND public.workflow_is_emptied(to_jsonb(OLD), to_jsonb(NEW), 'asked_by', 'asked_by_name',
       'decided_by', 'decided_by_name', '', 'reason', 'answer') THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.status <> 'open' OR OLD.id <> NEW.id OR OLD.subject <> NEW.subject
     OR OLD.asked_by <> NEW.asked_by OR OLD.asked_as <> NEW.asked_as) THEN
    RAISE EXCEPTION 'an erasure is decided once' USING ERRCODE = 'insufficient_privilege';
  END IF;
  wanted := CASE NEW.status
    WHEN 'open' THEN 'askErasure'
    WHEN 'confirmed' THEN 'redact'
    WHEN 'rejected' THEN 'rejectErasure'
    ELSE 'withdrawErasure' END;
  IF NOT EXISTS (
    SELECT FROM public.workflow_events
    WHERE document = NEW.document AND document_collection = NEW.document_collection AND kind = 'erasure'
      AND transition = wanted AND data ->> 'erasure' = NEW.id::text AND proof IS NOT NULL
      AND transaction = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'an erasure is asked for and decided through the product' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER workflow_keep_erasure BEFORE INSERT OR UPDATE OR DELETE ON erasures
  FOR EACH ROW EXECUTE FUNCTION workflow_keep_erasure();

-- What was emptied stays said. A row is noted by the function below alone: no server's role may insert one.
CREATE OR REPLACE FUNCTION workflow_keep_redacted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND public.workflow_is_redacting(NEW.redaction) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER workflow_keep_redacted BEFORE INSERT OR UPDATE OR DELETE ON redacted_rows
  FOR EACH ROW EXECUTE FUNCTION workflow_keep_redacted();
CREATE OR REPLACE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON redacted_rows
  FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();

-- The rows of one place among those that are to be emptied, and what of each goes.
CREATE OR REPLACE FUNCTION workflow_rows_in(in_place text, rows jsonb)
RETURNS TABLE (id uuid, name boolean, words boolean, paths text[]) LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY
    SELECT r."row"::uuid, coalesce(r.name, false), coalesce(r.words, false), coalesce(r.paths, '{}')
    FROM (SELECT * FROM jsonb_to_recordset(rows)
            x(place text, "row" text, name boolean, words boolean, paths text[])
          WHERE x.place = in_place OFFSET 0) r;
END $$;

-- The one way to empty what is on record. The event `redact` names in its data the erasure, which somebody else
-- has asked for, and the SHA-256 of all rows; one of the two people is an administrator. `rows` is what is
-- emptied: place, row, hash and left_hash of an event, and what goes of it (name, words, paths).
CREATE OR REPLACE FUNCTION workflow_redact(redaction uuid, session text, rows jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  said public.workflow_events%ROWTYPE;
  asked public.workflow_events%ROWTYPE;
  signer record;
  digest text;
BEGIN
  IF NOT public.workflow_is_redacting(redaction) THEN
    RAISE EXCEPTION 'words are emptied through the product' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO said FROM public.workflow_events WHERE id = redaction;
  SELECT * INTO signer FROM guard.signer(said.actor, session);
  SELECT * INTO asked FROM public.workflow_events
    WHERE document = said.document AND document_collection = said.document_collection AND kind = 'erasure'
      AND transition = 'askErasure' AND proof IS NOT NULL AND data ->> 'erasure' = said.data ->> 'erasure';
  IF asked.actor IS NULL OR asked.actor = said.actor THEN
    RAISE EXCEPTION 'two people empty what is on record' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- Whoever is no administrator any more, or has left, is not the one of the two.
  IF signer.role NOT IN ('editor', 'admin') OR (signer.role <> 'admin' AND NOT EXISTS (
       SELECT FROM public.users u WHERE u.id::text = asked.actor AND u.role::text = 'admin'
         AND u.deactivated_at IS NULL AND asked.data ->> 'as' = 'admin')) THEN
    RAISE EXCEPTION 'the role % does not empty what is on record', signer.role USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.redacted_rows (redaction, place, "row", hash, left_hash)
    SELECT workflow_redact.redaction, r.place, r."row", r.hash, r.left_hash
    FROM jsonb_to_recordset(rows) r(place text, "row" text, hash text, left_hash text);
  SELECT encode(sha256(convert_to(coalesce(string_agg(
      public.workflow_netstring(r.place) || public.workflow_netstring(r."row") || public.workflow_netstring(r.hash)
      || public.workflow_netstring(r.left_hash), '' ORDER BY r.place COLLATE "C", r."row" COLLATE "C"), ''), 'UTF8')), 'hex')
    INTO digest FROM public.redacted_rows r WHERE r.redaction = workflow_redact.redaction;
  IF digest IS DISTINCT FROM said.data ->> 'rows' THEN
    RAISE EXCEPTION 'the event names other rows' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE public.workflow_events e SET (actor_name, comment, data) = (
      SELECT l.actor_name, l.comment, l.data FROM public.workflow_without(e, r.name, r.words, r.paths) l)
    FROM public.workflow_rows_in('workflow_events', rows) r WHERE e.id = r.id;
  UPDATE public.workflow_approvals a SET
      approved_by_name = CASE WHEN r.name THEN public.workflow_pseudonym(a.approved_by) ELSE a.approved_by_name END,
      comment = CASE WHEN r.words THEN NULL ELSE a.comment END
    FROM public.workflow_rows_in('workflow_approvals', rows) r WHERE a.id = r.id;
  UPDATE public.workflow_revocations v SET
      revoked_by_name = CASE WHEN r.name THEN public.workflow_pseudonym(v.revoked_by) ELSE v.revoked_by_name END,
      reason = CASE WHEN r.words THEN '' ELSE v.reason END
    FROM public.workflow_rows_in('workflow_revocations', rows) r WHERE v.id = r.id;
  UPDATE public.workflow_sign_offs s SET
      given_by_name = CASE WHEN r.name THEN public.workflow_pseudonym(s.given_by) ELSE s.given_by_name END,
      comment = CASE WHEN r.words THEN NULL ELSE s.comment END
    FROM public.workflow_rows_in('workflow_sign_offs', rows) r WHERE s.id = r.id;
  UPDATE public.reference_proposals p SET
      proposed_by_name = CASE WHEN 'proposed_by' = ANY (r.paths) THEN public.workflow_pseudonym(p.proposed_by)
                              ELSE p.proposed_by_name END,
      decided_by_name = CASE WHEN 'decided_by' = ANY (r.paths) THEN public.workflow_pseudonym(p.decided_by)
                             ELSE p.decided_by_name END,
      title = CASE WHEN r.words THEN '' ELSE p.title END,
      before = CASE WHEN r.words THEN '{}' ELSE p.before END,
      after = CASE WHEN r.words THEN '{}' ELSE p.after END,
      reason = CASE WHEN r.words THEN NULL ELSE p.reason END
    FROM public.workflow_rows_in('reference_proposals', rows) r WHERE p.id = r.id;
  UPDATE public.erasures x SET
      asked_by_name = CASE WHEN 'asked_by' = ANY (r.paths) THEN public.workflow_pseudonym(x.asked_by)
                           ELSE x.asked_by_name END,
      decided_by_name = CASE WHEN 'decided_by' = ANY (r.paths) THEN public.workflow_pseudonym(x.decided_by)
                             ELSE x.decided_by_name END,
      reason = CASE WHEN r.words THEN '' ELSE x.reason END,
      answer = CASE WHEN r.words THEN NULL ELSE x.answer END
    FROM public.workflow_rows_in('erasures', rows) r WHERE x.id = r.id;
END $$;
REVOKE ALL ON FUNCTION workflow_redact FROM PUBLIC;
