-- The last line of the workflow's guard, below every hook: what is live changes only in a transaction that
-- also holds the event that says so, and goes live only under a valid approval. Tables are named with their
-- schema: else a temporary one of the same name would be read in their place.

-- Of this transaction, and of now: in a database that was restored elsewhere the numbers of transactions begin
-- anew, and those of old events come again. The minute is for a clock that was set back. And the product's own:
-- SQL alone can add an event, but none with a proof.
CREATE OR REPLACE FUNCTION workflow_has_event(target text, wanted text[], wanted_digest text)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM public.workflow_events
    WHERE document = target AND transaction = pg_current_xact_id() AND proof IS NOT NULL
      AND created_at > now() - interval '1 min'
      AND transition = ANY (wanted) AND (wanted_digest IS NULL OR digest = wanted_digest)
  )
$$;

-- Four eyes, and the digest that is in review.
CREATE OR REPLACE FUNCTION workflow_check_approval() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE state public.workflow_states%ROWTYPE;
BEGIN
  SELECT * INTO state FROM public.workflow_states WHERE id::text = NEW.document;
  IF NOT FOUND OR state.stage <> 'in_review'
     OR state.digest <> NEW.digest OR state.round <> NEW.round THEN
    RAISE EXCEPTION 'an approval signs the digest that is in review'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF state.contributors ? NEW.approved_by THEN
    RAISE EXCEPTION 'nobody approves a text to which they contributed'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER workflow_check_approval BEFORE INSERT ON workflow_approvals
  FOR EACH ROW EXECUTE FUNCTION workflow_check_approval();

-- Nobody signs off what they wrote, or what is not in review.
CREATE OR REPLACE FUNCTION workflow_check_sign_off() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE state public.workflow_states%ROWTYPE;
BEGIN
  SELECT * INTO state FROM public.workflow_states WHERE id::text = NEW.document;
  IF NOT FOUND OR state.stage <> 'in_review' OR state.digest <> NEW.text_digest THEN
    RAISE EXCEPTION 'a sign-off signs what is in review' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- An expert signs by a link that nobody made who wrote on the text.
  IF state.contributors ? NEW.given_by OR EXISTS (
    SELECT FROM public.expert_links l
    WHERE 'expert:' || l.id = NEW.given_by AND state.contributors ? l.made_by) THEN
    RAISE EXCEPTION 'nobody signs off a text to which they contributed'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER workflow_check_sign_off BEFORE INSERT ON workflow_sign_offs
  FOR EACH ROW EXECUTE FUNCTION workflow_check_sign_off();

-- An approval is taken back where it is, and not under what is live: that is unpublished.
CREATE OR REPLACE FUNCTION workflow_check_revocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.workflow_approvals a JOIN public.workflow_states s ON s.id::text = a.document
    WHERE a.id = NEW.approval AND a.document = NEW.document
      AND (s.live_digest IS DISTINCT FROM a.digest OR s.live_round IS DISTINCT FROM a.round))
    AND NOT EXISTS (
    SELECT FROM public.workflow_sign_offs o WHERE o.id = NEW.approval AND o.document = NEW.document) THEN
    RAISE EXCEPTION 'only an approval of what is not live is taken back'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER workflow_check_revocation BEFORE INSERT ON workflow_revocations
  FOR EACH ROW EXECUTE FUNCTION workflow_check_revocation();

