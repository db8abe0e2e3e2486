import type { PayloadRequest } from 'payload'
import { actorOf, isPerson } from '#access/actor.ts'
import { formatBerlin } from '#model/berlin-time.ts'
import { isRecord } from '#model/documents.ts'
import { Conflict, DocumentLocked, PreconditionFailed, type ErrorDetail } from '#model/errors.ts'
import { inLanguage, type BilingualText } from '#model/text.ts'
import { compareTexts } from '#portrait/difference/in-thread.ts'
import { findLockOfOther } from './locks.ts'
import { lockState, type WorkflowState } from './state.ts'
import { findTextsSince, readText } from './texts-by-digest.ts'

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
    const { message, details } = await describeConflict(req, state, header[0])
    throw new PreconditionFailed(message, details)
  }
  const expected = header === null ? readExpectedDigest(args, req) : null
  if (expected !== null && expected !== state.digest) throw await conflict(req, state, expected)
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
  throw await conflict(req, state, digest)
}

/** The digests of an If-Match header; null where there is none, or where any text will do (`*`). */
function readIfMatch(req: PayloadRequest): string[] | null {
  const header = req.headers.get('if-match')?.trim()
  if (!header || header === '*') return null
  return header.split(',').map((tag) => tag.trim().replace(/^(?:W\/)?"(.*)"$/, '$1'))
}

function readExpectedDigest(args: object, req: PayloadRequest): string | null {
  const { expectedDigest } = req.query
  if (typeof expectedDigest === 'string') return expectedDigest
  const data: unknown = Reflect.get(args, 'data')
  const digest = isRecord(data) ? data.digest : undefined
  return typeof digest === 'string' && digest !== '' ? digest : null
}

async function conflict(
  req: PayloadRequest,
  state: WorkflowState,
  since: string,
): Promise<Conflict> {
  const { message, details } = await describeConflict(req, state, since)
  return new Conflict(message, 'edit_conflict', details)
}

/** What has changed since a text was current, field by field, and by whom; in the caller's language. */
async function describeConflict(
  req: PayloadRequest,
  state: WorkflowState,
  since: string | undefined,
): Promise<{ message: string; details: ErrorDetail[] }> {
  const before = since === undefined ? undefined : await readText(req, state.id, since)
  const now = await readText(req, state.id, state.digest)
  const later = before ? await findTextsSince(req, state.id, before.writtenAt) : now ? [now] : []
  const names = [...new Set(later.flatMap(({ writtenBy }) => writtenBy?.name ?? []))].join(', ')
  const at = now ? new Date(now.writtenAt) : new Date()
  const changes = before && now ? (await compareTexts(before.content, now.content)).changes : []
  const paths = [...new Set(changes.map(({ path }) => path))]
  const say = (text: BilingualText) => inLanguage(text, req.i18n.language)
  const reason = say({
    de: `Geändert von ${names || 'jemandem'}, ${formatBerlin(at, 'de')}.`,
    en: `Changed by ${names || 'somebody'}, ${formatBerlin(at, 'en')}.`,
  })
  const what = paths.length > 0 ? ` (${paths.join(', ')})` : ''
  return {
    message: say({
      de: `${names || 'Jemand'} hat den Text inzwischen geändert${what}. Ihre Änderung ist nicht gespeichert: bitte die Seite neu laden.`,
      en: `${names || 'Somebody'} has changed this text meanwhile${what}. Your change was not saved: please load it again.`,
    }),
    details: (paths.length > 0 ? paths : ['digest']).map((path) => ({ path, reason })),
  }
}
