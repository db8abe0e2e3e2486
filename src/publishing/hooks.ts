import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionSlug,
  PayloadRequest,
} from 'payload'
import { sqlIn } from '#database/sql.ts'
import { isRecord, relationId } from '#model/documents.ts'
import { lockEverything } from './locks.ts'
import { publishProfession, publishRegion, unpublishReference } from './reference.ts'

/** Brings the read model in step with a profession or region that was written. */
export const deliverReference: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const id = relationId(doc)
  if (id !== null) await deliverEntry(req, collection.slug, id)
}

/** Takes a profession or region that was deleted out of the read model. */
export const withdrawReference: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  const { slug } = collection
  if (slug === 'professions' || slug === 'regions') await unpublishReference(req, slug, String(id))
}

/** Writes one profession or region, read from its own row, into the read model. */
export async function deliverEntry(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
): Promise<void> {
  await lockEverything(await sqlIn(req))
  const entry: unknown = await req.payload.db.findOne({
    collection,
    where: { id: { equals: id } },
    req,
  })
  if (!isRecord(entry)) return
  if (collection === 'professions') await publishProfession(req, entry)
  if (collection === 'regions') await publishRegion(req, entry)
}
