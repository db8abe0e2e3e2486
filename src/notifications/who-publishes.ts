import type { PayloadRequest } from 'payload'
import { readState } from '#editorial/state.ts'
import { loadCircumstances, toStanding } from '#workflow/circumstances.ts'
import { decideByStanding } from '#workflow/decide.ts'
import type { Reachable } from './reachable.ts'

/**
 * Says of an approved text, by the judge of the workflow, whether somebody may publish it now; undefined where
 * it is not approved, or planned.
 */
export async function findWhoPublishes(
  req: PayloadRequest,
  document: string,
): Promise<((person: Reachable, isEntitled: boolean) => boolean) | undefined> {
  const state = await readState(req, document)
  if (state?.stage !== 'approved') return undefined
  const standing = toStanding(await loadCircumstances(req, state))
  return ({ id, role }, isCovered) =>
    decideByStanding('publish', standing, { id, role, isOwn: false, isCovered }).allowed
}
