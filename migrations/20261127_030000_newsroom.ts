import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// What the newsroom's lists read: one narrow row for each editorial document, kept by triggers beside
// the tables that hold the facts, so that no door can leave it behind.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE newsroom_texts (
      document uuid PRIMARY KEY,
      document_collection text NOT NULL,
      -- Of the working copy; its beginning, since an index holds no long values.
      title text NOT NULL DEFAULT '',
      profession uuid,
      region uuid,
      author uuid,
      digest text,
      changed_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      -- Of the workflow.
      stage text NOT NULL DEFAULT 'draft',
      stage_since timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      live_at timestamptz(3),
      live_digest text,
      round integer NOT NULL DEFAULT 0,
      -- Ids of those who wrote on it since its last approval, and of those who approved it as it is.
      contributors jsonb NOT NULL DEFAULT '[]',
      signers jsonb NOT NULL DEFAULT '[]',
      -- What the text that was submitted last puts at risk.
      risk text,
      writer uuid,
      reviewer uuid,
      due_at timestamptz(3),
      claimed_by uuid,
      claimed_by_name text,
      claimed_until timestamptz(3)
    );

    CREATE FUNCTION newsroom_keep_copy() RETURNS trigger LANGUAGE plpgsql AS $$
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
    CREATE TRIGGER newsroom_keep_copy AFTER INSERT OR UPDATE ON _career_profiles_v
      FOR EACH ROW WHEN (NEW.latest AND NEW.parent_id IS NOT NULL)
      EXECUTE FUNCTION newsroom_keep_copy('career-profiles');
    CREATE TRIGGER newsroom_keep_copy AFTER INSERT OR UPDATE ON _regional_sections_v
      FOR EACH ROW WHEN (NEW.latest AND NEW.parent_id IS NOT NULL)
      EXECUTE FUNCTION newsroom_keep_copy('regional-sections');

    CREATE FUNCTION newsroom_keep_state() RETURNS trigger LANGUAGE plpgsql AS $$
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
    CREATE TRIGGER newsroom_keep_state AFTER INSERT OR UPDATE OR DELETE ON workflow_states
      FOR EACH ROW EXECUTE FUNCTION newsroom_keep_state();

    CREATE FUNCTION newsroom_keep_signer() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE newsroom_texts SET signers = signers || to_jsonb(NEW.approved_by)
        WHERE document = NEW.document::uuid AND round = NEW.round;
      RETURN NULL;
    END $$;
    CREATE TRIGGER newsroom_keep_signer AFTER INSERT ON workflow_approvals
      FOR EACH ROW EXECUTE FUNCTION newsroom_keep_signer();

    CREATE FUNCTION newsroom_keep_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
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
    CREATE TRIGGER newsroom_keep_assignment AFTER INSERT OR DELETE OR UPDATE OF author, reviewer, due_at
      ON workflow_assignments
      FOR EACH ROW EXECUTE FUNCTION newsroom_keep_assignment();

    CREATE FUNCTION newsroom_keep_claim() RETURNS trigger LANGUAGE plpgsql AS $$
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
    CREATE TRIGGER newsroom_keep_claim AFTER INSERT OR UPDATE OR DELETE ON workflow_claims
      FOR EACH ROW EXECUTE FUNCTION newsroom_keep_claim();

    INSERT INTO newsroom_texts
        (document, document_collection, title, profession, region, author, digest, changed_at, stage,
         stage_since, live_at, live_digest, round, contributors, signers, writer, reviewer, due_at, claimed_by, claimed_by_name,
         claimed_until)
      SELECT s.id, s.document_collection, left(coalesce(v.title, ''), 300), v.profession, v.region, v.author,
             v.digest, coalesce(v.changed_at, s.updated_at), s.stage::text,
             coalesce(times.entered_at, s.updated_at), s.live_published_at, s.live_digest,
             s.round, s.contributors,
             coalesce((SELECT jsonb_agg(p.approved_by) FROM workflow_approvals p
                       WHERE p.document = s.id::text AND p.digest = s.digest AND p.round = s.round),
                      '[]'),
             a.author::uuid, a.reviewer::uuid, a.due_at, c.person::uuid, c.person_name, c.until
      FROM workflow_states s
      JOIN (SELECT parent_id AS id, version_headline AS title, version_profession_id AS profession,
                   NULL::uuid AS region, version_author_id AS author, version_digest AS digest,
                   version_updated_at AS changed_at
            FROM _career_profiles_v WHERE latest
            UNION ALL
            SELECT parent_id, version_headline, version_profession_id, version_region_id,
                   version_author_id, version_digest, version_updated_at
            FROM _regional_sections_v WHERE latest) v ON v.id = s.id
      LEFT JOIN workflow_stage_times times
        ON times.document = s.id::text AND times.left_at IS NULL
      LEFT JOIN workflow_assignments a ON a.document = s.id::text
      LEFT JOIN workflow_claims c ON c.document = s.id::text
      ON CONFLICT DO NOTHING;

    CREATE INDEX newsroom_texts_changed ON newsroom_texts (changed_at, document);
    CREATE INDEX newsroom_texts_stage ON newsroom_texts (stage, stage_since, document);
    CREATE INDEX newsroom_texts_stage_changed ON newsroom_texts (stage, changed_at, document);
    CREATE INDEX newsroom_texts_title ON newsroom_texts (title, document);
    CREATE INDEX newsroom_texts_title_trigrams ON newsroom_texts USING gin (title gin_trgm_ops);
    CREATE INDEX newsroom_texts_due ON newsroom_texts (due_at, document) WHERE due_at IS NOT NULL;
    CREATE INDEX newsroom_texts_live ON newsroom_texts (live_at, document) WHERE live_at IS NOT NULL;
    CREATE INDEX newsroom_texts_profession ON newsroom_texts (profession, region);
    CREATE INDEX newsroom_texts_region ON newsroom_texts (region);
    CREATE INDEX newsroom_texts_author ON newsroom_texts (author, stage);
    CREATE INDEX newsroom_texts_writer ON newsroom_texts (writer, stage) WHERE writer IS NOT NULL;
    CREATE INDEX newsroom_texts_reviewer ON newsroom_texts (reviewer, stage)
      WHERE reviewer IS NOT NULL;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER newsroom_keep_claim ON workflow_claims;
    DROP TRIGGER newsroom_keep_assignment ON workflow_assignments;
    DROP TRIGGER newsroom_keep_signer ON workflow_approvals;
    DROP TRIGGER newsroom_keep_state ON workflow_states;
    DROP TRIGGER newsroom_keep_copy ON _regional_sections_v;
    DROP TRIGGER newsroom_keep_copy ON _career_profiles_v;
    DROP FUNCTION newsroom_keep_claim();
    DROP FUNCTION newsroom_keep_assignment();
    DROP FUNCTION newsroom_keep_signer();
    DROP FUNCTION newsroom_keep_state();
    DROP FUNCTION newsroom_keep_copy();
    DROP TABLE newsroom_texts;
  `)
}
