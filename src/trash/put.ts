import type { CollectionAfterDeleteHook, CollectionBeforeDeleteHook } from 'payload'
import { actorOf, isPerson } from '#access/actor.ts'
import { contentOf, readWorkingCopy } from '#editorial/copies.ts'
import { deleteState, readState } from '#editorial/state.ts'
import { findWriters } from '#editorial/texts-by-digest.ts'
import { isEditorialCollection, relationId } from '#model/documents.ts'
import { hasHappened } from '#record/events.ts'
import { insertTrashed, isTrashed } from './bin.ts'
import { forgetPast, forgetPresent } from './forget.ts'

/** For how long a text that was deleted can be brought back. */
export const daysInTrash = 30

/**
 * A text that was never live goes to the trash when it is deleted: with what was written and said of it,
 * it can be brought back. What was live once is on record for good, and is archived or deleted.
 */
export const putIntoTrash: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const { slug } = collection
  if (!isEditorialCollection(slug)) return
  const state = await readState(req, String(id))
  if (!state || (await hasHappened(req, state.id, 'publish'))) return
  const working = await readWorkingCopy({ collection: slug, id: state.id, req })
  if (!working) return
  const actor = actorOf(req)
  await insertTrashed(req, {
    id: state.id,
    collection: slug,
    title: typeof working.headline === 'string' ? working.headline.slice(0, 300) : '',
    digest: state.digest,
    profession: relationId(working.profession),
    region: relationId(working.region),
    author: relationId(working.author),
    round: state.round,
    // What was thrown away is asked about anew, all of it.
    contributors: [...new Set([...state.contributors, ...(await findWriters(req, state.id))])],
    content: contentOf(working),
    deletedBy: isPerson(actor) ? { id: actor.id, name: actor.name } : null,
    expiresAt: new Date(Date.now() + daysInTrash * 86_400_000).toISOString(),
  })
}

/** Forgets what was kept of a text that was deleted: all of it, unless it lies in the trash. */
export const forgetDeleted: CollectionAfterDeleteHook = async ({ doc, req }) => {
  const id = relationId(doc)
  if (id === null) throw new Error('Payload passed a document without id.')
  const past = (await isTrashed(req, id)) ? [] : forgetPast
  for (const forget of [...forgetPresent, ...past, deleteState]) await forget(req, id)
}
