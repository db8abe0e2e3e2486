import type { PayloadRequest } from 'payload'
import { isRecord, isUuid } from '#model/documents.ts'
import type { ReferenceCollection } from '#model/reference-collections.ts'
import type { Values } from './fields.ts'

/** An entry of the reference data, as its own row has it. */
export type Entry = Values & { id: string }

/** Reads an entry's own row; null where there is none. */
export async function readEntry(
  req: PayloadRequest,
  collection: ReferenceCollection,
  id: string,
): Promise<Entry | null> {
  if (!isUuid(id)) return null
  const found: unknown = await req.payload.db.findOne({
    collection,
    where: { id: { equals: id } },
    req,
  })
  return isEntry(found) ? found : null
}

/** What people call an entry. */
export function titleOf({ id, name }: Entry): string {
  return typeof name === 'string' ? name : id
}

function isEntry(value: unknown): value is Entry {
  return isRecord(value) && typeof value.id === 'string'
}
