import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import { isRecord, type EditorialCollection } from '#model/documents.ts'
import type { RegionalSection } from '#payload-types'
import { digestFor } from '#portrait/digest.ts'
import { issuePermit } from './permit.ts'

// The one place where Payload's `draft` argument and `_status` field are spoken of: everything else
// speaks of working copies and live copies.

/**
 * An editorial document as plain data, relations as ids. Its head has the types that Payload gives it; a
 * field of its text is `unknown` until its kind reads it, since kept texts are older than the code.
 */
export type EditorialDocument = Readonly<Record<string, unknown>> &
  Pick<RegionalSection, 'id'> &
  Partial<
    Pick<RegionalSection, 'profession' | 'region' | 'author' | 'sites' | 'digest' | '_status'>
  >

/** The filter that picks live copies. */
export const onlyLive: Where = { _status: { equals: 'published' } }

/** Payload's settings for a collection of working copies and live copies. Nothing is pruned. */
export const versionsWithDrafts = {
  drafts: { autosave: { interval: 800 }, schedulePublish: false, validate: false },
  maxPerDoc: 0,
} as const

/** Turns whatever a caller asked for into a write of the working copy. Refusals are the guard's. */
export function forceWorkingCopy<TArgs extends object>(args: TArgs): TArgs {
  const data: unknown = Reflect.get(args, 'data')
  const content = isRecord(data)
    ? Object.fromEntries(Object.entries(data).filter(([key]) => key !== '_status'))
    : data
  return {
    ...args,
    data: content,
    draft: true,
    publishAllLocales: undefined,
    publishSpecificLocale: undefined,
    unpublishAllLocales: undefined,
  }
}

/** Turns a read into a read of live copies. */
export function forceLiveCopy<TArgs extends object>(args: TArgs): TArgs {
  return { ...args, draft: false }
}

/** Says whether data to be written asks to be live. */
export function asksToBeLive(data: unknown): boolean {
  return isRecord(data) && data._status === 'published'
}

/** Says whether a call asks for a publication by one of Payload's own flags. */
export function asksToPublishNatively(args: object): boolean {
  return (
    asksToBeLive(Reflect.get(args, 'data')) ||
    Boolean(Reflect.get(args, 'publishSpecificLocale')) ||
    isOn(Reflect.get(args, 'publishAllLocales')) ||
    isOn(Reflect.get(args, 'unpublishAllLocales'))
  )
}

/** Says whether a call writes the working copy only. */
export function isWorkingCopyCall(args: object): boolean {
  return isOn(Reflect.get(args, 'draft'))
}

/** Marks data as a working copy's. */
export function asWorkingCopy<TData extends object>(data: TData): TData {
  return { ...data, _status: 'draft' }
}

/** Reads the working copy, past all access. undefined when there is no such document. */
export async function readWorkingCopy(options: {
  collection: EditorialCollection
  id: string
  req: PayloadRequest
}): Promise<EditorialDocument | undefined> {
  const { collection, id, req } = options
  const document: unknown = await req.payload.findByID({
    collection,
    id,
    draft: true,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
    disableErrors: true,
    req,
  })
  return isDocument(document) ? document : undefined
}

/** Says whether the caller may read a document's working copy, by the collection's own access. */
export async function isReadable(options: {
  collection: EditorialCollection
  id: string
  req: PayloadRequest
}): Promise<boolean> {
  const { collection, id, req } = options
  const document: unknown = await req.payload.findByID({
    collection,
    id,
    draft: true,
    depth: 0,
    select: {},
    overrideAccess: false,
    disableErrors: true,
    req,
  })
  return document !== null
}

/** Reads the live copy, past all hooks and access. undefined when nothing is live. */
export async function readLiveCopy(options: {
  collection: CollectionSlug
  id: string
  req: PayloadRequest
}): Promise<EditorialDocument | undefined> {
  return readRow(options, [onlyLive])
}

/** Reads Payload's own row of a document, whatever it holds, past all hooks and access. */
export async function readMainRow(options: {
  collection: EditorialCollection
  id: string
  req: PayloadRequest
}): Promise<EditorialDocument | undefined> {
  return readRow(options, [])
}

