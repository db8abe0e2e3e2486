import path from 'node:path'
import type { PayloadRequest } from 'payload'
import { isRecord, relationId, type EditorialCollection } from '#model/documents.ts'
import { readWorkingCopy, writeWorkingCopy } from '#editorial/copies.ts'
import type { Pair } from './pair.ts'

/** The working copy that the CMS has for a pair, as far as the import asks. */
export interface StoredDocument {
  id: string
  digest: string | null
  author: string | null
  /** Which bytes it came from, and when. */
  importedFrom: { sha256: string | null; at: string | null }
}

/** Finds the document of a pair; null where there is none. */
export async function findStored(pair: Pair, req: PayloadRequest): Promise<StoredDocument | null> {
  const { collection, profession, region } = pair
  const { docs } = await req.payload.find({
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
  const id = docs[0]?.id
  const document = id === undefined ? undefined : await readWorkingCopy({ collection, id, req })
  if (!document) return null
  const from = isRecord(document.importedFrom) ? document.importedFrom : {}
  return {
    id: document.id,
    digest: textOf(document.digest),
    author: relationId(document.author),
    importedFrom: { sha256: textOf(from.sha256), at: textOf(from.at) },
  }
}

/** The digest of a document as its last import wrote it; null where it was never imported. */
export async function importedDigestOf(
  stored: StoredDocument,
  collection: EditorialCollection,
  req: PayloadRequest,
): Promise<string | null> {
  const { sha256, at } = stored.importedFrom
  if (sha256 === null || at === null) return null
  const { docs } = await req.payload.findVersions({
    collection,
    where: {
      and: [
        { parent: { equals: stored.id } },
        { 'version.importedFrom.sha256': { equals: sha256 } },
        { 'version.importedFrom.at': { equals: at } },
      ],
    },
    sort: 'createdAt',
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return textOf(docs[0]?.version.digest)
}

/**
 * Remembers which bytes a working copy came from. Nobody may write that field from outside, so it is
 * written on nobody's behalf; the text is the same, so no stage changes.
 */
export async function markImported(options: {
  collection: EditorialCollection
  id: string
  file: string
  sha256: string
  req: PayloadRequest
}): Promise<void> {
  const { collection, id, file, sha256, req } = options
  const importedFrom = { file: path.basename(file), sha256, at: new Date().toISOString() }
  const onNobodysBehalf: PayloadRequest = { ...req, user: null }
  await writeWorkingCopy({
    payload: req.payload,
    collection,
    id,
    data: { importedFrom },
    req: onNobodysBehalf,
  })
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
