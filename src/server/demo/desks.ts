import type { Payload } from 'payload'

/** The demo's desks: one answers for professions, one for regions. Nobody's account is bound to one. */
const desks = [
  { name: 'Pflege und Soziales', professions: ['pflegefachkraft', 'erzieher'], regions: [] },
  {
    name: 'Rheinschiene',
    professions: [],
    regions: ['bonn', 'duesseldorf', 'koeln', 'leverkusen'],
  },
] as const

/** Makes the desks; those that a broken-off load has left stay. */
export async function loadDesks(payload: Payload): Promise<void> {
  for (const { name, professions, regions } of desks) {
    const { totalDocs } = await payload.count({
      collection: 'desks',
      where: { name: { equals: name } },
      overrideAccess: true,
    })
    if (totalDocs > 0) continue
    await payload.create({
      collection: 'desks',
      data: {
        name,
        professions: await idsOf(payload, 'professions', professions),
        regions: await idsOf(payload, 'regions', regions),
      },
      overrideAccess: true,
    })
  }
}

async function idsOf(
  payload: Payload,
  collection: 'professions' | 'regions',
  slugs: readonly string[],
): Promise<string[]> {
  const { docs } = await payload.find({
    collection,
    where: { slug: { in: [...slugs] } },
    limit: slugs.length,
    depth: 0,
    overrideAccess: true,
  })
  return slugs.length === 0 ? [] : docs.map(({ id }) => id)
}
