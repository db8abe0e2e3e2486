-- What a field holds at most is declared where the field is; "npm run generate" makes the functions and triggers
-- of limits-of-fields.sql of it. Each looks whether a limit is broken, and asks here which one.

-- What a row says, without what differs between a text and its versions: its own id, its parent's, and what the
-- path of its list begins with.
CREATE OR REPLACE FUNCTION oversize_row(fields jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT fields - ARRAY['id', '_uuid', '_parent_id', 'parent_id', 'path']
         || jsonb_build_object('path', regexp_replace(fields ->> 'path', '^version\.', ''))
$$;

-- `fields` is the row; `twin` the table of versions, or of what is live, that holds the same (or ''), and
-- `version` says whether the row is one of a version, whose columns begin with "version_" where the twin's do not
-- (or the other way round). Each limit is the column, what is measured (text, json: characters; depth:
-- levels; order: the place in a list), the path of a list among others (or ''), and the limit.
--
-- What is in the table already, or in its twin, is let through: a text from before there were limits is still
-- taken off the net, archived and kept among its versions.
CREATE OR REPLACE FUNCTION refuse_oversize(own text, fields jsonb, twin text, version text, VARIADIC limits text[])
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  field text;
  measure text;
  path text;
  most int;
  is_old boolean;
BEGIN
  FOR at IN 1 .. array_length(limits, 1) BY 4 LOOP
    field := limits[at];
    measure := limits[at + 1];
    path := limits[at + 2];
    most := limits[at + 3]::int;
    CONTINUE WHEN path <> '' AND path IS DISTINCT FROM fields ->> 'path';
    CONTINUE WHEN NOT COALESCE(CASE measure
      WHEN 'text' THEN char_length(fields ->> field) > most
      WHEN 'json' THEN char_length((fields -> field)::text) > most
      WHEN 'depth' THEN jsonb_path_exists(fields -> field, format('lax $.**{%s}', most + 1)::jsonpath)
      WHEN 'order' THEN (fields ->> field)::int > most
    END, false);
    IF measure = 'order' THEN
      -- A row beyond its place is an old one only as a whole, in the same list.
      EXECUTE format('SELECT EXISTS (SELECT FROM public.%I r WHERE oversize_row(to_jsonb(r)) = oversize_row($1))', own)
        INTO is_old USING fields;
      IF NOT is_old AND twin <> '' THEN
        EXECUTE format('SELECT EXISTS (SELECT FROM public.%I r WHERE oversize_row(to_jsonb(r)) = oversize_row($1))', twin)
          INTO is_old USING fields;
      END IF;
    ELSE
      EXECUTE format('SELECT EXISTS (SELECT FROM public.%I WHERE to_jsonb(%I) = $1)', own, field)
        INTO is_old USING fields -> field;
      IF NOT is_old AND twin <> '' THEN
        EXECUTE format('SELECT EXISTS (SELECT FROM public.%I WHERE to_jsonb(%I) = $1)', twin, CASE
            WHEN version = 'live' THEN 'version_' || field
            WHEN version = 'version' THEN substr(field, length('version_') + 1)
            ELSE field
          END) INTO is_old USING fields -> field;
      END IF;
    END IF;
    IF NOT is_old THEN
      RAISE EXCEPTION '%.% holds more than its limit: % (%)', own, concat_ws(':', NULLIF(path, ''), field),
        most, measure USING ERRCODE = 'program_limit_exceeded';
    END IF;
  END LOOP;
END $$;
