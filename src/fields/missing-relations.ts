import type { PayloadRequest } from 'payload'
import type { NamedRelation } from './input-shape.ts'

/** Those of some relations that lead to no entry. */
export async function findMissingRelations(
  req: PayloadRequest,
  named: readonly NamedRelation[],
): Promise<NamedRelation[]> {
  const missing: NamedRelation[] = []
  for (const target of new Set(named.map(({ collection }) => collection))) {
    const wanted = named.filter(({ collection }) => collection === target)
    const { docs } = await req.payload.db.find<{ id: string }>({
      collection: target,
      where: { id: { in: wanted.map(({ id }) => id) } },
      select: {},
      limit: 0,
      pagination: false,
      req,
    })
    const found = new Set(docs.map(({ id }) => id))
    missing.push(...wanted.filter(({ id }) => !found.has(id.toLowerCase())))
  }
  return missing
}
