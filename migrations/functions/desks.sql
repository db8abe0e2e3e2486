-- Who has no desk answers for everything: a desk must not go from under those who have it.

CREATE OR REPLACE FUNCTION keep_desks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM users_rels WHERE desks_id = OLD.id) THEN
    RAISE EXCEPTION 'The desk "%" is somebody''s.', OLD.name USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE OR REPLACE TRIGGER keep_desks BEFORE DELETE ON desks
  FOR EACH ROW EXECUTE FUNCTION keep_desks();
