import type { PayloadRequest } from 'payload'
import type { KnownProfession, KnownRegion } from '../names/recognise.ts'
import type { KnownSource } from '../salary/references.ts'

/** What the CMS knows by name: what texts are about, and what their figures rest on. */
export interface KnownNames {
  professions: KnownProfession[]
  regions: (KnownRegion & { gazetteer: string[] })[]
  sources: KnownSource[]
}

/** Loads all professions, regions and sources with their names. */
export async function loadKnownNames(req: PayloadRequest): Promise<KnownNames> {
  const { payload } = req
  const all = { depth: 0, pagination: false } as const
  const professions = await payload.find({
    collection: 'professions',
    select: { name: true, slug: true, forms: true, aliases: true },
    overrideAccess: true,
    req,
    ...all,
  })
  const regions = await payload.find({
    collection: 'regions',
    select: { name: true, slug: true, kind: true, aliases: true, gazetteer: true },
    overrideAccess: true,
    req,
    ...all,
  })
  const sources = await payload.find({
    collection: 'sources',
    select: { name: true, aliases: true },
    overrideAccess: true,
    req,
    ...all,
  })
  return {
    professions: professions.docs.map(({ id, name, slug, forms, aliases }) => ({
      id,
      name,
      slug,
      ...forms,
      aliases: aliases ?? [],
    })),
    regions: regions.docs.map(({ id, name, slug, kind, aliases, gazetteer }) => ({
      id,
      name,
      slug,
      kind,
      aliases: aliases ?? [],
      gazetteer: gazetteer ?? [],
    })),
    sources: sources.docs.map(({ id, name, aliases }) => ({ id, name, aliases: aliases ?? [] })),
  }
}
