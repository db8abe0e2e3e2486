-- A desk does not go from under those who answer by it. Who has left keeps it from nobody.

CREATE OR REPLACE FUNCTION keep_desks() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM users_rels JOIN users ON users.id = users_rels.parent_id
    WHERE desks_id = OLD.id AND deactivated_at IS NULL
  ) THEN
    RAISE EXCEPTION 'The desk "%" is somebody''s.', OLD.name USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE OR REPLACE TRIGGER keep_desks BEFORE DELETE ON desks
  FOR EACH ROW EXECUTE FUNCTION keep_desks();
