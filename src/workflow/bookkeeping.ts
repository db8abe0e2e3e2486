import type { PayloadRequest, RequestContext } from 'payload'
import { actorOf, isPerson } from '#access/actor.ts'
import { isRecord, relationId, type EditorialCollection } from '#model/documents.ts'
import { appendEvent } from '#record/events.ts'

/** Who a text belongs to is no part of the text: that somebody gave it to another person is on record. */
export async function recordAuthor(change: {
  collection: EditorialCollection
  id: string
  before: unknown
  after: Record<string, unknown>
  digest: string
  req: PayloadRequest
}): Promise<void> {
  const { collection, id, before, after, digest, req } = change
  const [from, to] = [before, after].map((text) =>
    isRecord(text) ? relationId(text.author) : null,
  )
  if (from === to) return
  const actor = actorOf(req)
  await appendEvent(req, {
    kind: 'assignment',
    collection,
    id,
    transition: 'changeAuthor',
    digest,
    actor: isPerson(actor) ? { id: actor.id, name: actor.name } : null,
    data: { before: { author: from ?? null }, after: { author: to ?? null } },
  })
}

/** The documents of which a version is being brought back: by contexts, which a request keeps throughout. */
const restoring = new WeakMap<RequestContext, string>()

/** Notes that a version of a document is being brought back. */
export function noteRestoring(context: RequestContext, id: string): void {
  restoring.set(context, id)
}

/** Says once whether what is written is a version that comes back. */
export function isRestoring(context: RequestContext, original: unknown): boolean {
  const id = restoring.get(context)
  if (id === undefined || id !== relationId(original)) return false
  return restoring.delete(context)
}

/**
 * A version that comes back brings its words, and not whose the text was or where it came from then: that
 * stays as it is, whoever brings it back. So does what a caller may not write, and does not send.
 */
export function keepBookkeeping(
  data: Record<string, unknown>,
  original: unknown,
  isRestored: boolean,
): void {
  if (!isRecord(original)) return
  for (const name of ['author', 'importedFrom']) {
    if (isRestored || data[name] === undefined) data[name] = original[name] ?? null
  }
}
