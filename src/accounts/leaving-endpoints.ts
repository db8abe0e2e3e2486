import type { Endpoint, PayloadRequest } from 'payload'
import * as z from 'zod'
import { isActive } from '#access/active.ts'
import { answer, callerLanguage, pathPart, readBody } from '#access/answer.ts'
import { requireAdmin, requireEditor } from '#access/require-admin.ts'
import { parseInput, storableText } from '#model/input.ts'
import { inLanguage } from '#model/text.ts'
import { inTransaction } from '#database/transaction.ts'
import { findCommitments } from './commitments.ts'
import { findEnding } from './held/end.ts'
import { deactivate, reactivate, type Leaving } from './leaving.ts'

const reasonSchema = z.strictObject({ reason: storableText(2000).optional() })

const commitmentsAreForEditors = {
  de: 'Was an jemandem hängt, sehen die Redaktion und die Verwaltung.',
  en: 'What rests on somebody is seen by editors and the administration.',
}

const belongsToAdmins = {
  de: 'Konten beendet und öffnet die Verwaltung.',
  en: 'Accounts are ended and opened by the administration.',
}

/**
 * `GET /api/users/{id}/commitments` names what rests on somebody, for whoever plans without them.
 * `POST /api/users/{id}/deactivate` ends the account of somebody who leaves, `POST …/reactivate` opens
 * it again, each with a reason if there is one. What ended with it or went to others is in the answer, as
 * `ended`, and what is left for others to do. `DELETE /api/users/{id}` is Payload's own, but says what became of the account.
 */
export const leavingEndpoints: Endpoint[] = [
  {
    path: '/:id/commitments',
    method: 'get',
    handler: (req) =>
      answer(req, () => {
        requireEditor(req, commitmentsAreForEditors)
        return findCommitments(req, pathPart(req, 'id'))
      }),
  },
  {
    path: '/:id/deactivate',
    method: 'post',
    handler: (req) =>
      answer(req, async () => {
        const leaving = await readLeaving(req)
        return inTransaction(req, async () => {
          const ended = await findEnding(req, leaving.id)
          await deactivate(req, leaving)
          return {
            deactivated: true,
            ended,
            commitments: await findCommitments(req, leaving.id),
          }
        })
      }),
  },
  {
    path: '/:id/reactivate',
    method: 'post',
    handler: (req) =>
      answer(req, async () => {
        await reactivate(req, await readLeaving(req))
        return { reactivated: true }
      }),
  },
  {
    path: '/:id',
    method: 'delete',
    handler: async (req) => {
      const ended = await findEnding(req, pathPart(req, 'id'))
      const doc = await req.payload.delete({
        collection: 'users',
        id: pathPart(req, 'id'),
        depth: 0,
        overrideAccess: false,
        overrideLock: false,
        req,
      })
      const language = callerLanguage(req)
      if (isActive(doc)) return Response.json({ doc, message: inLanguage(isDeleted, language) })
      const commitments = await findCommitments(req, doc.id)
      return Response.json({ doc, message: inLanguage(isKept, language), ended, commitments })
    },
  },
]

const isDeleted = { de: 'Das Konto ist gelöscht.', en: 'The account is deleted.' }
const isKept = {
  de: 'Das Konto ist deaktiviert; der Name bleibt, weil der Verlauf ihn nennt.',
  en: 'The account is deactivated; the name stays, because the record has it.',
}

async function readLeaving(req: PayloadRequest): Promise<Leaving> {
  requireAdmin(req, belongsToAdmins)
  const body = (await readBody(req)) ?? {}
  return {
    id: pathPart(req, 'id'),
    ...parseInput(reasonSchema, body, 'This is not a valid reason.'),
  }
}
