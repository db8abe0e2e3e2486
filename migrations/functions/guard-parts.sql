-- What a document holds in tables of its own (rows, rows within rows, relations) is live with it. The guard
-- finds these tables by the foreign keys that lead up to the document, so that a new one cannot be forgotten.
--
-- The tables of versions ("_…_v") are not among them: they hold working copies and history, which change with
-- every save and which no site reads. A text that was changed there is not the one that was approved: the
-- workflow computes its digest again before it goes live.

-- The table of a document and all below it. `way` leads up from a row: the column that names its parent, the
-- parent's table, and so on to the document's; empty for the document itself.
CREATE OR REPLACE FUNCTION workflow_parts(document text)
RETURNS TABLE (part text, way text[]) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE parents AS (
    -- Names of the catalogue come with a collation of their own.
    SELECT child.relname::text COLLATE "default" AS part, a.attname::text COLLATE "default" AS key,
           parent.relname::text COLLATE "default" AS parent
    FROM pg_constraint c
    JOIN pg_class child ON child.oid = c.conrelid
    JOIN pg_class parent ON parent.oid = c.confrelid
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
      AND a.attname IN ('_parent_id', 'parent_id')
      AND c.conrelid <> c.confrelid AND child.relname <> '_' || parent.relname || '_v'
  ), parts AS (
    SELECT document AS part, ARRAY[]::text[] AS way
    UNION ALL
    SELECT p.part, ARRAY[p.key, p.parent] || parts.way FROM parents p JOIN parts ON parts.part = p.parent
  )
  SELECT part, way FROM parts
$$;

-- Its arguments are the way up from the row.
CREATE OR REPLACE FUNCTION workflow_guard_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  old_parent CONSTANT text := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) ->> TG_ARGV[0] END;
  new_parent CONSTANT text := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) ->> TG_ARGV[0] END;
  parents CONSTANT text[] := CASE WHEN old_parent = new_parent THEN ARRAY[new_parent]
                                  ELSE ARRAY[old_parent, new_parent] END;
  parent text;
  live_digest text;
BEGIN
  FOREACH parent IN ARRAY parents LOOP
    FOR step IN 1 .. TG_NARGS - 3 BY 2 LOOP
      EXECUTE format('SELECT %I::text FROM public.%I WHERE id::text = $1', TG_ARGV[step + 1], TG_ARGV[step])
        INTO parent USING parent;
    END LOOP;
    EXECUTE format('SELECT digest FROM public.%I WHERE id = $1::uuid AND _status = ''published''',
                   TG_ARGV[TG_NARGS - 1]) INTO live_digest USING parent;
    IF live_digest IS NOT NULL AND NOT public.workflow_has_event(parent, ARRAY['publish'], live_digest) THEN
      RAISE EXCEPTION 'what is live changes by the transition publish only'
        USING ERRCODE = 'insufficient_privilege';
    END IF;
  END LOOP;
  RETURN COALESCE(NEW, OLD);
END $$;

DO $$
DECLARE found record;
BEGIN
  FOR found IN
    SELECT part, (SELECT string_agg(quote_literal(step), ', ' ORDER BY number)
                  FROM unnest(way) WITH ORDINALITY steps(step, number)) AS way
    FROM unnest(ARRAY['career_profiles', 'regional_sections']) document, workflow_parts(document)
    WHERE way <> '{}'
  LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER workflow_guard_part BEFORE INSERT OR UPDATE OR DELETE ON public.%I
                    FOR EACH ROW EXECUTE FUNCTION workflow_guard_part(%s)', found.part, found.way);
    EXECUTE format('CREATE OR REPLACE TRIGGER workflow_refuse_truncate BEFORE TRUNCATE ON public.%I
                    FOR EACH STATEMENT EXECUTE FUNCTION workflow_refuse_truncate()', found.part);
  END LOOP;
END $$;