async function readRow(
  { collection, id, req }: { collection: CollectionSlug; id: string; req: PayloadRequest },
  conditions: readonly Where[],
): Promise<EditorialDocument | undefined> {
  const document: unknown = await req.payload.db.findOne({
    collection,
    where: { and: [{ id: { equals: id } }, ...conditions] },
    req,
  })
  return isDocument(document) ? document : undefined
}

/** Makes a working copy the live copy. Payload validates every field of it. */
export async function writeLiveCopy(options: {
  collection: EditorialCollection
  document: EditorialDocument
  digest: string
  req: PayloadRequest
}): Promise<void> {
  const { collection, document, digest, req } = options
  await req.payload.update({
    collection,
    id: document.id,
    data: { ...contentOf(document), _status: 'published' },
    draft: false,
    depth: 0,
    overrideAccess: true,
    context: issuePermit({ action: 'publish', collection, id: document.id, digest }),
    req,
  })
}

/**
 * Takes the live copy away and keeps the working copy as it is. No validation: an unfinished working
 * copy must not keep a text on the net. The main row changes below Payload's hooks, where the
 * trigger demands the event; then the working copy is saved again, so that it is the latest version.
 */
export async function removeLiveCopy(options: WorkingRow): Promise<void> {
  await writeMainRow(options, {})
}

/**
 * Puts the working copy in the place of what Payload's own row holds of a document of which nothing is live: the
 * first draft, or what was live last.
 */
export async function overwriteMainRow(options: WorkingRow): Promise<void> {
  await writeMainRow(options, contentOf(options.working))
}

interface WorkingRow {
  collection: EditorialCollection
  working: EditorialDocument
  req: PayloadRequest
}

/** Writes Payload's own row, of which nothing is live from then on; then the working copy is the latest version again. */
async function writeMainRow(options: WorkingRow, data: Record<string, unknown>): Promise<void> {
  const { collection, working, req } = options
  await req.payload.db.updateOne({
    collection,
    id: working.id,
    data: { ...data, _status: 'draft' },
    req,
    returning: false,
  })
  await keepWorkingCopy(options)
}

/**
 * Saves a working copy as it is: after a write of the main row it is the latest version again. Nothing of
 * it changes, and nothing of it is validated.
 */
export async function keepWorkingCopy(options: WorkingRow): Promise<void> {
  const { collection, working, req } = options
  const digest = digestOfCopy(working)
  await req.payload.update({
    collection,
    id: working.id,
    data: contentOf(working),
    draft: true,
    depth: 0,
    overrideAccess: true,
    context: issuePermit({ action: 'keep', collection, id: working.id, digest }),
    req,
  })
}

/** The digest of a copy that was read: the one that it carries, as long as it is that of its text. */
export function digestOfCopy(copy: EditorialDocument): string {
  return digestFor(copy, typeof copy.digest === 'string' ? [copy.digest] : [])
}

/** Writes a working copy on behalf of somebody. Access is checked where there is a user. */
export async function writeWorkingCopy(options: {
  payload: Payload
  collection: EditorialCollection
  id: string | null
  data: Record<string, unknown>
  req: PayloadRequest
}): Promise<EditorialDocument> {
  const { payload, collection, id, data, req } = options
  const overrideAccess = !req.user
  const written: unknown =
    id === null
      ? await payload.create({
          collection,
          data,
          draft: true,
          depth: 0,
          overrideAccess,
          req,
        })
      : await payload.update({ collection, id, data, draft: true, depth: 0, overrideAccess, req })
  if (!isDocument(written)) throw new Error(`Payload returned no document for ${collection}.`)
  return written
}

/** The fields of a document without Payload's bookkeeping. */
export function contentOf(document: EditorialDocument): Record<string, unknown> {
  const bookkeeping = new Set(['id', 'createdAt', 'updatedAt', '_status'])
  return Object.fromEntries(Object.entries(document).filter(([key]) => !bookkeeping.has(key)))
}

function isDocument(value: unknown): value is EditorialDocument {
  return isRecord(value) && typeof value.id === 'string'
}

function isOn(value: unknown): boolean {
  return value === true || value === 'true'
}
