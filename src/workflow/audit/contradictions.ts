import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { textIn } from '#database/rows.ts'
import type { AuditProblem } from './verify.ts'

/**
 * Holds the record against the tables that it explains: every approval has its event and the other
 * way round, what is live was published under that digest, every stage is the one that the last event
 * led to, what is scheduled has its plan, every notification its event, and every comment says what it
 * said when it was written.
 */
export async function findContradictions(req: PayloadRequest): Promise<AuditProblem[]> {
  const found = [
    ...(await query(
      req,
      sql`SELECT 'approval ' || a.id AS where, 'No event tells of this approval.' AS problem
          FROM workflow_approvals a
          WHERE NOT EXISTS (
            SELECT FROM workflow_events e
            WHERE e.document = a.document AND e.document_collection = a.document_collection
              AND e.transition = 'approve' AND e.digest = a.digest AND e.actor = a.approved_by)`,
    )),
    ...(await query(
      req,
      sql`SELECT e.document_collection || '/' || e.document || ' #' || e.position AS where,
                 'The approval that this event tells of is missing.' AS problem
          FROM workflow_events e
          WHERE e.kind = 'workflow' AND e.transition = 'approve' AND NOT EXISTS (
            SELECT FROM workflow_approvals a
            WHERE a.document = e.document AND a.digest = e.digest AND a.approved_by = e.actor)`,
    )),
    ...(await query(
      req,
      sql`SELECT s.document_collection || '/' || s.id AS where,
                 'What is live is not what was published last.' AS problem
          FROM workflow_states s
          LEFT JOIN LATERAL (
            SELECT e.transition, e.digest FROM workflow_events e
            WHERE e.document = s.id::text AND e.kind = 'workflow'
              AND e.transition IN ('publish', 'unpublish', 'archive')
            ORDER BY e.sequence DESC LIMIT 1) last ON true
          WHERE s.live_digest IS DISTINCT FROM
                CASE WHEN last.transition = 'publish' THEN last.digest END`,
    )),
    ...(await query(
      req,
      sql`SELECT s.document_collection || '/' || s.id AS where,
                 'The stage is not the one that the last event led to.' AS problem
          FROM workflow_states s
          LEFT JOIN LATERAL (
            SELECT e.to_stage FROM workflow_events e
            WHERE e.document = s.id::text AND e.to_stage IS NOT NULL
            ORDER BY e.sequence DESC LIMIT 1) last ON true
          WHERE s.stage::text IS DISTINCT FROM last.to_stage`,
    )),
    ...(await query(
      req,
      sql`SELECT d.name || '/' || d.id AS where,
                 'The live copy is not the one that is on record.' AS problem
          FROM (SELECT 'career-profiles' AS name, id, digest, _status::text FROM career_profiles
                UNION ALL
                SELECT 'regional-sections', id, digest, _status::text FROM regional_sections) d
          LEFT JOIN workflow_states s ON s.id = d.id
          WHERE (CASE WHEN d._status = 'published' THEN d.digest END) IS DISTINCT FROM s.live_digest`,
    )),
    ...(await query(
      req,
      sql`SELECT 'comment ' || c.id AS where, 'It does not say what it said.' AS problem
          FROM workflow_comments c
          WHERE encode(sha256(convert_to(c.body, 'UTF8')), 'hex') IS DISTINCT FROM (
            SELECT coalesce(e.data ->> 'body', said ->> 'body')
            FROM workflow_events e
            LEFT JOIN LATERAL jsonb_array_elements(e.data -> 'comments') said
              ON said ->> 'comment' = c.id::text
            WHERE e.document = c.document AND e.kind IN ('comment', 'expert')
              AND (e.data ->> 'comment' = c.id::text OR said IS NOT NULL)
            ORDER BY e.sequence DESC LIMIT 1)`,
    )),
    ...(await query(
      req,
      sql`SELECT 'comment ' || c.id AS where, 'Nobody has resolved, or reopened, it.' AS problem
          FROM workflow_comments c
          WHERE c.parent IS NULL AND (c.resolved_at IS NOT NULL) IS DISTINCT FROM coalesce((
            SELECT e.transition = 'resolveComment' FROM workflow_events e
            WHERE e.document = c.document AND e.data ->> 'comment' = c.id::text
              AND e.transition IN ('resolveComment', 'reopenComment')
            ORDER BY e.sequence DESC LIMIT 1), false)`,
    )),
    ...(await query(
      req,
      sql`SELECT e.document_collection || '/' || e.document || ' #' || e.position AS where,
                 'The comment that this event tells of is missing.' AS problem
          FROM workflow_events e
          WHERE e.kind = 'comment' AND e.transition IN ('comment', 'reply')
            AND EXISTS (SELECT FROM workflow_states s WHERE s.id = e.document::uuid)
            AND NOT EXISTS (SELECT FROM workflow_comments c WHERE c.id::text = e.data ->> 'comment')`,
    )),
    ...(await query(
      req,
      sql`SELECT 'opinion ' || o.id AS where, 'It is not what the expert said.' AS problem
          FROM expert_opinions o
          WHERE NOT EXISTS (
            SELECT FROM workflow_events e
            WHERE e.document = o.document AND e.transition = 'opinion' AND e.digest = o.digest
              AND e.data ->> 'link' = o.link::text AND e.data ->> 'name' = o.name
              AND e.data ->> 'opinion' = o.opinion
              AND e.comment IS NOT DISTINCT FROM o.comment)`,
    )),
    ...(await query(
      req,
      sql`SELECT s.document_collection || '/' || s.id AS where,
                 'Its stage and its plans contradict each other.' AS problem
          FROM workflow_states s
          WHERE (s.stage = 'scheduled') <> EXISTS (
            SELECT FROM workflow_plans p
            WHERE p.document = s.id::text AND p.action = 'publish' AND p.status = 'pending'
              AND p.digest = s.digest)`,
    )),
    ...(await query(
      req,
      sql`SELECT 'notification ' || n.id AS where, 'It tells of what did not happen.' AS problem
          FROM notifications n
          WHERE n.event IS NOT NULL
            AND NOT EXISTS (SELECT FROM workflow_events e WHERE e.id = n.event)`,
    )),
  ]
  return found.map((row) => ({ where: textIn(row.where), problem: textIn(row.problem) }))
}
