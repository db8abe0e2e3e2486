import { createHash } from 'node:crypto'
import {
  commitTransaction,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
  type TypedUser,
} from 'payload'
import type { EditorialCollection } from '#model/documents.ts'
import type { Language } from '#model/text.ts'
import { writeWorkingCopy } from '#editorial/copies.ts'
import { findStored, importedDigestOf, markImported, type StoredDocument } from './documents.ts'
import { loadKnownNames } from './known-names.ts'
import type { MappedPortrait } from '../reading/map.ts'
import { describePair, keyOf, recognisePair, resolvePair, type Pair } from './pair.ts'
import { describeFound, type FoundContent } from './found.ts'
import { explainRefusal } from './refusal.ts'
import { makeRequest } from '../run/request.ts'
import { demandFirst, remember, startRun, type ImportRun } from '../run/import-run.ts'
import { recordOutcome, takeUpRun } from '../run/record.ts'
import { mapRead, readPortrait } from '../reading/read.ts'
import { editsReplaced, type ImportWarning } from '../reading/warnings.ts'

/** What became of one file. */
export interface ImportedFile {
  result: 'created' | 'updated' | 'unchanged'
  collection: EditorialCollection
  /** null after a dry run that would have made the document. */
  id: string | null
  profession: string
  region: string | null
  /** The ids of the two: the same for every file on this pair. */
  pair: string
  /** The names of the entries that were made for it. */
  made: { profession?: string; region?: string }
  /** Of the bytes. */
  sha256: string
  sections: number
  figures: number
  /** How many of the figures name no source that the CMS knows. */
  unsourced: number
  /** What an editor should look at; none where nothing changed. */
  warnings: ImportWarning[]
  /** What was recognised. It is shown, and not kept: the text is. */
  found: FoundContent
}

interface Options {
  payload: Payload
  user: TypedUser | undefined
  /** The path of the file, as the user named it. */
  file: string
  bytes: Uint8Array
  canCreateMissing: boolean
  /** Does all of it and takes it back. */
  isDryRun: boolean
  /** What the files of one run share; a file of its own where it is left out. */
  run?: ImportRun
  /** In which Payload tells what it refuses; English where it is left out. */
  language?: Language
}

/**
 * Imports one file as a working copy, in one transaction: all of it or nothing. The same bytes again
 * change nothing; changed bytes make a new working copy and leave what is live alone.
 *
 * @throws PortraitTextError with line and reason; NotAllowed where the user may not write the text,
 *   Conflict where it is archived
 */
export async function importPortrait(options: Options): Promise<ImportedFile> {
  const { payload, user, file, bytes, isDryRun, run = startRun(), language = 'en' } = options
  const portrait = await readPortrait(bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const req = await makeRequest(payload, user, language)
  await initTransaction(req)
  try {
    if (!isDryRun) await takeUpRun(req, run)
    run.known ??= await loadKnownNames(req)
    const { regions, sources } = run.known
    const recognised = recognisePair(portrait, run.known)
    demandFirst(run, {
      key: keyOf(recognised),
      name: describePair(recognised),
      line: portrait.topLine,
      source: { file, sha256 },
    })
    const pair = await resolvePair(recognised, { ...options, line: portrait.topLine }, req)
    const place = regions.find(({ id }) => id === pair.region?.id)
    const input = {
      portrait,
      placeNames: pair.region
        ? [pair.region.name, ...(place?.aliases ?? []), ...(place?.gazetteer ?? [])]
        : [],
      sources,
    }
    const mapped = await mapRead(input, bytes.length)
    const written = await writeMapped({ mapped, pair, options, sha256, req })
    const imported: ImportedFile = {
      ...written,
      collection: pair.collection,
      profession: pair.profession.name,
      region: pair.region?.name ?? null,
      pair: idsOf(pair),
      made: namesOf(pair.made),
      sha256,
      sections: mapped.sections.length,
      figures: mapped.salaryFigures.length,
      unsourced: mapped.salaryFigures.filter(({ source }) => source === null).length,
      found: describeFound(mapped),
    }
    if (isDryRun) {
      await killTransaction(req)
    } else {
      await recordOutcome(req, run, { file, result: imported.result, imported })
      await commitTransaction(req)
    }
    remember(run, {
      source: { file, sha256 },
      keys: [keyOf(recognised), idsOf(pair)],
      made: isDryRun ? {} : pair.made,
    })
    return imported
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

async function writeMapped(context: {
  mapped: MappedPortrait
  pair: Pair
  options: Options
  sha256: string
  req: PayloadRequest
}): Promise<Pick<ImportedFile, 'result' | 'id' | 'warnings'>> {
  const { mapped, pair, options, sha256, req } = context
  const { payload, user, file, isDryRun } = options
  const { collection } = pair
  const stored = await findStored(pair, req)
  if (stored?.importedFrom.sha256 === sha256) {
    return { result: 'unchanged', id: stored.id, warnings: [] }
  }
  const hasEdits = stored !== null && (await wasEdited(stored, collection, req))
  let id: string
  try {
    const data = { ...toData(mapped), profession: pair.profession.id, ...regionOf(pair) }
    id = (await writeWorkingCopy({ payload, collection, id: stored?.id ?? null, data, req })).id
  } catch (error) {
    throw await explainRefusal(error, { payload, user, stored, collection })
  }
  await markImported({ collection, id, file, sha256, req })
  return {
    result: stored === null ? 'created' : 'updated',
    id: stored === null && isDryRun ? null : id,
    warnings: [...(hasEdits ? [editsReplaced] : []), ...mapped.warnings],
  }
}

/** Says whether people changed a text after it was imported. */
async function wasEdited(
  stored: StoredDocument,
  collection: EditorialCollection,
  req: PayloadRequest,
): Promise<boolean> {
  const digest = await importedDigestOf(stored, collection, req)
  return digest !== null && digest !== stored.digest
}

function toData(mapped: MappedPortrait): Record<string, unknown> {
  const { kicker, headline, intro, sections, salaryFigures, seoTitle } = mapped
  return {
    kicker,
    headline,
    intro,
    sections,
    salaryFigures: salaryFigures.map((figure) => ({ ...figure, currency: 'EUR' })),
    seo: { title: seoTitle },
  }
}

function regionOf({ region }: Pair): { region?: string } {
  return region ? { region: region.id } : {}
}

function namesOf({ profession, region }: Pair['made']): ImportedFile['made'] {
  return {
    ...(profession ? { profession: profession.name } : {}),
    ...(region ? { region: region.name } : {}),
  }
}

function idsOf({ profession, region }: Pair): string {
  return [profession.id, region?.id ?? ''].join(' ')
}
