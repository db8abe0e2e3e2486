/** A text that somebody tries to get onto the net, or to change there, by SQL alone. */
export interface Target {
  collection: string
  table: string
  id: string
  /** Somebody who could sign it. */
  signer: string
}

/** A way to try it: all in one transaction. */
export interface Forgery {
  name: string
  statements: (target: Target) => readonly string[]
}

const approve = ({ id }: Target) =>
  `UPDATE workflow_states SET stage = 'approved', contributors = '[]' WHERE id = '${id}'`

const event = ({ collection, table, id }: Target, transition = 'publish', proof = 'NULL') =>
  `INSERT INTO workflow_events (document_collection, document, transition, to_stage, digest, data, proof)
   SELECT '${collection}', id::text, '${transition}', '${transition === 'publish' ? 'live' : 'approved'}', digest,
     '{"required": 0}', ${proof} FROM workflow_states WHERE id = '${id}' AND '${table}' <> ''`

/** The words are others, under a digest that may have been approved. */
const publish = ({ table, id }: Target) =>
  `UPDATE ${table} SET headline = 'Gefälscht', _status = 'published',
     digest = (SELECT digest FROM workflow_states s WHERE s.id = ${table}.id) WHERE id = '${id}'`

const session = ({ signer }: Target) =>
  `INSERT INTO users_sessions (_order, _parent_id, id, expires_at)
   VALUES (99, '${signer}', 'forged', now() + interval '1 hour')`

const sign = ({ collection, id, signer }: Target, proof: string) =>
  `SELECT workflow_approve(gen_random_uuid(), '${collection}', id::text, digest, round, '${signer}', 'forged',
     NULL, NULL, 'text', 1, ${proof}) FROM workflow_states WHERE id = '${id}'`

const approval = ({ collection, id, signer }: Target) =>
  `INSERT INTO workflow_approvals (document_collection, document, digest, round, approved_by, approved_by_name)
   SELECT '${collection}', id::text, digest, round, '${signer}', 'x' FROM workflow_states WHERE id = '${id}'`

/** Each begins with what is to be gained, and ends with words on the net. */
export const forgeries: readonly Forgery[] = [
  {
    name: 'state, event and text',
    statements: (t) => [approve(t), event(t, 'approve'), event(t), publish(t)],
  },
  {
    name: 'state, approval, event and text',
    statements: (t) => [approval(t), approve(t), event(t, 'approve'), event(t), publish(t)],
  },
  {
    name: 'an inserted session, and an approval without the product’s word',
    statements: (t) => [session(t), sign(t, `repeat('f', 64)`), approve(t), event(t), publish(t)],
  },
  {
    name: 'an approval under the proof of an event',
    statements: (t) => [
      session(t),
      sign(t, `(SELECT proof FROM workflow_events WHERE proof IS NOT NULL LIMIT 1)`),
      approve(t),
      event(t),
      publish(t),
    ],
  },
  {
    name: 'a changed role, a session, an approval without the product’s word',
    statements: (t) => [
      `UPDATE users SET role = 'admin', deactivated_at = NULL WHERE id = '${t.signer}'`,
      session(t),
      sign(t, 'NULL'),
      approve(t),
      event(t),
      publish(t),
    ],
  },
  {
    name: 'an event under the proof of another one',
    statements: (t) => [
      approve(t),
      event(t, 'publish', `(SELECT proof FROM workflow_events WHERE proof IS NOT NULL LIMIT 1)`),
      publish(t),
    ],
  },
  {
    name: 'an old event once more',
    statements: (t) => [
      approve(t),
      `INSERT INTO workflow_events (id, kind, document_collection, document, transition, to_stage, digest, actor, proof)
       SELECT id, kind, document_collection, document, transition, to_stage, digest, actor, proof
       FROM workflow_events WHERE document = '${t.id}' AND proof IS NOT NULL ORDER BY sequence LIMIT 1`,
      publish(t),
    ],
  },
  {
    name: 'an old event made new',
    statements: (t) => [
      approve(t),
      `UPDATE workflow_events SET transaction = pg_current_xact_id(), created_at = now()
       WHERE document = '${t.id}'`,
      publish(t),
    ],
  },
  {
    name: 'a plan that is due',
    statements: (t) => [
      `INSERT INTO workflow_plans (document_collection, document, action, due_at, digest, round, approvals,
         planned_by, planned_by_name)
       SELECT '${t.collection}', id::text, 'publish', now() - interval '1 s', digest, round,
         (SELECT coalesce(jsonb_agg(a.id), '[]') FROM workflow_approvals a WHERE a.document = s.id::text),
         '${t.signer}', 'x' FROM workflow_states s WHERE id = '${t.id}'`,
      event(t),
      publish(t),
    ],
  },
  {
    name: 'a record of the same name',
    statements: (t) => [
      approve(t),
      'CREATE TEMPORARY TABLE workflow_events (LIKE public.workflow_events)',
      event(t),
      publish(t),
    ],
  },
  {
    name: 'another search path',
    statements: (t) => [
      'SET LOCAL search_path = pg_temp, delivery, public, pg_catalog',
      approve(t),
      event(t),
      publish(t),
    ],
  },
  {
    name: 'settings that a trigger may believe',
    statements: (t) => [
      `SELECT set_config('berufsbild.permit', 'publish', true), set_config('workflow.guard', 'off', true)`,
      approve(t),
      event(t),
      publish(t),
    ],
  },
  {
    name: 'no triggers',
    statements: (t) => ['SET LOCAL session_replication_role = replica', publish(t)],
  },
  {
    name: 'a trigger switched off',
    statements: (t) => [`ALTER TABLE ${t.table} DISABLE TRIGGER ALL`, publish(t)],
  },
  {
    name: 'a guard of its own',
    statements: (t) => [
      `CREATE OR REPLACE FUNCTION public.workflow_is_approved(target text, wanted text) RETURNS boolean
       LANGUAGE sql AS 'SELECT true'`,
      publish(t),
    ],
  },
  {
    name: 'a block of code',
    statements: (t) => [
      `DO $$ BEGIN
         ${[approve(t), event(t), publish(t)].join(';\n')};
       EXCEPTION WHEN insufficient_privilege THEN
         EXECUTE 'ALTER TABLE ${t.table} DISABLE TRIGGER ALL';
       END $$`,
    ],
  },
  {
    name: 'another row in its place',
    statements: (t) => [
      approve(t),
      event(t, 'unpublish'),
      `UPDATE ${t.table} SET _status = 'draft' WHERE id = '${t.id}'`,
      event(t),
      publish(t),
    ],
  },
  {
    name: 'other words below it',
    statements: (t) => [
      event(t),
      `UPDATE ${t.table}_sections SET heading = 'Gefälscht' WHERE _parent_id = '${t.id}'`,
      publish(t),
    ],
  },
]
