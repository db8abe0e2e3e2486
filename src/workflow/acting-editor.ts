import type { PayloadRequest } from 'payload'
import { findPerson } from '#access/find-person.ts'
import { actsAsEditor } from './decide.ts'
import { toDecidingActor, type Placed } from './deciding-actor.ts'
import type { Assignment } from './facts/assignments.ts'

/**
 * Whether somebody, by the id of their account, may act as an editor on a document at this moment: they
 * are there, are editor or administrator, and it lies in their desks, in those of whom they stand in
 * for, or is theirs to review. Four eyes are another matter.
 */
export async function mayActAsEditor(
  req: PayloadRequest,
  person: string,
  document: Placed,
  assignment: Assignment,
): Promise<boolean> {
  const actor = await findPerson(req, person)
  return actor !== null && actsAsEditor(await toDecidingActor(req, actor, document, assignment))
}
