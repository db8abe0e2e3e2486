import type { PayloadRequest } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import { lockState } from '#editorial/state.ts'
import { isUuid } from '#model/documents.ts'
import type { Leaver } from '#model/person.ts'
import { held, heldKinds, type Held } from './list.ts'

/** What somebody holds, by its kind. */
export async function findHeld(db: Sql, person: string): Promise<Held> {
  return {
    plans: await held.plans.find(db, person),
    claims: await held.claims.find(db, person),
    toWrite: await held.toWrite.find(db, person),
    toReview: await held.toReview.find(db, person),
    delegationsGiven: await held.delegationsGiven.find(db, person),
    delegationsTaken: await held.delegationsTaken.find(db, person),
    previews: await held.previews.find(db, person),
    expertLinks: await held.expertLinks.find(db, person),
    providerLinks: await held.providerLinks.find(db, person),
    proposals: await held.proposals.find(db, person),
    erasures: await held.erasures.find(db, person),
  }
}

/** What somebody holds that would end, or go to others, if their account ended now. */
export async function findEnding(req: PayloadRequest, person: string): Promise<Partial<Held>> {
  if (!isUuid(person)) return {}
  const { proposals: _, erasures: __, ...ending } = await findHeld(await sqlIn(req), person)
  return ending
}

/**
 * Ends, or hands over, what somebody holds, in the transaction in which their account ends. Documents are locked
 * first, in one order: whoever else locks several would else wait for this one, and this one for them.
 */
export async function endHeld(
  req: PayloadRequest,
  leaver: Leaver,
  kinds = heldKinds,
): Promise<void> {
  const db = await sqlIn(req)
  const documents = new Set<string>()
  for (const { documents: find } of kinds) {
    for (const document of (await find?.(db, leaver.person)) ?? []) documents.add(document)
  }
  for (const document of [...documents].sort()) await lockState(req, document)
  const ends = kinds.flatMap(({ leaving }) => ('end' in leaving ? [leaving.end] : []))
  for (const end of new Set(ends)) await end(req, leaver)
}
