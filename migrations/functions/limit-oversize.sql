-- What a field holds at most is declared where the field is; "npm run generate" makes the triggers of
-- limits-of-fields.sql of it. They fire only where a limit is broken, and say so here.

-- Its arguments: the table of versions, or of what is live, that holds the same (or ''), and what stands before
-- the names of its columns; then for each limit the column, what is measured (text: characters; json: bytes;
-- depth: levels; order: the place in a list), the path of a list among others (or ''), and the limit.
--
-- What is in the table already, or in its twin, is let through: a text from before there were limits is still
-- taken off the net, archived and kept among its versions.
CREATE OR REPLACE FUNCTION refuse_oversize() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  fields CONSTANT jsonb := to_jsonb(NEW);
  twin CONSTANT text := TG_ARGV[0];
  is_old boolean;
  own text;
  measure text;
  path text;
  most int;
BEGIN
  FOR at IN 2 .. TG_NARGS - 1 BY 4 LOOP
    own := TG_ARGV[at];
    measure := TG_ARGV[at + 1];
    path := TG_ARGV[at + 2];
    most := TG_ARGV[at + 3]::int;
    CONTINUE WHEN path <> '' AND path IS DISTINCT FROM fields ->> 'path';
    CONTINUE WHEN NOT COALESCE(CASE measure
      WHEN 'text' THEN char_length(fields ->> own) > most
      WHEN 'json' THEN octet_length((fields -> own)::text) > most
      WHEN 'depth' THEN jsonb_path_exists(fields -> own, format('lax $.**{%s}', most + 1)::jsonpath)
      WHEN 'order' THEN (fields ->> own)::int > most
    END, false);
    EXECUTE format('SELECT EXISTS (SELECT FROM %I.%I WHERE %I = ($1).%I)', TG_TABLE_SCHEMA, TG_TABLE_NAME, own, own)
      INTO is_old USING NEW;
    IF NOT is_old AND twin <> '' THEN
      EXECUTE format('SELECT EXISTS (SELECT FROM public.%I WHERE %I = ($1).%I)', twin,
                     CASE WHEN own IN ('_order', 'order') THEN own
                          WHEN TG_ARGV[1] LIKE '-%' THEN substr(own, length(TG_ARGV[1]))
                          ELSE TG_ARGV[1] || own END, own)
        INTO is_old USING NEW;
    END IF;
    IF NOT is_old THEN
      RAISE EXCEPTION '%.% holds more than its limit: % (%)', TG_TABLE_NAME, concat_ws(':', NULLIF(path, ''), own),
        most, measure USING ERRCODE = 'program_limit_exceeded';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
