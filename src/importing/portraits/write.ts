import { createHash } from 'node:crypto'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
  type TypedUser,
} from 'payload'
import { isRecord, type EditorialCollection } from '#model/documents.ts'
import { readWorkingCopy, writeWorkingCopy } from '#workflow/copies.ts'
import { parsePortrait } from './anatomy.ts'
import { decodeText } from './decode.ts'
import { PortraitTextError } from './errors.ts'
import { mapPortrait, type ImportWarning } from './map.ts'
import { recognise, type Recognised } from './recognise.ts'

/** What became of one file. */
export interface ImportedFile {
  result: 'created' | 'updated' | 'unchanged'
  collection: EditorialCollection
  /** null after a dry run that would have made the document. */
  id: string | null
  profession: string
  region: string | null
  warnings: ImportWarning[]
}

/**
 * Imports one file as a working copy, in one transaction: all of it or nothing. The same bytes again
 * change nothing; changed bytes make a new working copy and leave what is live alone.
 *
 * @throws PortraitTextError with line and reason; Payload's errors where the user may not write
 */
export async function importPortrait(options: {
  payload: Payload
  user: TypedUser | undefined
  file: string
  bytes: Uint8Array
  canCreateMissing: boolean
  isDryRun: boolean
}): Promise<ImportedFile> {
  const { payload, user, bytes, isDryRun } = options
  const portrait = parsePortrait(decodeText(bytes).text)
  const req = await createLocalReq(user ? { user } : {}, payload)
  await initTransaction(req)
  try {
    const known = await loadKnown(req)
    const recognised = recognise({ candidates: portrait.candidates, ...known })
    const profession = await resolve(recognised.profession, 'professions', options, req)
    const region = recognised.region && (await resolve(recognised.region, 'regions', options, req))
    const place = known.regions.find(({ id }) => id === region?.id)
    const mapped = mapPortrait({
      portrait,
      placeNames: region
        ? [region.name, ...(place?.aliases ?? []), ...(place?.gazetteer ?? [])]
        : [],
      sources: known.sources,
    })
    const collection: EditorialCollection = region ? 'regional-sections' : 'career-profiles'
    const { docs } = await payload.find({
      collection,
      where: {
        and: [
          { profession: { equals: profession.id } },
          ...(region ? [{ region: { equals: region.id } }] : []),
        ],
      },
      limit: 1,
      depth: 0,
      overrideAccess: true,
      req,
    })
    const id = docs[0]?.id ?? null
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const before = id === null ? undefined : await readWorkingCopy({ collection, id, req })
    const imported = isRecord(before?.importedFrom) ? before.importedFrom.sha256 : undefined
    const isUnchanged = imported === sha256
    let writtenId = id
    if (!isUnchanged && !isDryRun) {
      const written = await writeWorkingCopy({
        payload,
        collection,
        id,
        req,
        data: {
          profession: profession.id,
          ...(region ? { region: region.id } : {}),
          kicker: mapped.kicker,
          headline: mapped.headline,
          intro: mapped.intro,
          sections: mapped.sections,
          salaryFigures: mapped.salaryFigures.map((figure) => ({ ...figure, currency: 'EUR' })),
          seo: { title: mapped.seoTitle },
        },
      })
      writtenId = written.id
      await markImported({ collection, id: written.id, file: options.file, sha256, req })
    }
    if (isDryRun) await killTransaction(req)
    else await commitTransaction(req)
    return {
      result: isUnchanged ? 'unchanged' : id === null ? 'created' : 'updated',
      collection,
      id: writtenId,
      profession: profession.name,
      region: region?.name ?? null,
      warnings: mapped.warnings,
    }
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/**
 * Remembers which bytes a working copy came from. Nobody may write that field from outside, so it is
 * written on nobody's behalf; the text is the same, so no stage changes.
 */
async function markImported(options: {
  collection: EditorialCollection
  id: string
  file: string
  sha256: string
  req: PayloadRequest
}): Promise<void> {
  const { collection, id, file, sha256, req } = options
  await req.payload.update({
    collection,
    id,
    data: { importedFrom: { file, sha256, at: new Date().toISOString() } },
    draft: true,
    depth: 0,
    overrideAccess: true,
    req,
  })
}

/** The entry that a name stands for; made when it is missing and may be made. */
async function resolve(
  recognised: Recognised,
  collection: 'professions' | 'regions',
  options: { payload: Payload; canCreateMissing: boolean },
  req: PayloadRequest,
): Promise<{ id: string; name: string }> {
  if (recognised.status === 'known') return recognised
  const { name } = recognised
  const what = collection === 'professions' ? 'Beruf' : 'Ort'
  if (recognised.status === 'ambiguous') {
    throw new PortraitTextError(1, {
      de: `${what} "${name}" ist mehrdeutig: ${recognised.names.join(', ')}.`,
      en: `"${name}" is ambiguous: ${recognised.names.join(', ')}.`,
    })
  }
  if (!options.canCreateMissing) {
    throw new PortraitTextError(1, {
      de: `${what} "${name}" ist nicht bekannt. Mit --create-missing wird er angelegt.`,
      en: `"${name}" is not known in ${collection}. With --create-missing it is made.`,
    })
  }
  const made =
    collection === 'professions'
      ? await options.payload.create({
          collection,
          data: { name, slug: '' },
          overrideAccess: true,
          req,
        })
      : await options.payload.create({
          collection,
          data: { name, slug: '', kind: 'gemeinde' },
          overrideAccess: true,
          req,
        })
  return { id: made.id, name: made.name }
}

async function loadKnown(req: PayloadRequest) {
  const all = { depth: 0, pagination: false, req } as const
  const { payload } = req
  const professions = await payload.find({
    collection: 'professions',
    overrideAccess: true,
    ...all,
  })
  const regions = await payload.find({ collection: 'regions', overrideAccess: true, ...all })
  const sources = await payload.find({ collection: 'sources', overrideAccess: true, ...all })
  return {
    professions: professions.docs.map(({ id, name, slug, forms, aliases }) => ({
      id,
      name,
      slug,
      ...forms,
      aliases: aliases ?? [],
    })),
    regions: regions.docs.map(({ id, name, slug, aliases, gazetteer }) => ({
      id,
      name,
      slug,
      aliases: aliases ?? [],
      gazetteer: gazetteer ?? [],
    })),
    sources: sources.docs.map(({ id, name, aliases }) => ({ id, name, aliases: aliases ?? [] })),
  }
}
