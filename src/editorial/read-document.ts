import type { PayloadRequest } from 'payload'
import { requirePerson, type SignedInPerson } from '#access/require-person.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { DocumentNotFound } from '#model/errors.ts'
import { isReadable, readWorkingCopy, type EditorialDocument } from './copies.ts'
import { readState, type WorkflowState } from './state.ts'

/**
 * A document's state and working copy, for somebody who may read the document: whatever is said of a
 * document (history, differences, comments) is said to those only.
 *
 * @throws NotSignedIn 401, NotAllowed 403, DocumentNotFound 404
 */
export async function readDocument(options: {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
}): Promise<{ actor: SignedInPerson; state: WorkflowState; working: EditorialDocument }> {
  const { req, collection, id } = options
  const actor = requirePerson(req)
  const state = await readState(req, id)
  const working = state && (await readWorkingCopy({ collection, id, req }))
  if (!state || !working || state.collection !== collection || !(await isReadable(options))) {
    throw new DocumentNotFound(collection, id)
  }
  return { actor, state, working }
}
