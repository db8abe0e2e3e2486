import { createLocalReq, type PayloadRequest } from 'payload'
import { callerLanguage } from '#access/answer.ts'
import { inTransaction } from '#database/transaction.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { isApplicationError, toErrorBody } from '#model/errors.ts'
import { inLanguage } from '#model/text.ts'
import { requirePerson, type SignedInPerson } from '#access/require-person.ts'
import { carryOut, type TransitionRequest } from './transition.ts'
import type { Stage } from '#model/stages.ts'

/** What became of one document. */
export type BulkResult =
  | { id: string; ok: true; state: Stage; digest: string }
  | ({ id: string; ok: false; status: number } & ReturnType<typeof toErrorBody>)

const unchanged = {
  de: 'Dieser Text konnte nicht geändert werden; nichts davon wurde geschrieben.',
  en: 'This document could not be changed; nothing of it was written.',
}

/** How many documents are at work at a time: each holds a connection to the database. */
const atATime = 4

/**
 * Takes one transition on many documents, each judged by itself and in a transaction of its own: what
 * is refused for one leaves the others. Results stand in the order of the ids.
 *
 * @throws NotSignedIn 401, NotAllowed 403 for sites; every other refusal is a result
 */
export async function takeTransitions(options: {
  req: PayloadRequest
  collection: EditorialCollection
  ids: readonly string[]
  expectedDigests: Readonly<Record<string, string>>
  request: TransitionRequest
}): Promise<{ done: number; refused: number; results: BulkResult[] }> {
  const { req, ids } = options
  const actor = requirePerson(req)
  const results: BulkResult[] = []
  const waiting = [...ids.entries()]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, id] = next
      results[index] = await takeOne({ ...options, actor, id })
    }
  }
  await Promise.all(Array.from({ length: Math.min(atATime, ids.length) }, work))
  const done = results.filter(({ ok }) => ok).length
  return { done, refused: results.length - done, results }
}

async function takeOne(options: {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
  actor: SignedInPerson
  expectedDigests: Readonly<Record<string, string>>
  request: TransitionRequest
}): Promise<BulkResult> {
  const { req, collection, id, actor, expectedDigests, request } = options
  // A request of its own: documents must share neither transaction nor context.
  const own = await createLocalReq(req.user ? { user: req.user } : {}, req.payload)
  own.i18n = req.i18n
  try {
    return await inTransaction(own, async () => {
      const expectedDigest = expectedDigests[id] ?? request.expectedDigest
      const { state } = await carryOut({
        req: own,
        collection,
        id,
        actor,
        ...request,
        expectedDigest,
      })
      return { id, ok: true, state: state.stage, digest: state.digest }
    })
  } catch (error) {
    if (isApplicationError(error)) {
      return { id, ok: false, status: error.status, ...toErrorBody(error, callerLanguage(req)) }
    }
    req.payload.logger.error({ err: error, document: id })
    const message = inLanguage(unchanged, callerLanguage(req))
    return { id, ok: false, status: 500, error: { code: 'internal', message } }
  }
}
