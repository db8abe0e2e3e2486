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
     AND to_jsonb(NEW) - '{index,signature,proof}'::text[] = to_jsonb(OLD) - '{index,signature,proof}'::text[]
     AND (OLD.proof IS NOT DISTINCT FROM NEW.proof OR OLD.signature IS DISTINCT FROM NEW.signature) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'log_leaves is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER log_keep_leaves BEFORE UPDATE OR DELETE ON log_leaves
  FOR EACH ROW EXECUTE FUNCTION log_keep_leaves();
CREATE OR REPLACE TRIGGER log_keep_all_leaves BEFORE TRUNCATE ON log_leaves
  FOR EACH STATEMENT EXECUTE FUNCTION log_keep_leaves();

-- What the log is made of is what the product says: a leaf would be signed, a node served, and a line below a
-- checkpoint read by everybody, whoever had written it. The columns that a proof is of are named with the trigger.
CREATE OR REPLACE FUNCTION log_ask_proof() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET bytea_output = 'hex' AS $$
DECLARE
  written CONSTANT jsonb := to_jsonb(NEW);
BEGIN
  -- Its number is no word of anybody's.
  IF TG_OP = 'UPDATE' AND written - 'index' = to_jsonb(OLD) - 'index' THEN
    RETURN NEW;
  END IF;
  PERFORM guard.ask_proof(TG_RELID, NEW.proof, VARIADIC ARRAY[TG_ARGV[0]] || ARRAY(
    SELECT written ->> name FROM unnest(TG_ARGV) WITH ORDINALITY named(name, number)
    WHERE number > 1 ORDER BY number));
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER log_ask_proof BEFORE INSERT OR UPDATE ON log_leaves FOR EACH ROW
  EXECUTE FUNCTION log_ask_proof('leaf', 'entry', 'document', 'digest', 'redacts', 'statement', 'salt', 'signature');
CREATE OR REPLACE TRIGGER log_ask_proof BEFORE INSERT ON delivery.log_nodes FOR EACH ROW
  EXECUTE FUNCTION log_ask_proof('node', 'level', 'number', 'hash');
CREATE OR REPLACE TRIGGER log_ask_proof BEFORE INSERT OR UPDATE ON delivery.log_checkpoints FOR EACH ROW
  EXECUTE FUNCTION log_ask_proof('checkpoint', 'size', 'root', 'note');
CREATE OR REPLACE TRIGGER log_ask_proof BEFORE INSERT ON delivery.log_cosignatures FOR EACH ROW
  EXECUTE FUNCTION log_ask_proof('cosignature', 'size', 'witness', 'line');

CREATE OR REPLACE FUNCTION log_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER log_append_only BEFORE UPDATE OR DELETE ON delivery.log_nodes
  FOR EACH ROW EXECUTE FUNCTION log_append_only();
CREATE OR REPLACE TRIGGER log_append_only BEFORE DELETE ON delivery.log_checkpoints
  FOR EACH ROW EXECUTE FUNCTION log_append_only();
CREATE OR REPLACE TRIGGER log_append_only BEFORE UPDATE OR DELETE ON delivery.log_cosignatures
  FOR EACH ROW EXECUTE FUNCTION log_append_only();

-- A checkpoint is of leaves that are there: one of more would keep the log from growing. What stands below it may
-- grow by the signature of a new key.
CREATE OR REPLACE FUNCTION log_keep_checkpoint() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.size > (SELECT coalesce(max(index), -1) + 1 FROM public.log_leaves) THEN
      RAISE EXCEPTION 'a checkpoint is of leaves that are there' USING ERRCODE = 'insufficient_privilege';
    END IF;
  ELSIF to_jsonb(NEW) - '{note,proof}'::text[] <> to_jsonb(OLD) - '{note,proof}'::text[] OR NOT starts_with(NEW.note, OLD.note) THEN
    RAISE EXCEPTION 'log_checkpoints is append-only' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER log_keep_checkpoint BEFORE INSERT OR UPDATE ON delivery.log_checkpoints
  FOR EACH ROW EXECUTE FUNCTION log_keep_checkpoint();

-- Whoever lists a key signs for the house: a key is listed, and ends, by the product's own event in the same
-- transaction, whose proof SQL alone cannot make. Since when, and until when, the database says.
CREATE OR REPLACE FUNCTION log_keep_keys() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  told text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a key of the log stays listed' USING ERRCODE = 'insufficient_privilege';
  ELSIF TG_OP = 'INSERT' THEN
    NEW.valid_from := clock_timestamp();
    NEW.valid_until := NULL;
    told := CASE NEW.kind WHEN 'log' THEN 'listKey' ELSE 'addWitness' END;
  ELSE
    IF OLD.valid_until IS NOT NULL OR NEW.valid_until IS NULL
       OR to_jsonb(NEW) - 'valid_until' <> to_jsonb(OLD) - 'valid_until' THEN
      RAISE EXCEPTION 'a key of the log ends, once' USING ERRCODE = 'insufficient_privilege';
    END IF;
    NEW.valid_until := clock_timestamp();
    told := 'endKey';
  END IF;
  IF NOT EXISTS (
    SELECT FROM public.workflow_events
    WHERE document_collection = 'log' AND document = 'keys' AND kind = 'log' AND transition = told
      AND data ->> 'verifier' = NEW.verifier
      AND transaction = pg_current_xact_id() AND proof IS NOT NULL) THEN
    RAISE EXCEPTION 'a key of the log is listed through the product' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER log_keep_keys BEFORE INSERT OR UPDATE OR DELETE ON delivery.log_keys
  FOR EACH ROW EXECUTE FUNCTION log_keep_keys();

-- Who people are in receipts: HMAC-SHA-256 (RFC 2104) over the account's id. The key stays here: whoever had it
-- could say of any receipt, for good, whose it is.
CREATE OR REPLACE FUNCTION log_people(people text[]) RETURNS TABLE (person text, pseudonym text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH padded AS (
    SELECT k.key || decode(repeat('00', 64 - length(k.key)), 'hex') AS key FROM public.pseudonym_keys k
  ), pads AS (
    SELECT string_agg(set_byte('\x00'::bytea, 0, get_byte(key, at) # 54), ''::bytea ORDER BY at) AS inner_pad,
           string_agg(set_byte('\x00'::bytea, 0, get_byte(key, at) # 92), ''::bytea ORDER BY at) AS outer_pad
    FROM padded, generate_series(0, 63) at
  )
  SELECT p, left(translate(encode(sha256(outer_pad || sha256(inner_pad || convert_to(p, 'UTF8'))), 'base64'),
      '+/', '-_'), 22)
  FROM pads, unnest(people) p
$$;
REVOKE ALL ON FUNCTION log_people FROM PUBLIC;
