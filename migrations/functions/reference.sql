-- Reference data is content: a row changes in a transaction that also holds the product's own event that says
-- so, and a proposal is made and decided by such an event alone. SQL alone makes no such event: its proof takes
-- the key (signatures.sql). Whether live texts show what changes, the product judges.

CREATE OR REPLACE FUNCTION reference_has_event(of_collection text, entry uuid, wanted text[], of_proposal uuid)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM public.workflow_events
    WHERE document = entry::text AND document_collection = of_collection AND kind = 'reference'
      AND transaction = pg_current_xact_id() AND proof IS NOT NULL
      AND created_at > now() - interval '1 min' AND transition = ANY (wanted)
      AND (of_proposal IS NULL OR data ->> 'proposal' = of_proposal::text))
$$;

-- An entry's own row (argument 1: its collection), or a row of its lists (argument 2: the column that names the
-- entry). At the end of the transaction: an entry that is made has its event after its rows.
CREATE OR REPLACE FUNCTION reference_keep_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid;
  entries uuid[] := ARRAY[]::uuid[];
BEGIN
  IF TG_OP <> 'INSERT' THEN
    entries := entries || (to_jsonb(OLD) ->> TG_ARGV[1])::uuid;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    entries := entries || (to_jsonb(NEW) ->> TG_ARGV[1])::uuid;
  END IF;
  FOREACH changed IN ARRAY entries LOOP
    IF NOT public.reference_has_event(TG_ARGV[0], changed,
        ARRAY['createReference', 'changeReference', 'confirmProposal', 'deleteReference'], NULL) THEN
      RAISE EXCEPTION 'reference data changes through the product' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

-- The lists of an entry are the tables that refer to it by parent_id.
DO $$
DECLARE
  entry text;
  part record;
BEGIN
  FOREACH entry IN ARRAY ARRAY['professions', 'regions', 'sources', 'employers'] LOOP
    -- PostgreSQL replaces no constraint trigger, and only such a one waits for the end.
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = entry::regclass AND tgname = 'reference_keep_entry') THEN
      EXECUTE format('CREATE CONSTRAINT TRIGGER reference_keep_entry AFTER UPDATE OR DELETE ON %I
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reference_keep_entry(%L, %L)',
        entry, entry, 'id');
    END IF;
    FOR part IN
      SELECT c.conrelid::regclass AS name FROM pg_constraint c
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
      WHERE c.contype = 'f' AND c.confrelid = entry::regclass AND a.attname = 'parent_id'
        AND c.conrelid <> entry::regclass
    LOOP
      IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = part.name AND tgname = 'reference_keep_entry') THEN
        EXECUTE format('CREATE CONSTRAINT TRIGGER reference_keep_entry AFTER INSERT OR UPDATE OR DELETE ON %s
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reference_keep_entry(%L, %L)',
          part.name, entry, 'parent_id');
      END IF;
    END LOOP;
  END LOOP;
END $$;

-- A proposal is what its events say. One that is decided stays as it is, and none goes.
CREATE OR REPLACE FUNCTION reference_keep_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wanted text[];
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a proposal stays on record' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'UPDATE' AND public.workflow_redacts(TG_TABLE_NAME, OLD.id::text, NULL)
     AND public.workflow_is_emptied(to_jsonb(OLD), to_jsonb(NEW), 'proposed_by', 'proposed_by_name',
       'decided_by', 'decided_by_name', '', 'title', 'before', 'after', 'reason') THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.status <> 'open' OR OLD.id <> NEW.id OR OLD.collection <> NEW.collection
     OR OLD.entry <> NEW.entry OR OLD.proposed_by IS DISTINCT FROM NEW.proposed_by) THEN
    RAISE EXCEPTION 'a proposal is decided once' USING ERRCODE = 'insufficient_privilege';
  END IF;
  wanted := CASE NEW.status
    WHEN 'open' THEN ARRAY['propose']
    WHEN 'confirmed' THEN ARRAY['confirmProposal']
    WHEN 'rejected' THEN ARRAY['rejectProposal']
    ELSE ARRAY['withdrawProposal', 'deleteReference'] END;
  IF NOT public.reference_has_event(NEW.collection, NEW.entry, wanted, NEW.id) THEN
    RAISE EXCEPTION 'a proposal is made and decided through the product' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER reference_keep_proposal BEFORE INSERT OR UPDATE OR DELETE ON reference_proposals
  FOR EACH ROW EXECUTE FUNCTION reference_keep_proposal();
