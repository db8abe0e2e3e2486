import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// The read model: what sites fetch, in a schema of its own, and the one role that may read it. It is
// written by `src/publishing` inside the transaction of a transition, and can be rebuilt at any time.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE SCHEMA delivery;

    CREATE TABLE delivery.professions (
      id uuid PRIMARY KEY,
      slug text COLLATE "C" NOT NULL UNIQUE,
      former_slugs text[] NOT NULL DEFAULT '{}',
      name text NOT NULL,
      kldb text,
      -- Every name that somebody may look for: name, forms, aliases.
      names text NOT NULL,
      search tsvector NOT NULL,
      data json NOT NULL,
      updated_at timestamptz(3) NOT NULL
    );
    CREATE INDEX professions_former_slugs ON delivery.professions USING gin (former_slugs);
    CREATE INDEX professions_search ON delivery.professions USING gin (search);
    CREATE INDEX professions_kldb ON delivery.professions (kldb text_pattern_ops);

    CREATE TABLE delivery.regions (
      id uuid PRIMARY KEY,
      slug text COLLATE "C" NOT NULL UNIQUE,
      former_slugs text[] NOT NULL DEFAULT '{}',
      name text NOT NULL,
      kind text NOT NULL,
      -- ISO 3166-2.
      land text,
      latitude double precision,
      longitude double precision,
      -- The region itself and all regions that it lies in.
      within uuid[] NOT NULL,
      neighbours uuid[] NOT NULL DEFAULT '{}',
      names text NOT NULL,
      search tsvector NOT NULL,
      data json NOT NULL,
      updated_at timestamptz(3) NOT NULL
    );
    CREATE INDEX regions_former_slugs ON delivery.regions USING gin (former_slugs);
    CREATE INDEX regions_search ON delivery.regions USING gin (search);
    CREATE INDEX regions_within ON delivery.regions USING gin (within);
    CREATE INDEX regions_neighbours ON delivery.regions USING gin (neighbours);

    -- One row a live copy.
    CREATE TABLE delivery.documents (
      id uuid PRIMARY KEY,
      collection text NOT NULL,
      profession uuid NOT NULL,
      region uuid,
      -- Beside their ids, for order and filters; '' for the whole country.
      profession_slug text COLLATE "C" NOT NULL,
      region_slug text COLLATE "C" NOT NULL,
      land text,
      kldb text,
      digest text NOT NULL,
      -- The only sites that may show it; none: all may.
      sites uuid[] NOT NULL DEFAULT '{}',
      sources uuid[] NOT NULL DEFAULT '{}',
      media uuid[] NOT NULL DEFAULT '{}',
      -- Regions that its salary figures name.
      named_regions uuid[] NOT NULL DEFAULT '{}',
      headline text NOT NULL,
      intro text NOT NULL,
      -- The text of its sections, for excerpts.
      plain text NOT NULL,
      -- json, not jsonb: it is read whole, and keeps its order.
      content json NOT NULL,
      first_published_at timestamptz(3) NOT NULL,
      published_at timestamptz(3) NOT NULL,
      -- When its portrait last changed in a way that a reader sees.
      changed_at timestamptz(3) NOT NULL,
      search tsvector NOT NULL,
      is_in_lexicon boolean NOT NULL DEFAULT false,
      UNIQUE NULLS NOT DISTINCT (profession, region)
    );
    CREATE UNIQUE INDEX documents_address ON delivery.documents (profession_slug, region_slug);
    CREATE INDEX documents_region ON delivery.documents (region, profession_slug, region_slug);
    CREATE INDEX documents_land ON delivery.documents (land, profession_slug, region_slug);
    CREATE INDEX documents_kldb ON delivery.documents (kldb text_pattern_ops);
    CREATE INDEX documents_changed_at ON delivery.documents (changed_at);
    CREATE INDEX documents_sources ON delivery.documents USING gin (sources);
    CREATE INDEX documents_media ON delivery.documents USING gin (media);
    CREATE INDEX documents_named_regions ON delivery.documents USING gin (named_regions);
    CREATE INDEX documents_sites ON delivery.documents USING gin (sites);
    CREATE INDEX documents_search ON delivery.documents USING gin (search);
    CREATE INDEX documents_lexicon ON delivery.documents (id) WHERE NOT is_in_lexicon;

    -- The finished answer for everybody, whole and compressed. A row whose time is over, or that is
    -- missing, is composed at the request.
    CREATE TABLE delivery.portraits (
      profession_slug text COLLATE "C" NOT NULL,
      region_slug text COLLATE "C" NOT NULL,
      document uuid NOT NULL UNIQUE REFERENCES delivery.documents ON DELETE CASCADE,
      profession uuid NOT NULL,
      region uuid,
      etag text NOT NULL,
      body text NOT NULL,
      gzip bytea NOT NULL,
      brotli bytea NOT NULL,
      changed_at timestamptz(3) NOT NULL,
      fresh_until timestamptz(3) NOT NULL,
      PRIMARY KEY (profession_slug, region_slug)
    );
    CREATE INDEX portraits_profession ON delivery.portraits (profession, region);
    CREATE INDEX portraits_fresh_until ON delivery.portraits (fresh_until);
    ALTER TABLE delivery.portraits ALTER COLUMN gzip SET STORAGE EXTERNAL;
    ALTER TABLE delivery.portraits ALTER COLUMN brotli SET STORAGE EXTERNAL;

    -- Words that occur in what is live: what a mistyped word is compared with.
    CREATE TABLE delivery.lexicon (word text COLLATE "C" PRIMARY KEY);
    CREATE INDEX lexicon_similarity ON delivery.lexicon USING gin (word gin_trgm_ops);

    -- The feed: one entry for each time that a portrait appeared, changed or went away. Its position
    -- is given at the very end of the transaction, one transaction after the other, so that whoever
    -- sees a position sees all before it: see docs/decisions, "The feed is numbered at commit".
    CREATE TABLE delivery.releases (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      position bigint UNIQUE,
      at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      document uuid NOT NULL,
      collection text NOT NULL,
      profession uuid NOT NULL,
      region uuid,
      profession_slug text NOT NULL,
      region_slug text NOT NULL,
      -- What is live now; null: nothing.
      digest text,
      -- The sites that may show it now and that could before; null: it is not, or was not, live.
      sites uuid[],
      sites_before uuid[],
      reason text NOT NULL CHECK (reason IN ('text', 'profile', 'reference', 'media', 'source'))
    );
    CREATE INDEX releases_document ON delivery.releases (document, id);
    CREATE INDEX releases_sites ON delivery.releases USING gin (sites);
    CREATE INDEX releases_pair ON delivery.releases (profession, region);
    CREATE SEQUENCE delivery.release_positions OWNED BY delivery.releases.position;

    CREATE FUNCTION delivery.number_release() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtext('delivery.releases'));
      UPDATE delivery.releases SET position = nextval('delivery.release_positions')
        WHERE id = NEW.id AND position IS NULL;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER number_release AFTER INSERT ON delivery.releases
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION delivery.number_release();

    CREATE FUNCTION delivery.keep_releases() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND OLD.position IS NULL
         AND to_jsonb(NEW) - 'position' = to_jsonb(OLD) - 'position' THEN
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'delivery.releases is append-only' USING ERRCODE = 'insufficient_privilege';
    END $$;
    CREATE TRIGGER keep_releases BEFORE UPDATE OR DELETE ON delivery.releases
      FOR EACH ROW EXECUTE FUNCTION delivery.keep_releases();
    CREATE TRIGGER keep_all_releases BEFORE TRUNCATE ON delivery.releases
      FOR EACH STATEMENT EXECUTE FUNCTION delivery.keep_releases();

    -- Tells every copy of the server what its cache must forget, at commit: "document:…",
    -- "profession:…", "region:…", "sites" or "all". A notification holds 8,000 bytes.
    CREATE FUNCTION delivery.forget(tags text[]) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      FOR start IN 1 .. coalesce(array_length(tags, 1), 0) BY 100 LOOP
        PERFORM pg_notify('delivery', array_to_json(tags[start : start + 99])::text);
      END LOOP;
    END $$;

    -- What a site may see, and by which keys it is known.
    CREATE VIEW delivery.sites AS
      SELECT s.id, s.name,
        ARRAY(SELECT text FROM public.sites_texts t
              WHERE t.parent_id = s.id AND t.path = 'origins' ORDER BY t."order") AS origins,
        ARRAY(SELECT regions_id FROM public.sites_rels r
              WHERE r.parent_id = s.id AND r.regions_id IS NOT NULL) AS regions,
        ARRAY(SELECT professions_id FROM public.sites_rels r
              WHERE r.parent_id = s.id AND r.professions_id IS NOT NULL) AS professions
      FROM public.sites s;
    CREATE VIEW delivery.site_keys AS
      SELECT hash, id, _parent_id AS site, expires_at FROM public.sites_keys
      WHERE hash IS NOT NULL;
    CREATE TABLE public.site_key_uses (
      key text PRIMARY KEY,
      used_at timestamptz(3) NOT NULL
    );
    -- The one thing that the server writes: when a key was last used, to the minute.
    CREATE FUNCTION delivery.note_key_use(used text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
      INSERT INTO public.site_key_uses SELECT id, now() FROM public.sites_keys WHERE id = used
      ON CONFLICT (key) DO UPDATE SET used_at = EXCLUDED.used_at
        WHERE site_key_uses.used_at < now() - interval '1 min'
    $$;
    CREATE FUNCTION delivery.forget_sites() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM delivery.forget(ARRAY['sites']);
      RETURN NULL;
    END $$;

    -- Job references as they are; whoever reads says which of them are live.
    CREATE VIEW delivery.jobs AS
      SELECT id, title, url, hiring_organization, profession_id AS profession, region_id AS region,
        city, postal_code, date_posted, valid_through, is_remote, updated_at,
        ARRAY(SELECT value::text FROM public.job_references_employment_type e
              WHERE e.parent_id = j.id ORDER BY "order") AS employment_types
      FROM public.job_references j;
    CREATE INDEX job_references_profession_posted
      ON job_references (profession_id, date_posted DESC, id DESC);
    CREATE INDEX job_references_pair_posted
      ON job_references (profession_id, region_id, date_posted DESC, id DESC);
    CREATE INDEX job_references_region_posted
      ON job_references (region_id, date_posted DESC, id DESC);
    CREATE INDEX job_references_posted ON job_references (date_posted DESC, id DESC);

    -- Whoever writes finished portraits of a profession does so alone, and not while its jobs change:
    -- else one of two that do not see each other's rows would finish a portrait that is out of date.
    CREATE FUNCTION delivery.lock_key(profession uuid) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
      SELECT hashtextextended('delivery.profession:' || profession, 0)
    $$;

    -- A finished portrait is over when the jobs that it shows change.
    CREATE FUNCTION delivery.outdate_jobs() RETURNS trigger LANGUAGE plpgsql AS $$
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
      PERFORM delivery.forget(ARRAY['jobs'] || ARRAY(SELECT 'jobs:' || p FROM unnest(professions) p));
      RETURN NULL;
    END $$;
    CREATE TRIGGER outdate_inserted AFTER INSERT ON job_references
      REFERENCING NEW TABLE AS jobs_changed
      FOR EACH STATEMENT EXECUTE FUNCTION delivery.outdate_jobs();
    CREATE TRIGGER outdate_before AFTER UPDATE ON job_references
      REFERENCING OLD TABLE AS jobs_changed
      FOR EACH STATEMENT EXECUTE FUNCTION delivery.outdate_jobs();
    CREATE TRIGGER outdate_after AFTER UPDATE ON job_references
      REFERENCING NEW TABLE AS jobs_changed
      FOR EACH STATEMENT EXECUTE FUNCTION delivery.outdate_jobs();
    CREATE TRIGGER outdate_deleted AFTER DELETE ON job_references
      REFERENCING OLD TABLE AS jobs_changed
      FOR EACH STATEMENT EXECUTE FUNCTION delivery.outdate_jobs();

    -- How far a rebuild has come, so that one that was broken off goes on.
    CREATE TABLE public.delivery_rebuilds (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      started_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      finished_at timestamptz(3),
      part text NOT NULL DEFAULT 'professions',
      after uuid,
      done integer NOT NULL DEFAULT 0
    );
    CREATE UNIQUE INDEX delivery_rebuilds_running ON delivery_rebuilds ((true))
      WHERE finished_at IS NULL;

    -- Previews: what a working copy was when somebody made a token for it. The server can only ask
    -- for one by its digest; it cannot list them.
    CREATE TABLE public.preview_texts (
      document uuid NOT NULL,
      digest text NOT NULL,
      profession uuid NOT NULL,
      region uuid,
      content json NOT NULL,
      expires_at timestamptz(3) NOT NULL,
      PRIMARY KEY (document, digest)
    );
    CREATE FUNCTION delivery.preview(of_document uuid, of_digest text)
    RETURNS TABLE (profession uuid, region uuid, content json)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
      SELECT profession, region, content FROM public.preview_texts
      WHERE document = of_document AND digest = of_digest AND expires_at > now()
    $$;

    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'berufsbild_delivery') THEN
        CREATE ROLE berufsbild_delivery NOLOGIN;
      END IF;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'this account may not make roles; let somebody run: CREATE ROLE berufsbild_delivery NOLOGIN'
          USING ERRCODE = 'insufficient_privilege';
    END $$;
    REVOKE ALL ON ALL FUNCTIONS IN SCHEMA delivery FROM PUBLIC;
    GRANT USAGE ON SCHEMA delivery TO berufsbild_delivery;
    GRANT SELECT ON delivery.professions, delivery.regions, delivery.documents, delivery.portraits,
      delivery.lexicon, delivery.releases, delivery.sites, delivery.site_keys, delivery.jobs
      TO berufsbild_delivery;
    GRANT EXECUTE ON FUNCTION delivery.note_key_use, delivery.preview TO berufsbild_delivery;
  `)
  for (const table of ['sites', 'sites_keys', 'sites_texts', 'sites_rels']) {
    await db.execute(
      sql.raw(`
        CREATE TRIGGER forget_sites AFTER INSERT OR UPDATE OR DELETE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION delivery.forget_sites();`),
    )
  }
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP SCHEMA delivery CASCADE;
    DROP TABLE public.site_key_uses, public.preview_texts, public.delivery_rebuilds;
    DROP INDEX job_references_profession_posted, job_references_pair_posted,
      job_references_region_posted, job_references_posted;
  `)
}
