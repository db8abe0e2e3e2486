-- What is done on the product's word: a step of the workflow, an approval, a sign-off. Each comes with a proof
-- (HMAC-SHA-256 under a key of the product's secret), which SQL alone cannot make; the key lies in a schema
-- that no server's role may enter. A proof names the row it is for, and rows are only ever added: it is good
-- once. See docs/decisions, "The database knows who writes".

-- HMAC after RFC 2104, of PostgreSQL's own parts; over netstrings. Null where there is no key.
CREATE OR REPLACE FUNCTION guard.proof_of(VARIADIC parts text[]) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to((
    SELECT string_agg(public.workflow_netstring(part), '' ORDER BY number)
    FROM unnest(parts) WITH ORDINALITY p(part, number)), 'UTF8'))), 'hex')
  FROM guard.keys k
$$;
REVOKE ALL ON FUNCTION guard.proof_of FROM PUBLIC;

-- A row that a server adds comes with a right proof, and says so from then on by having it. Whoever owns the table
-- may do without, and is named for it by audit:verify.
CREATE OR REPLACE FUNCTION guard.ask_proof(of_table oid, proof text, VARIADIC parts text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  owner CONSTANT oid := (SELECT relowner FROM pg_class WHERE oid = of_table);
BEGIN
  IF proof IS NULL AND pg_has_role(session_user, owner, 'MEMBER') THEN
    RETURN;
  END IF;
  IF proof IS NULL OR proof IS DISTINCT FROM guard.proof_of(VARIADIC parts) THEN
    RAISE EXCEPTION 'a row of % is added through the product: the proof is missing, or of another one',
      of_table::regclass USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;
REVOKE ALL ON FUNCTION guard.ask_proof FROM PUBLIC;

-- Whether the product's word is believed: for a start, which has the right secret or not.
CREATE OR REPLACE FUNCTION workflow_believes(word text, proof text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(proof = guard.proof_of('start', word), false)
$$;
REVOKE ALL ON FUNCTION workflow_believes FROM PUBLIC;

-- Whoever signs is signed in at this moment, and still here. Gives name and role as the account has them.
CREATE OR REPLACE FUNCTION guard.signer(person text, session text, OUT name text, OUT role text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  SELECT u.name, u.role::text INTO name, role
    FROM public.users_sessions s JOIN public.users u ON u.id = s._parent_id
    WHERE s.id = session AND u.id::text = person
      AND s.expires_at > clock_timestamp() AND s.is_pending IS NOT TRUE AND u.deactivated_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only somebody who is signed in signs' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;
REVOKE ALL ON FUNCTION guard.signer FROM PUBLIC;

-- The one way to an approval. `workflow_check_approval` asks for the rest: four eyes, and what is in review.
CREATE OR REPLACE FUNCTION workflow_approve(
  approval uuid, of_collection text, of_document text, of_digest text, of_round numeric, person text,
  session text, said text, seen text, at_risk text, asked_for numeric, proof text
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE signer record;
BEGIN
  IF proof IS DISTINCT FROM guard.proof_of('approval', approval::text, of_collection, of_document, of_digest,
       of_round::text, person, session, said, seen, at_risk, asked_for::text) THEN
    RAISE EXCEPTION 'an approval is given through the product' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO signer FROM guard.signer(person, session);
  IF signer.role NOT IN ('editor', 'admin') THEN
    RAISE EXCEPTION 'the role % does not approve', signer.role USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.workflow_approvals (id, document_collection, document, digest, round, approved_by,
      approved_by_name, approved_as, comment, seen_from, risk, required)
    VALUES (approval, of_collection, of_document, of_digest, of_round, person,
      signer.name, signer.role, said, seen, at_risk, asked_for);
END $$;

-- The one way to a sign-off of who is signed in.
CREATE OR REPLACE FUNCTION workflow_sign_off(
  sign_off uuid, of_collection text, of_document text, of_kind text, of_digest text, of_text text,
  said text, person text, session text, proof text
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE signer record;
BEGIN
  IF proof IS DISTINCT FROM guard.proof_of('signOff', sign_off::text, of_collection, of_document, of_kind,
       of_digest, of_text, said, person, session) THEN
    RAISE EXCEPTION 'a sign-off is given through the product' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO signer FROM guard.signer(person, session);
  INSERT INTO public.workflow_sign_offs (id, document_collection, document, kind, digest, text_digest, given_by,
      given_by_name, given_as, comment)
    VALUES (sign_off, of_collection, of_document, of_kind, of_digest, of_text, person,
      signer.name, signer.role, said);
END $$;

-- The other one: an expert has no session but a link, which has not been revoked, and has agreed by it.
CREATE OR REPLACE FUNCTION workflow_count_agreement(
  sign_off uuid, of_collection text, of_document text, of_kind text, of_digest text, of_text text,
  said text, expert text, known_as text, proof text
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF proof IS DISTINCT FROM guard.proof_of('agreement', sign_off::text, of_collection, of_document, of_kind,
       of_digest, of_text, said, expert, known_as) THEN
    RAISE EXCEPTION 'a sign-off is given through the product' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT EXISTS (
    SELECT FROM public.expert_links l JOIN public.expert_opinions o ON o.link = l.id
    WHERE 'expert:' || l.id = expert AND l.revoked_at IS NULL
      AND o.document::text = of_document AND o.opinion = 'agree') THEN
    RAISE EXCEPTION 'an expert signs by a link' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.workflow_sign_offs (id, document_collection, document, kind, digest, text_digest, given_by,
      given_by_name, given_as, comment)
    VALUES (sign_off, of_collection, of_document, of_kind, of_digest, of_text, expert,
      known_as, 'expert', said);
END $$;

-- A function that is new may be called by everybody, until somebody says otherwise.
REVOKE ALL ON FUNCTION workflow_approve, workflow_sign_off, workflow_count_agreement FROM PUBLIC;
