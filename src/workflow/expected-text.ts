import type { PayloadRequest } from 'payload'
import { actorOf, isPerson } from '#access/actor.ts'
import { isRecord } from '#model/documents.ts'
import { Conflict, DocumentLocked, PreconditionFailed, type ErrorDetail } from '#model/errors.ts'
import { compareTexts } from './difference/compare.ts'
import { findLockOfOther } from './locks.ts'
import { lockState, type WorkflowState } from './records.ts'
import { findTextsSince, readText } from './texts.ts'

/**
 * Before Payload reads the document that a call edits: waits for whoever is editing it, and refuses
 * the edit where the caller had another text before them than the one that is there now. The caller
 * says which by `If-Match: "<digest>"`, by `?expectedDigest=` or by the field `digest` that came with
 * the document (the admin's forms send it along).
 *
 * @throws PreconditionFailed 412 or Conflict 409, naming what changed and who changed it
 * @throws DocumentLocked 423 when an author edits what somebody else has open
 */
export async function expectText(options: {
  args: object
  collection: string
  req: PayloadRequest
}): Promise<void> {
  const { args, collection, req } = options
  const id: unknown = Reflect.get(args, 'id')
  const actor = actorOf(req)
  if (typeof id !== 'string' || (!isPerson(actor) && req.payloadAPI !== 'local')) return
  const state = await lockState(req, id)
  if (!state) return
  if (isPerson(actor) && actor.role === 'author') {
    const holder = await findLockOfOther(req, { collection, id, person: actor.id })
    if (holder) throw new DocumentLocked(holder)
  }
  const header = readIfMatch(req)
  if (header !== null && !header.includes(state.digest)) {
    const changes = await describeChanges(req, state, header[0])
    throw new PreconditionFailed(staleText, changes)
  }
  const expected = header === null ? readExpectedDigest(args, req) : null
  if (expected !== null && expected !== state.digest) {
    throw new Conflict(staleText, 'edit_conflict', await describeChanges(req, state, expected))
  }
}

/**
 * Once the document is locked: refuses to write over a text that somebody else wrote since Payload
 * read the one that is being changed.
 *
 * @throws Conflict 409 naming what changed and who changed it
 */
export async function refuseStaleText(options: {
  req: PayloadRequest
  state: WorkflowState
  read: unknown
}): Promise<void> {
  const { req, state, read } = options
  const digest: unknown = isRecord(read) ? read.digest : undefined
  if (typeof digest !== 'string' || digest === state.digest) return
  throw new Conflict(staleText, 'edit_conflict', await describeChanges(req, state, digest))
}

const staleText =
  'Somebody else has changed this text meanwhile; your change was not saved. Load it again.'

/** The digests of an If-Match header; null where there is none, or where any text will do (`*`). */
function readIfMatch(req: PayloadRequest): string[] | null {
  const header = req.headers.get('if-match')?.trim()
  if (!header || header === '*') return null
  return header.split(',').map((tag) => tag.trim().replace(/^"(.*)"$/, '$1'))
}

function readExpectedDigest(args: object, req: PayloadRequest): string | null {
  const { expectedDigest } = req.query
  if (typeof expectedDigest === 'string') return expectedDigest
  const data: unknown = Reflect.get(args, 'data')
  const digest = isRecord(data) ? data.digest : undefined
  return typeof digest === 'string' && digest !== '' ? digest : null
}

/** What has changed since a text was current, field by field, and by whom. */
async function describeChanges(
  req: PayloadRequest,
  state: WorkflowState,
  since: string | undefined,
): Promise<ErrorDetail[]> {
  const before = since === undefined ? undefined : await readText(req, state.id, since)
  const now = await readText(req, state.id, state.digest)
  if (!now) return []
  const later = before ? await findTextsSince(req, state.id, before.writtenAt) : [now]
  const names = [...new Set(later.map(({ writtenBy }) => writtenBy?.name ?? 'the importer'))]
  const by = `Changed by ${names.join(', ')} on ${now.writtenAt}.`
  if (!before) return [{ path: 'digest', reason: `${by} The text you had is not known.` }]
  const paths = compareTexts(before.content, now.content).changes.map(({ path }) => path)
  return [...new Set(paths)].map((path) => ({ path, reason: by }))
}
