import {
  and,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  notExists,
  or,
  sql,
} from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { PayloadRequest } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import {
  careerProfiles,
  notifications as n,
  regionalSections,
  workflowApprovals as a,
  workflowComments as c,
  workflowEvents as e,
  workflowPlans as p,
  workflowProofs,
  workflowStates as s,
} from '#database/tables.ts'
import { firstProvedKinds } from '#record/events.ts'
import type { Redactions } from '#record/redactions.ts'
import {
  findChangedComments,
  findChangedOpinions,
  findForgedRedactions,
  findUnloggedRedactions,
} from './kept-words.ts'
import { findForgedNames } from './names.ts'
import type { AuditProblem } from './verify.ts'

/**
 * Holds the record against the tables that it explains: every approval has its event and the other
 * way round, what is live was published under that digest, every stage is the one that the last event
 * led to, what is scheduled has its plan, every notification its event, every comment says what it
 * said when it was written, every name is one that the record has of its account; and every step has a proof that the product took it, since there are proofs.
 */
export async function findContradictions(
  req: PayloadRequest,
  redactions: Redactions,
): Promise<AuditProblem[]> {
  const db = await sqlIn(req)
  const found: AuditProblem[] = []
  const note = (problem: string, rows: readonly { where: string }[]) => {
    found.push(...rows.map(({ where }) => ({ where, problem })))
  }
  note('No event tells of this approval.', await findApprovalsWithoutEvent(db))
  note('The approval that this event tells of is missing.', await findEventsWithoutApproval(db))
  note('What is live is not what was published last.', await findOtherLiveDigests(db))
  note('The stage is not the one that the last event led to.', await findOtherStages(db))
  note('The live copy is not the one that is on record.', await findOtherLiveCopies(db))
  note('It does not say what it said.', await findChangedComments(db, redactions))
  note('Nobody has resolved, or reopened, it.', await findOtherResolutions(db))
  note('The comment that this event tells of is missing.', await findEventsWithoutComment(db))
  note('It is not what the expert said.', await findChangedOpinions(db, redactions))
  note('The log does not say that it was emptied.', await findUnloggedRedactions(db))
  note('Nobody had emptied what it says.', await findForgedRedactions(db))
  note('Its stage and its plans contradict each other.', await findPlansAgainstStage(db))
  note('It is said to be live, and another text is.', await findStagesAgainstLive(db))
  note('It tells of what did not happen.', await findNotificationsWithoutEvent(db))
  note('The record knows nobody by this name.', await findForgedNames(db))
  note('It has no proof.', await findStepsWithoutProof(db))
  return found
}

/** The name of a row of another table. */
const named = (kind: string, id: typeof a.id | typeof c.id | typeof n.id) =>
  sql<string>`${sql.raw(`'${kind} '`)} || ${id}`
const eventName = sql<string>`${e.documentCollection} || '/' || ${e.document} || ' #' || ${e.position}`
const documentName = sql<string>`${s.documentCollection} || '/' || ${s.id}`

const commentInData = sql`${e.data} ->> 'comment'`

function findApprovalsWithoutEvent(db: Sql) {
  const event = db
    .select({ id: e.id })
    .from(e)
    .where(
      and(
        eq(e.document, a.document),
        eq(e.documentCollection, a.documentCollection),
        eq(e.transition, 'approve'),
        eq(e.digest, a.digest),
        eq(e.actor, a.approvedBy),
      ),
    )
  return db
    .select({ where: named('approval', a.id) })
    .from(a)
    .where(notExists(event))
}

function findEventsWithoutApproval(db: Sql) {
  const approval = db
    .select({ id: a.id })
    .from(a)
    .where(and(eq(a.document, e.document), eq(a.digest, e.digest), eq(a.approvedBy, e.actor)))
  return db
    .select({ where: eventName })
    .from(e)
    .where(and(eq(e.kind, 'workflow'), eq(e.transition, 'approve'), notExists(approval)))
}

function findStepsWithoutProof(db: Sql) {
  const { begunAfter, allAfter } = workflowProofs
  const isProved = or(
    gt(e.sequence, allAfter),
    and(gt(e.sequence, begunAfter), inArray(e.kind, [...firstProvedKinds])),
  )
  return db
    .select({ where: eventName })
    .from(e)
    .innerJoin(workflowProofs, isProved)
    .where(isNull(e.proof))
}

