import { and, eq, gt, isNotNull, lte, or, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn } from '#database/sql.ts'
import {
  newsroomTexts,
  professions,
  regions,
  users,
  workflowApprovals,
  workflowComments,
  workflowDelegations,
} from '#database/tables.ts'
import { findApprovals } from '#editorial/approvals.ts'
import type { WorkflowState } from '#editorial/state.ts'
import { isHeldBy } from '#workflow/circumstances.ts'
import { findOpenComments } from '#workflow/facts/open-comments.ts'
import { findPendingPlans, type Plan } from '#workflow/facts/plans.ts'
import type { Audience } from './recipients.ts'

/** What a document is about, who wrote it and who is assigned. */
export interface Subject {
  profession: string | null
  region: string | null
  /** The document as people speak of it: profession and region, else its headline. */
  title: string
  involved: Pick<Audience, 'author' | 'contributors' | 'assignedAuthor' | 'reviewer'>
}

/** Reads what is known of a document's newest text. */
export async function findSubject(req: PayloadRequest, id: string): Promise<Subject | undefined> {
  const db = await sqlIn(req)
  const t = newsroomTexts
  const [row] = await db
    .select({
      headline: t.title,
      profession: t.profession,
      region: t.region,
      professionName: professions.name,
      regionName: regions.name,
      author: t.author,
      contributors: t.contributors,
      assignedAuthor: t.writer,
      reviewer: t.reviewer,
    })
    .from(t)
    .leftJoin(professions, eq(professions.id, t.profession))
    .leftJoin(regions, eq(regions.id, t.region))
    .where(eq(t.document, id))
  if (!row) return undefined
  const { headline, profession, region, professionName, regionName, ...involved } = row
  const names = [professionName, regionName].filter((name) => name !== null)
  return {
    profession,
    region,
    title: names.length > 0 ? names.join(', ') : headline || id,
    involved,
  }
}

/** Who wrote in a thread of comments. */
export async function findParticipants(
  req: PayloadRequest,
  thread: string | null,
): Promise<string[]> {
  if (thread === null) return []
  const db = await sqlIn(req)
  const { id, parent, author } = workflowComments
  const rows = await db
    .selectDistinct({ author: sql<string>`${author}` })
    .from(workflowComments)
    .where(and(or(eq(id, thread), eq(parent, thread)), isNotNull(author)))
  return rows.map((row) => row.author)
}

/** Who made the plans that a comment holds up, and who signed what they publish or what is approved. */
export async function findBehindText(
  req: PayloadRequest,
  state: WorkflowState,
  thread: string | null,
): Promise<Pick<Audience, 'planners' | 'signers'>> {
  const { id, digest, round, stage } = state
  const comment = (await findOpenComments(req, id)).find((open) => open.id === thread)
  const plans = (await findPendingPlans(req, id)).filter(
    (plan) => comment && isHeldBy(plan, state, comment),
  )
  const isSigned = stage === 'approved' || stage === 'scheduled'
  const signed = isSigned ? await findApprovals(req, { id, digest, round }) : []
  return {
    planners: plans.map(({ plannedBy }) => plannedBy.id),
    signers: [...signed.map(({ approvedBy }) => approvedBy.id), ...(await findSigners(req, plans))],
  }
}

/** Who made a document's plans that are still to be carried out. */
export async function findPlanners(req: PayloadRequest, id: string): Promise<string[]> {
  return (await findPendingPlans(req, id)).map(({ plannedBy }) => plannedBy.id)
}

/** Who signed a text under its digest, in one round or in all. */
export async function findSignersOf(
  req: PayloadRequest,
  of: { id: string; digest: string | null | undefined; round?: number | undefined },
): Promise<string[]> {
  const { id, digest, round } = of
  if (digest === null || digest === undefined) return []
  const asked = { id, digest, ...(round !== undefined && { round }) }
  return (await findApprovals(req, asked)).map(({ approvedBy }) => approvedBy.id)
}

/** For whom somebody stands in at this moment. */
export async function findPrincipals(
  req: PayloadRequest,
  person: string | null,
): Promise<string[]> {
  if (person === null) return []
  const now = new Date().toISOString()
  const db = await sqlIn(req)
  const { fromPerson, toPerson, startsAt, endsAt } = workflowDelegations
  const rows = await db
    .select({ from: fromPerson })
    .from(workflowDelegations)
    .where(and(eq(toPerson, person), lte(startsAt, now), gt(endsAt, now)))
  return rows.map(({ from }) => from)
}

/** What somebody is called; null for an account that is gone. */
export async function nameOfPerson(req: PayloadRequest, id: string | null): Promise<string | null> {
  if (id === null) return null
  const db = await sqlIn(req)
  const [person] = await db
    .select({ name: users.name })
    .from(users)
    .where(eq(sql`${users.id}::text`, id))
  return person?.name ?? null
}

async function findSigners(req: PayloadRequest, plans: readonly Plan[]): Promise<string[]> {
  const ids = plans.flatMap(({ approvals }) => approvals)
  if (ids.length === 0) return []
  const db = await sqlIn(req)
  const rows = await db
    .select({ by: workflowApprovals.approvedBy })
    .from(workflowApprovals)
    .where(isOneOf(sql`${workflowApprovals.id}::text`, ids))
  return rows.map(({ by }) => by)
}
