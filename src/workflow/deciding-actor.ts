import type { PayloadRequest } from 'payload'
import { isCoveredByDesks } from '#access/desks.ts'
import { loadDeskScope } from '#access/load-desks.ts'
import type { SignedInPerson } from '#access/require-person.ts'
import { relationId } from '#model/documents.ts'
import type { Assignment } from './facts/assignments.ts'
import type { DecidingActor } from './decide.ts'

/** What of a document says who answers for it: relations, or the ids in them. */
export type Placed = Readonly<Partial<Record<'profession' | 'region' | 'author', unknown>>>

/** Who asks, in relation to a document. */
export async function toDecidingActor(
  req: PayloadRequest,
  actor: SignedInPerson,
  document: Placed,
  assignment: Assignment,
): Promise<DecidingActor> {
  const scope = await loadDeskScope(req, actor)
  const isCovered = isCoveredByDesks(scope, {
    profession: relationId(document.profession),
    region: relationId(document.region),
  })
  return {
    id: actor.id,
    role: actor.role,
    isOwn: relationId(document.author) === actor.id || assignment.author === actor.id,
    isCovered: isCovered || assignment.reviewer === actor.id,
  }
}
