import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// The last line of the workflow's guard, below every hook: what is live changes only in a
// transaction that also holds the event that says so, and goes live only under a valid approval.
// Events and approvals are append-only. `src/server/migrate.ts` lists these triggers, and the
// start asserts that they are there.

const documents = ['career_profiles', 'regional_sections']
const parts = ['sections', 'salary_figures', 'media']

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE workflow_events ADD COLUMN sequence bigint GENERATED ALWAYS AS IDENTITY;
    ALTER TABLE workflow_events ADD COLUMN transaction xid8 NOT NULL DEFAULT pg_current_xact_id();
    CREATE INDEX workflow_events_document_sequence ON workflow_events (document, sequence DESC);
    CREATE INDEX workflow_events_document_transaction ON workflow_events (document, transaction);
    CREATE INDEX workflow_approvals_document_digest ON workflow_approvals (document, digest, round);

    CREATE FUNCTION workflow_stamp_event() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.transaction := pg_current_xact_id();
      NEW.created_at := clock_timestamp();
      RETURN NEW;
    END $$;
    CREATE TRIGGER workflow_stamp_event BEFORE INSERT ON workflow_events
      FOR EACH ROW EXECUTE FUNCTION workflow_stamp_event();

    CREATE FUNCTION workflow_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END $$;
    CREATE TRIGGER workflow_append_only BEFORE UPDATE OR DELETE ON workflow_events
      FOR EACH ROW EXECUTE FUNCTION workflow_append_only();
    CREATE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON workflow_events
      FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();
    CREATE TRIGGER workflow_append_only BEFORE UPDATE OR DELETE ON workflow_approvals
      FOR EACH ROW EXECUTE FUNCTION workflow_append_only();
    CREATE TRIGGER workflow_no_truncate BEFORE TRUNCATE ON workflow_approvals
      FOR EACH STATEMENT EXECUTE FUNCTION workflow_append_only();

    CREATE FUNCTION workflow_check_approval() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE state workflow_states%ROWTYPE;
    BEGIN
      SELECT * INTO state FROM workflow_states WHERE id::text = NEW.document;
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
    CREATE TRIGGER workflow_check_approval BEFORE INSERT ON workflow_approvals
      FOR EACH ROW EXECUTE FUNCTION workflow_check_approval();

    CREATE FUNCTION workflow_has_event(target text, wanted text[], wanted_digest text)
    RETURNS boolean LANGUAGE sql STABLE AS $$
      SELECT EXISTS (
        SELECT FROM workflow_events
        WHERE document = target AND transaction = pg_current_xact_id()
          AND transition = ANY (wanted) AND (wanted_digest IS NULL OR digest = wanted_digest)
      )
    $$;

    CREATE FUNCTION workflow_guard_document() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      bookkeeping CONSTANT text[] := ARRAY['author_id'];
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
        IF NOT EXISTS (
          SELECT FROM workflow_approvals a JOIN workflow_states s ON s.id = NEW.id
          WHERE a.document = NEW.id::text AND a.digest = NEW.digest AND a.round = s.round
            AND s.stage = 'approved'
        ) THEN
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

    CREATE FUNCTION workflow_guard_part() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      parents text[];
      parent text;
      live_digest text;
    BEGIN
      IF TG_OP = 'INSERT' THEN
        parents := ARRAY[to_jsonb(NEW) ->> TG_ARGV[1]];
      ELSIF TG_OP = 'DELETE' THEN
        parents := ARRAY[to_jsonb(OLD) ->> TG_ARGV[1]];
      ELSE
        parents := ARRAY[to_jsonb(OLD) ->> TG_ARGV[1], to_jsonb(NEW) ->> TG_ARGV[1]];
      END IF;
      FOREACH parent IN ARRAY parents LOOP
        EXECUTE format('SELECT digest FROM %I WHERE id = $1::uuid AND _status = ''published''',
                       TG_ARGV[0]) INTO live_digest USING parent;
        IF live_digest IS NOT NULL AND NOT workflow_has_event(parent, ARRAY['publish'], live_digest) THEN
          RAISE EXCEPTION 'what is live changes by the transition publish only'
            USING ERRCODE = 'insufficient_privilege';
        END IF;
      END LOOP;
      RETURN COALESCE(NEW, OLD);
    END $$;

    -- A picture is a part of the texts that show it. Its release is none of what a reader sees.
    CREATE FUNCTION workflow_guard_picture() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      bookkeeping CONSTANT text[] := ARRAY['updated_at', 'released_at', 'uploaded_by_id'];
    BEGIN
      IF to_jsonb(NEW) - bookkeeping = to_jsonb(OLD) - bookkeeping THEN
        RETURN NEW;
      END IF;
      IF EXISTS (
        SELECT FROM career_profiles_media m JOIN career_profiles d ON d.id = m._parent_id
        WHERE m.file_id = OLD.id AND d._status = 'published'
      ) OR EXISTS (
        SELECT FROM regional_sections_media m JOIN regional_sections d ON d.id = m._parent_id
        WHERE m.file_id = OLD.id AND d._status = 'published'
      ) THEN
        RAISE EXCEPTION 'a picture that is live does not change' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER workflow_guard_picture BEFORE UPDATE ON media
      FOR EACH ROW EXECUTE FUNCTION workflow_guard_picture();

    CREATE FUNCTION workflow_refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% holds what is live', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END $$;
  `)
  for (const document of documents) {
    await db.execute(
      sql.raw(`
        CREATE TRIGGER workflow_guard_document BEFORE UPDATE OR DELETE ON ${document}
          FOR EACH ROW EXECUTE FUNCTION workflow_guard_document();
        -- After, not before: Payload updates by INSERT … ON CONFLICT, which fires BEFORE INSERT too.
        CREATE TRIGGER workflow_guard_insert AFTER INSERT ON ${document}
          FOR EACH ROW EXECUTE FUNCTION workflow_guard_document();
        CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON ${document}
          FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();`),
    )
    for (const [part, key] of [
      ...parts.map((name) => [name, '_parent_id']),
      ['rels', 'parent_id'],
    ]) {
      await db.execute(
        sql.raw(`
          CREATE TRIGGER workflow_guard_part BEFORE INSERT OR UPDATE OR DELETE ON ${document}_${String(part)}
            FOR EACH ROW EXECUTE FUNCTION workflow_guard_part('${document}', '${String(key)}');
          CREATE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON ${document}_${String(part)}
            FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate();`),
      )
    }
  }
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP FUNCTION workflow_guard_document CASCADE;
    DROP FUNCTION workflow_guard_part CASCADE;
    DROP FUNCTION workflow_guard_picture CASCADE;
    DROP FUNCTION workflow_refuse_truncate CASCADE;
    DROP FUNCTION workflow_check_approval CASCADE;
    DROP FUNCTION workflow_append_only CASCADE;
    DROP FUNCTION workflow_stamp_event CASCADE;
    DROP FUNCTION workflow_has_event;
    DROP INDEX workflow_approvals_document_digest;
    ALTER TABLE workflow_events DROP COLUMN sequence, DROP COLUMN transaction;
  `)
}
