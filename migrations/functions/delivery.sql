-- The delivery plane: the numbering of its feed, what its caches must drop, and the two functions that its
-- role may call.

-- An entry of the feed is chained to the one before it, so that none can be changed, taken out, put in or
-- moved unnoticed.
CREATE OR REPLACE FUNCTION delivery.release_hash(release delivery.releases, previous_hash text) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN encode(sha256(convert_to(
    public.workflow_netstring(previous_hash) || public.workflow_netstring(release.position::text)
    || public.workflow_netstring(release.id::text)
    || public.workflow_netstring(to_char(release.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    || public.workflow_netstring(release.reason) || public.workflow_netstring(release.document::text)
    || public.workflow_netstring(release.collection) || public.workflow_netstring(release.profession::text)
    || public.workflow_netstring(release.region::text) || public.workflow_netstring(release.profession_slug)
    || public.workflow_netstring(release.region_slug) || public.workflow_netstring(release.digest)
    || public.workflow_netstring(release.sites::text) || public.workflow_netstring(release.sites_before::text),
    'UTF8')), 'hex');
END $$;

-- At the very end of a transaction, one transaction after the other: whoever sees a position sees all before
-- it. See docs/decisions, "The feed is numbered at commit". As the owner: what is in the feed nobody else changes.
CREATE OR REPLACE FUNCTION delivery.number_release() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  release delivery.releases%ROWTYPE;
  previous text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('delivery.releases'));
  SELECT * INTO release FROM delivery.releases WHERE id = NEW.id AND position IS NULL;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT hash INTO previous FROM delivery.releases
    WHERE position IS NOT NULL ORDER BY position DESC LIMIT 1;
  release.position := nextval('delivery.release_positions');
  UPDATE delivery.releases
    SET position = release.position, hash = delivery.release_hash(release, coalesce(previous, ''))
    WHERE id = NEW.id;
  RETURN NULL;
END $$;
DO $$ BEGIN
  -- PostgreSQL replaces no constraint trigger, and only such a one waits for the end.
  IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'delivery.releases'::regclass
                 AND tgname = 'number_release') THEN
    CREATE CONSTRAINT TRIGGER number_release AFTER INSERT ON delivery.releases
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION delivery.number_release();
  END IF;
END $$;

-- Nobody says themselves where an entry stands: the next one would have no place.
CREATE OR REPLACE FUNCTION delivery.leave_unnumbered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.position := NULL;
  NEW.hash := NULL;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER leave_unnumbered BEFORE INSERT ON delivery.releases
  FOR EACH ROW EXECUTE FUNCTION delivery.leave_unnumbered();

CREATE OR REPLACE FUNCTION delivery.keep_releases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.hash IS NULL AND (OLD.position IS NULL OR OLD.position = NEW.position)
     AND to_jsonb(NEW) - 'position' - 'hash' = to_jsonb(OLD) - 'position' - 'hash' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'delivery.releases is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER keep_releases BEFORE UPDATE OR DELETE ON delivery.releases
  FOR EACH ROW EXECUTE FUNCTION delivery.keep_releases();
CREATE OR REPLACE TRIGGER keep_all_releases BEFORE TRUNCATE ON delivery.releases
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.keep_releases();

-- Entries from before they were chained.
DO $$
DECLARE
  release delivery.releases%ROWTYPE;
  chained text := '';
BEGIN
  IF NOT EXISTS (SELECT FROM delivery.releases WHERE hash IS NOT NULL) THEN
    FOR release IN SELECT * FROM delivery.releases WHERE position IS NOT NULL ORDER BY position LOOP
      chained := delivery.release_hash(release, chained);
      UPDATE delivery.releases SET hash = chained WHERE id = release.id;
    END LOOP;
  END IF;
END $$;

