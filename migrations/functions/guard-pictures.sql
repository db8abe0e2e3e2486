-- A picture is a part of the texts that show it, wherever in a text it stands: the tables are found by the
-- foreign keys that lead to the pictures.

CREATE OR REPLACE FUNCTION workflow_is_shown(picture uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  place record;
  up text;
  is_shown boolean;
BEGIN
  FOR place IN
    SELECT p.part, p.way, document, a.attname AS key
    FROM unnest(ARRAY['career_profiles', 'regional_sections']) document, public.workflow_parts(document) p
    JOIN pg_constraint c ON c.contype = 'f' AND c.confrelid = 'public.media'::regclass
      AND c.conrelid = format('public.%I', p.part)::regclass
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
  LOOP
    -- From the row with the picture, level after level, up to the document.
    SELECT coalesce(string_agg(format(' JOIN public.%I t%s ON t%s.id::text = t%s.%I::text',
                    place.way[2 * level], level, level, level - 1, place.way[2 * level - 1]), '' ORDER BY level), '')
      INTO up FROM generate_series(1, cardinality(place.way) / 2) level;
    EXECUTE format('SELECT EXISTS (SELECT FROM public.%I t0%s WHERE t0.%I = $1 AND t%s._status = ''published'')',
                   place.part, up, place.key, cardinality(place.way) / 2)
      INTO is_shown USING picture;
    IF is_shown THEN RETURN true; END IF;
  END LOOP;
  RETURN false;
END $$;

-- Its release is none of what a reader sees, but it is of exactly that: a text that is live makes it, and whatever
-- becomes of the picture ends it.
CREATE OR REPLACE FUNCTION workflow_guard_picture() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  bookkeeping CONSTANT text[] := ARRAY['updated_at', 'released_at', 'uploaded_by_id'];
BEGIN
  IF to_jsonb(NEW) - bookkeeping <> to_jsonb(OLD) - bookkeeping THEN
    IF public.workflow_is_shown(OLD.id) THEN
      RAISE EXCEPTION 'a picture that is live does not change' USING ERRCODE = 'insufficient_privilege';
    END IF;
    NEW.released_at := NULL;
  ELSIF OLD.released_at IS NULL AND NEW.released_at IS NOT NULL AND NOT public.workflow_is_shown(OLD.id) THEN
    RAISE EXCEPTION 'a picture is public by a text that is live' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER workflow_guard_picture BEFORE UPDATE ON media
  FOR EACH ROW EXECUTE FUNCTION workflow_guard_picture();

-- No text shows a picture that is new. After the insert: Payload updates by an insert that is in conflict.
CREATE OR REPLACE FUNCTION workflow_guard_new_picture() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a picture is public by a text that is live' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER workflow_guard_new_picture AFTER INSERT ON media
  FOR EACH ROW WHEN (NEW.released_at IS NOT NULL) EXECUTE FUNCTION workflow_guard_new_picture();
