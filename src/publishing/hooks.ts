import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionSlug,
  PayloadRequest,
} from 'payload'
import { sqlIn } from '#database/sql.ts'
import { relationId } from '#model/documents.ts'
import type { Profession, Region } from '#payload-types'
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
  const row = { where: { id: { equals: id } }, req }
  const { db } = req.payload
  if (collection === 'professions') {
    const entry = await db.findOne<Profession>({ collection, ...row })
    if (entry) await publishProfession(req, entry)
  }
  if (collection === 'regions') {
    const entry = await db.findOne<Region>({ collection, ...row })
    if (entry) await publishRegion(req, entry)
  }
}
