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
  if (collection === 'professions') {
    const entry = await readProfession(req, id)
    if (entry) await publishProfession(req, entry)
  }
  if (collection === 'regions') {
    const entry = await readRegion(req, id)
    if (entry) await publishRegion(req, entry)
  }
}

/** A profession's own row; null where there is none. */
export function readProfession(req: PayloadRequest, id: string): Promise<Profession | null> {
  return req.payload.db.findOne<Profession>({
    collection: 'professions',
    where: { id: { equals: id } },
    req,
  })
}

/** A region's own row; null where there is none. */
export function readRegion(req: PayloadRequest, id: string): Promise<Region | null> {
  return req.payload.db.findOne<Region>({
    collection: 'regions',
    where: { id: { equals: id } },
    req,
  })
}
