import { and, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import type { PayloadRequest, Where } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { users, usersRels, workflowAssignments, workflowDelegations } from '#database/tables.ts'
import { relationId } from '#model/documents.ts'
import { isPerson, type Actor } from './actor.ts'

/** What the desks of one person cover; null: everything, because no desk narrows it. */
export type DeskScope = readonly { regions: string[]; professions: string[] }[] | null

/**
 * Loads what an editor's desks cover, and the desks of those who delegate to them at this moment. An
 * editor without a desk covers all; admins too.
 */
export async function loadDeskScope(req: PayloadRequest, actor: Actor): Promise<DeskScope> {
  if (!isPerson(actor) || actor.role === 'admin' || actor.desks.length === 0) return null
  const delegated = await findDelegatedDesks(req, actor.id)
  if (delegated === null) return null
  const { docs } = await req.payload.find({
    collection: 'desks',
    where: { id: { in: [...actor.desks, ...delegated] } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return docs.map((desk) => ({
    regions: (desk.regions ?? []).flatMap((region) => relationId(region) ?? []),
    professions: (desk.professions ?? []).flatMap((profession) => relationId(profession) ?? []),
  }))
}

/** The desks that others delegate to a person now; null: all, for one of them covers all. */
async function findDelegatedDesks(req: PayloadRequest, person: string): Promise<string[] | null> {
  const now = new Date().toISOString()
  const db = await sqlIn(req)
  const { fromPerson, toPerson, startsAt, endsAt } = workflowDelegations
  const desks = db
    .select({ id: usersRels.desksId })
    .from(usersRels)
    .where(and(eq(usersRels.parentId, users.id), eq(usersRels.path, 'desks')))
  const delegated = await db
    .select({ desks: sql<string[]>`ARRAY${desks}` })
    .from(workflowDelegations)
    .innerJoin(users, eq(sql`${users.id}::text`, fromPerson))
    .where(
      and(
        eq(toPerson, person),
        lte(startsAt, now),
        gt(endsAt, now),
        inArray(users.role, ['editor', 'admin']),
      ),
    )
  return delegated.some((of) => of.desks.length === 0) ? null : delegated.flatMap((of) => of.desks)
}

/** The ids of the documents that are assigned to a person, to write or to review. */
export async function findAssignedDocuments(
  req: PayloadRequest,
  person: string,
  as: 'author' | 'reviewer',
): Promise<string[]> {
  const db = await sqlIn(req)
  const rows = await db
    .select({ document: workflowAssignments.document })
    .from(workflowAssignments)
    .where(eq(workflowAssignments[as], person))
  return rows.map(({ document }) => document)
}

/** Says whether a scope covers one document. A desk of regions does not cover nationwide texts. */
export function isCoveredByDesks(
  scope: DeskScope,
  document: { profession: string | null; region: string | null },
): boolean {
  if (scope === null) return true
  return scope.some(
    ({ regions, professions }) =>
      (regions.length === 0 || (document.region !== null && regions.includes(document.region))) &&
      (professions.length === 0 ||
        (document.profession !== null && professions.includes(document.profession))),
  )
}

/** The same rule as a filter of Payload. */
export function deskFilter(scope: DeskScope, options: { hasRegion: boolean }): Where | boolean {
  if (scope === null) return true
  const filters = scope.flatMap(({ regions, professions }): Where[] => {
    const parts: Where[] = []
    if (regions.length > 0) {
      if (!options.hasRegion) return []
      parts.push({ region: { in: regions } })
    }
    if (professions.length > 0) parts.push({ profession: { in: professions } })
    return [parts.length > 0 ? { and: parts } : { id: { exists: true } }]
  })
  return filters.length > 0 ? { or: filters } : false
}