-- Whether a text may go live now. The product's last word on its signatures was that it is approved, and on how
-- many approvals and which sign-offs that rests; it has them, none of them taken back; and it is the working copy,
-- or the text of a plan that is due, with the approvals under which it was planned, whatever became of the
-- working copy since.
CREATE OR REPLACE FUNCTION workflow_is_approved(target text, wanted text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  WITH candidates AS (
    SELECT s.round::int AS round, NULL::jsonb AS only_these FROM public.workflow_states s
      WHERE s.id::text = target AND s.digest = wanted AND s.stage IN ('approved', 'scheduled')
    UNION ALL
    SELECT p.round, p.approvals FROM public.workflow_plans p
      WHERE p.document = target AND p.action = 'publish' AND p.status = 'pending'
        AND p.due_at <= clock_timestamp() AND p.digest = wanted
  )
  SELECT EXISTS (
    SELECT FROM candidates c CROSS JOIN LATERAL (
      SELECT e.to_stage, (e.data ->> 'required')::int AS required, e.data -> 'signOffs' AS sign_offs
      FROM public.workflow_events e
      WHERE e.document = target AND e.digest = wanted AND e.kind = 'workflow'
        AND e.transition IN ('approve', 'signOff', 'complete')
        -- Those from before there were proofs have none.
        AND (e.proof IS NOT NULL OR e.sequence <= (SELECT begun_after FROM public.workflow_proofs))
      ORDER BY e.sequence DESC LIMIT 1
    ) asked CROSS JOIN LATERAL (
      SELECT count(DISTINCT a.approved_by) AS signatures, max(coalesce(a.required, 1)) AS required
      FROM public.workflow_approvals a
      WHERE a.document = target AND a.digest = wanted AND a.round = c.round
        AND (c.only_these IS NULL OR c.only_these ? a.id::text)
        -- Who has become a writer of it since brings nothing live; the contributors are those of the working copy.
        AND (c.only_these IS NOT NULL OR NOT EXISTS (
          SELECT FROM public.workflow_states s WHERE s.id::text = target AND s.contributors ? a.approved_by))
        AND NOT EXISTS (SELECT FROM public.workflow_revocations r WHERE r.approval = a.id)
    ) signed
    WHERE asked.to_stage = 'approved' AND signed.signatures > 0
      AND signed.signatures >= coalesce(asked.required, signed.required)
      AND (c.only_these IS NULL OR NOT EXISTS (
        SELECT FROM public.workflow_revocations r WHERE c.only_these ? r.approval::text))
      -- Each kind of sign-off that was asked for, under the digest of what it answers for.
      AND NOT EXISTS (
        SELECT FROM jsonb_each_text(
          CASE WHEN jsonb_typeof(asked.sign_offs) = 'object' THEN asked.sign_offs ELSE '{}' END) AS needed(kind, digest)
        WHERE NOT EXISTS (
          SELECT FROM public.workflow_sign_offs o
          WHERE o.document = target AND o.kind = needed.kind AND o.digest = needed.digest
            AND NOT EXISTS (SELECT FROM public.workflow_revocations r WHERE r.approval = o.id))))
$$;

CREATE OR REPLACE FUNCTION workflow_guard_document() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  bookkeeping CONSTANT text[] :=
    ARRAY['author_id', 'imported_from_file', 'imported_from_sha256', 'imported_from_at'];
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
       OR NOT public.workflow_has_event(NEW.id::text, ARRAY['publish'], NEW.digest) THEN
      RAISE EXCEPTION 'what is live changes by the transition publish only'
        USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT public.workflow_is_approved(NEW.id::text, NEW.digest) THEN
      RAISE EXCEPTION 'there is no valid approval of digest %', NEW.digest
        USING ERRCODE = 'insufficient_privilege';
    END IF;
  ELSIF OLD._status = 'published' THEN
    IF NOT public.workflow_has_event(OLD.id::text, ARRAY['unpublish', 'archive'], NULL) THEN
      RAISE EXCEPTION 'what is live goes by the transitions unpublish and archive only'
        USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION workflow_refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% holds what is live', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE OR REPLACE TRIGGER workflow_guard_document BEFORE UPDATE OR DELETE ON career_profiles
  FOR EACH ROW EXECUTE FUNCTION workflow_guard_document();
-- After, not before: Payload updates by INSERT … ON CONFLICT, which fires BEFORE INSERT too.
CREATE OR REPLACE TRIGGER workflow_guard_insert AFTER INSERT ON career_profiles
  FOR EACH ROW EXECUTE FUNCTION workflow_guard_document();
CREATE OR REPLACE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON career_profiles
  FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();

CREATE OR REPLACE TRIGGER workflow_guard_document BEFORE UPDATE OR DELETE ON regional_sections
  FOR EACH ROW EXECUTE FUNCTION workflow_guard_document();
-- After, not before: Payload updates by INSERT … ON CONFLICT, which fires BEFORE INSERT too.
CREATE OR REPLACE TRIGGER workflow_guard_insert AFTER INSERT ON regional_sections
  FOR EACH ROW EXECUTE FUNCTION workflow_guard_document();
CREATE OR REPLACE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON regional_sections
  FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();
