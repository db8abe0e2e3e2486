-- The public log: leaves get their index at the very end of a transaction, under the lock of the feed, so that
-- both are in one order, and nothing of it changes afterwards but a signature that was missing.

-- As the owner: no server may change a leaf but for its signature.
CREATE OR REPLACE FUNCTION log_number_leaf() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('delivery.releases'));
  UPDATE public.log_leaves SET index = coalesce((SELECT max(index) FROM public.log_leaves), -1) + 1
    WHERE id = NEW.id AND index IS NULL;
  RETURN NULL;
END $$;
DO $$ BEGIN
  -- PostgreSQL replaces no constraint trigger, and only such a one waits for the end.
  IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'log_leaves'::regclass
                 AND tgname = 'log_number_leaf') THEN
    CREATE CONSTRAINT TRIGGER log_number_leaf AFTER INSERT ON log_leaves
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION log_number_leaf();
  END IF;
END $$;

-- Nobody says themselves which leaf it is: a gap would be one that no tree can be grown over.
CREATE OR REPLACE FUNCTION log_leave_unnumbered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.index := NULL;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER log_leave_unnumbered BEFORE INSERT ON log_leaves
  FOR EACH ROW EXECUTE FUNCTION log_leave_unnumbered();

CREATE OR REPLACE FUNCTION log_keep_leaves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
     AND (OLD.index IS NULL OR OLD.index = NEW.index)
     AND (OLD.signature IS NULL OR OLD.signature = NEW.signature)
     AND to_jsonb(NEW) - 'index' - 'signature' = to_jsonb(OLD) - 'index' - 'signature' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'log_leaves is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER log_keep_leaves BEFORE UPDATE OR DELETE ON log_leaves
  FOR EACH ROW EXECUTE FUNCTION log_keep_leaves();
CREATE OR REPLACE TRIGGER log_keep_all_leaves BEFORE TRUNCATE ON log_leaves
  FOR EACH STATEMENT EXECUTE FUNCTION log_keep_leaves();

CREATE OR REPLACE FUNCTION log_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER log_append_only BEFORE UPDATE OR DELETE ON delivery.log_nodes
  FOR EACH ROW EXECUTE FUNCTION log_append_only();
CREATE OR REPLACE TRIGGER log_append_only BEFORE UPDATE OR DELETE ON delivery.log_checkpoints
  FOR EACH ROW EXECUTE FUNCTION log_append_only();
CREATE OR REPLACE TRIGGER log_append_only BEFORE UPDATE OR DELETE ON delivery.log_cosignatures
  FOR EACH ROW EXECUTE FUNCTION log_append_only();