function findOtherLiveDigests(db: Sql) {
  const last = db
    .select({ transition: e.transition, digest: e.digest })
    .from(e)
    .where(
      and(
        eq(e.document, sql`${s.id}::text`),
        eq(e.kind, 'workflow'),
        inArray(e.transition, ['publish', 'unpublish', 'archive']),
      ),
    )
    .orderBy(desc(e.sequence))
    .limit(1)
    .as('last')
  return db
    .select({ where: documentName })
    .from(s)
    .leftJoinLateral(last, sql`true`)
    .where(
      sql`${s.liveDigest} IS DISTINCT FROM
          CASE WHEN ${last.transition} = 'publish' THEN ${last.digest} END`,
    )
}

function findOtherStages(db: Sql) {
  const last = db
    .select({ toStage: e.toStage })
    .from(e)
    .where(and(eq(e.document, sql`${s.id}::text`), isNotNull(e.toStage)))
    .orderBy(desc(e.sequence))
    .limit(1)
    .as('last')
  return db
    .select({ where: documentName })
    .from(s)
    .leftJoinLateral(last, sql`true`)
    .where(sql`${s.stage}::text IS DISTINCT FROM ${last.toStage}`)
}

function findOtherLiveCopies(db: Sql) {
  const copies = unionAll(
    db
      .select({
        name: sql<string>`'career-profiles'`.as('name'),
        id: careerProfiles.id,
        digest: careerProfiles.digest,
        isLive: sql<boolean>`${careerProfiles.status} = 'published'`.as('is_live'),
      })
      .from(careerProfiles),
    db
      .select({
        name: sql<string>`'regional-sections'`.as('name'),
        id: regionalSections.id,
        digest: regionalSections.digest,
        isLive: sql<boolean>`${regionalSections.status} = 'published'`.as('is_live'),
      })
      .from(regionalSections),
  ).as('copies')
  return db
    .select({ where: sql<string>`${copies.name} || '/' || ${copies.id}` })
    .from(copies)
    .leftJoin(s, eq(s.id, copies.id))
    .where(
      sql`(CASE WHEN ${copies.isLive} THEN ${copies.digest} END) IS DISTINCT FROM ${s.liveDigest}`,
    )
}

function findOtherResolutions(db: Sql) {
  const isResolved = db
    .select({ isResolved: sql`${e.transition} = 'resolveComment'` })
    .from(e)
    .where(
      and(
        eq(e.document, c.document),
        eq(commentInData, sql`${c.id}::text`),
        inArray(e.transition, ['resolveComment', 'reopenComment']),
      ),
    )
    .orderBy(desc(e.sequence))
    .limit(1)
  return db
    .select({ where: named('comment', c.id) })
    .from(c)
    .where(
      and(
        isNull(c.parent),
        sql`(${c.resolvedAt} IS NOT NULL) IS DISTINCT FROM coalesce(${isResolved}, false)`,
      ),
    )
}

function findEventsWithoutComment(db: Sql) {
  const document = db
    .select({ id: s.id })
    .from(s)
    .where(eq(s.id, sql`${e.document}::uuid`))
  const comment = db
    .select({ id: c.id })
    .from(c)
    .where(eq(sql`${c.id}::text`, commentInData))
  return db
    .select({ where: eventName })
    .from(e)
    .where(
      and(
        eq(e.kind, 'comment'),
        inArray(e.transition, ['comment', 'reply']),
        exists(document),
        notExists(comment),
      ),
    )
}

function findStagesAgainstLive(db: Sql) {
  return db
    .select({ where: documentName })
    .from(s)
    .where(sql`${s.stage} = 'live' AND ${s.digest} IS DISTINCT FROM ${s.liveDigest}`)
}

function findPlansAgainstStage(db: Sql) {
  const plan = db
    .select({ id: p.id })
    .from(p)
    .where(
      and(
        eq(p.document, sql`${s.id}::text`),
        eq(p.action, 'publish'),
        eq(p.status, 'pending'),
        eq(p.digest, s.digest),
        eq(p.round, s.round),
      ),
    )
  return db
    .select({ where: documentName })
    .from(s)
    .where(sql`(${s.stage} = 'scheduled') <> EXISTS ${plan}`)
}

function findNotificationsWithoutEvent(db: Sql) {
  const event = db.select({ id: e.id }).from(e).where(eq(e.id, n.event))
  return db
    .select({ where: named('notification', n.id) })
    .from(n)
    .where(notExists(event))
}