-- Tells every copy of the server what its cache must drop, at commit: "document:…", "profession:…",
-- "region:…", "sites" or "all". A notification holds 8,000 bytes.
CREATE OR REPLACE FUNCTION delivery.invalidate(tags text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  FOR start IN 1 .. coalesce(array_length(tags, 1), 0) BY 100 LOOP
    PERFORM pg_notify('delivery', array_to_json(tags[start : start + 99])::text);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION delivery.invalidate_sites() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM delivery.invalidate(ARRAY['sites']);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER invalidate_sites AFTER INSERT OR UPDATE OR DELETE ON sites
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.invalidate_sites();
CREATE OR REPLACE TRIGGER invalidate_sites AFTER INSERT OR UPDATE OR DELETE ON sites_keys
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.invalidate_sites();
CREATE OR REPLACE TRIGGER invalidate_sites AFTER INSERT OR UPDATE OR DELETE ON sites_texts
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.invalidate_sites();
CREATE OR REPLACE TRIGGER invalidate_sites AFTER INSERT OR UPDATE OR DELETE ON sites_rels
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.invalidate_sites();

-- Whoever writes prerendered portraits of a profession does so alone, and not while its jobs change: else one of
-- two that do not see each other's rows would prerender a portrait that is out of date.
CREATE OR REPLACE FUNCTION delivery.lock_key(profession uuid) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT hashtextextended('delivery.profession:' || profession, 0)
$$;

-- A prerendered portrait is over when the jobs that it shows change.
CREATE OR REPLACE FUNCTION delivery.outdate_jobs() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE professions uuid[];
BEGIN
  SELECT array_agg(profession_id ORDER BY profession_id) INTO professions
    FROM (SELECT DISTINCT profession_id FROM jobs_changed WHERE profession_id IS NOT NULL) c;
  IF professions IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('delivery.reference', 0));
    PERFORM pg_advisory_xact_lock_shared(delivery.lock_key(p))
      FROM (SELECT p FROM unnest(professions) p ORDER BY p) ordered;
    PERFORM FROM (
      SELECT p.document FROM delivery.portraits p
      WHERE EXISTS (
        SELECT FROM jobs_changed j LEFT JOIN delivery.regions r ON r.id = j.region_id
        WHERE j.profession_id = p.profession AND (p.region IS NULL OR p.region = ANY (r.within)))
        AND p.profession = ANY (professions)
      ORDER BY p.document FOR UPDATE OF p) locked;
    UPDATE delivery.portraits p SET fresh_until = '-infinity'
      FROM (SELECT DISTINCT profession_id, region_id FROM jobs_changed) j
      LEFT JOIN delivery.regions r ON r.id = j.region_id
      WHERE j.profession_id = p.profession AND (p.region IS NULL OR p.region = ANY (r.within));
  END IF;
  PERFORM delivery.invalidate(ARRAY['jobs'] || ARRAY(SELECT 'jobs:' || p FROM unnest(professions) p));
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER outdate_inserted AFTER INSERT ON job_references
  REFERENCING NEW TABLE AS jobs_changed
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.outdate_jobs();
CREATE OR REPLACE TRIGGER outdate_before AFTER UPDATE ON job_references
  REFERENCING OLD TABLE AS jobs_changed
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.outdate_jobs();
CREATE OR REPLACE TRIGGER outdate_after AFTER UPDATE ON job_references
  REFERENCING NEW TABLE AS jobs_changed
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.outdate_jobs();
CREATE OR REPLACE TRIGGER outdate_deleted AFTER DELETE ON job_references
  REFERENCING OLD TABLE AS jobs_changed
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.outdate_jobs();

-- The one thing that the server writes: when a key was last used, to the minute.
CREATE OR REPLACE FUNCTION delivery.note_key_use(used text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.site_key_uses SELECT id, now() FROM public.sites_keys WHERE id = used
  ON CONFLICT (key) DO UPDATE SET used_at = EXCLUDED.used_at
    WHERE site_key_uses.used_at < now() - interval '1 min'
$$;

-- The server can only ask for a preview by what its token says; it cannot list them. A token that was made
-- before tokens were rows names none. A token ends with its time, when it is revoked, and with its maker's
-- account.
DROP FUNCTION IF EXISTS delivery.preview(uuid, text);
CREATE OR REPLACE FUNCTION delivery.preview(of_document uuid, of_digest text, of_token uuid DEFAULT NULL)
RETURNS TABLE (profession uuid, region uuid, content json)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t.profession, t.region, t.content FROM public.preview_texts t
  WHERE t.document = of_document AND t.digest = of_digest AND t.expires_at > now()
    AND CASE WHEN of_token IS NULL THEN t.has_older_tokens ELSE EXISTS (
      SELECT FROM public.preview_tokens k
      JOIN public.users u ON u.id::text = k.made_by AND u.deactivated_at IS NULL
      WHERE k.id = of_token AND k.document = of_document AND k.digest = of_digest
        AND k.expires_at > now() AND k.revoked_at IS NULL) END
$$;

-- A function that is new may be called by everybody, until somebody says otherwise.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA delivery FROM PUBLIC;
GRANT EXECUTE ON FUNCTION delivery.note_key_use, delivery.preview TO berufsbild_delivery;

-- What these were called before.
DROP FUNCTION IF EXISTS delivery.forget_sites() CASCADE;
DROP FUNCTION IF EXISTS delivery.forget(text[]);
