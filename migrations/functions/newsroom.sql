-- What the newsroom's lists read: one narrow row for each editorial document, kept beside the tables that
-- hold the facts, so that no door can leave it behind. They are kept as the owner: no server's role adds a row.

CREATE OR REPLACE FUNCTION newsroom_keep_copy() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  place uuid := NULL;
BEGIN
  IF TG_ARGV[0] = 'regional-sections' THEN place := NEW.version_region_id; END IF;
  INSERT INTO newsroom_texts AS t
      (document, document_collection, title, profession, region, author, digest, changed_at)
    VALUES (NEW.parent_id, TG_ARGV[0], left(coalesce(NEW.version_headline, ''), 300),
            NEW.version_profession_id, place, NEW.version_author_id, NEW.version_digest,
            clock_timestamp())
    ON CONFLICT (document) DO UPDATE SET
      title = EXCLUDED.title, profession = EXCLUDED.profession, region = EXCLUDED.region,
      author = EXCLUDED.author, digest = EXCLUDED.digest,
      -- A save that changes no word is no change to whoever reads the list.
      changed_at = CASE WHEN t.digest IS NOT DISTINCT FROM EXCLUDED.digest
                        THEN t.changed_at ELSE EXCLUDED.changed_at END;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER newsroom_keep_copy AFTER INSERT OR UPDATE ON _career_profiles_v
  FOR EACH ROW WHEN (NEW.latest AND NEW.parent_id IS NOT NULL)
  EXECUTE FUNCTION newsroom_keep_copy('career-profiles');
CREATE OR REPLACE TRIGGER newsroom_keep_copy AFTER INSERT OR UPDATE ON _regional_sections_v
  FOR EACH ROW WHEN (NEW.latest AND NEW.parent_id IS NOT NULL)
  EXECUTE FUNCTION newsroom_keep_copy('regional-sections');

CREATE OR REPLACE FUNCTION newsroom_keep_state() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM newsroom_texts WHERE document = OLD.id;
    RETURN NULL;
  END IF;
  INSERT INTO newsroom_texts AS t
      (document, document_collection, stage, digest, live_at, live_digest, round, contributors)
    VALUES (NEW.id, NEW.document_collection, NEW.stage::text, NEW.digest, NEW.live_published_at,
            NEW.live_digest, NEW.round, NEW.contributors)
    ON CONFLICT (document) DO UPDATE SET
      stage = EXCLUDED.stage, live_at = EXCLUDED.live_at, live_digest = EXCLUDED.live_digest,
      round = EXCLUDED.round, contributors = EXCLUDED.contributors,
      signers = CASE WHEN t.round = EXCLUDED.round
                       AND EXCLUDED.stage NOT IN ('draft', 'changes_requested')
                     THEN t.signers ELSE '[]' END,
      stage_since = CASE WHEN t.stage = EXCLUDED.stage
                         THEN t.stage_since ELSE clock_timestamp() END;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER newsroom_keep_state AFTER INSERT OR UPDATE OR DELETE ON workflow_states
  FOR EACH ROW EXECUTE FUNCTION newsroom_keep_state();

CREATE OR REPLACE FUNCTION newsroom_keep_signer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE newsroom_texts SET signers = signers || to_jsonb(NEW.approved_by)
    WHERE document = NEW.document::uuid AND round = NEW.round;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER newsroom_keep_signer AFTER INSERT ON workflow_approvals
  FOR EACH ROW EXECUTE FUNCTION newsroom_keep_signer();

-- Whoever took an approval back has not signed any more.
CREATE OR REPLACE FUNCTION newsroom_keep_revocation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE newsroom_texts t SET signers = t.signers - a.approved_by
    FROM workflow_approvals a
    WHERE a.id = NEW.approval AND t.document = a.document::uuid AND t.round = a.round;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER newsroom_keep_revocation AFTER INSERT ON workflow_revocations
  FOR EACH ROW EXECUTE FUNCTION newsroom_keep_revocation();

CREATE OR REPLACE FUNCTION newsroom_keep_assignment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    UPDATE newsroom_texts SET writer = NULL, reviewer = NULL, due_at = NULL
      WHERE document = OLD.document::uuid;
  ELSE
    UPDATE newsroom_texts
      SET writer = NEW.author::uuid, reviewer = NEW.reviewer::uuid, due_at = NEW.due_at
      WHERE document = NEW.document::uuid;
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER newsroom_keep_assignment AFTER INSERT OR DELETE OR UPDATE OF author, reviewer, due_at
  ON workflow_assignments
  FOR EACH ROW EXECUTE FUNCTION newsroom_keep_assignment();

CREATE OR REPLACE FUNCTION newsroom_keep_claim() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    UPDATE newsroom_texts SET claimed_by = NULL, claimed_by_name = NULL, claimed_until = NULL
      WHERE document = OLD.document::uuid;
  ELSE
    UPDATE newsroom_texts SET claimed_by = NEW.person::uuid,
        claimed_by_name = NEW.person_name, claimed_until = NEW.until
      WHERE document = NEW.document::uuid;
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER newsroom_keep_claim AFTER INSERT OR UPDATE OR DELETE ON workflow_claims
  FOR EACH ROW EXECUTE FUNCTION newsroom_keep_claim();

CREATE OR REPLACE FUNCTION newsroom_keep_plan() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  of_document text := CASE TG_OP WHEN 'DELETE' THEN OLD.document ELSE NEW.document END;
BEGIN
  UPDATE newsroom_texts SET is_planned = EXISTS (
      SELECT FROM workflow_plans p WHERE p.document = of_document AND p.status = 'pending')
    WHERE document = of_document::uuid;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER newsroom_keep_plan AFTER INSERT OR UPDATE OF status OR DELETE ON workflow_plans
  FOR EACH ROW EXECUTE FUNCTION newsroom_keep_plan();

-- The kinds of sign-off that count for a text, by the digests of what each answers for.
CREATE OR REPLACE FUNCTION newsroom_signed_off(of_document uuid, digests jsonb) RETURNS jsonb
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(jsonb_agg(DISTINCT s.kind), '[]') FROM workflow_sign_offs s
    WHERE s.document = of_document::text AND s.digest = digests ->> s.kind
      AND NOT EXISTS (SELECT FROM workflow_revocations r WHERE r.approval = s.id)
$$;

CREATE OR REPLACE FUNCTION newsroom_keep_signed_off() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.signed_off := newsroom_signed_off(NEW.document, NEW.sign_off_digests);
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER newsroom_keep_signed_off BEFORE UPDATE OF sign_off_digests ON newsroom_texts
  FOR EACH ROW EXECUTE FUNCTION newsroom_keep_signed_off();

-- One that is given, and one that is taken back.
CREATE OR REPLACE FUNCTION newsroom_keep_sign_off() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE newsroom_texts SET signed_off = newsroom_signed_off(document, sign_off_digests)
    WHERE document = NEW.document::uuid;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER newsroom_keep_sign_off AFTER INSERT ON workflow_sign_offs
  FOR EACH ROW EXECUTE FUNCTION newsroom_keep_sign_off();
CREATE OR REPLACE TRIGGER newsroom_keep_sign_off AFTER INSERT ON workflow_revocations
  FOR EACH ROW EXECUTE FUNCTION newsroom_keep_sign_off();
