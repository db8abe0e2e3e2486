import type { PayloadRequest, Where } from 'payload'
import { isPerson, type Actor } from './actor.ts'
import { relationId } from '#model/documents.ts'

/** What the desks of one person cover; null: everything, because no desk narrows it. */
export type DeskScope = readonly { regions: string[]; professions: string[] }[] | null

/**
 * Loads what an editor's desks cover. An editor without a desk covers all; admins too. Loaded once
 * a request.
 */
export async function loadDeskScope(req: PayloadRequest, actor: Actor): Promise<DeskScope> {
  if (!isPerson(actor) || actor.role === 'admin' || actor.desks.length === 0) return null
  const { docs } = await req.payload.find({
    collection: 'desks',
    where: { id: { in: [...actor.desks] } },
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
