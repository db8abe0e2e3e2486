import type { Endpoint, PayloadRequest } from 'payload'
import * as z from 'zod'
import { isActive } from '#access/active.ts'
import { answer, callerLanguage, pathPart, readBody } from '#access/answer.ts'
import { requireAdmin } from '#access/require-admin.ts'
import { parseInput, storableText } from '#model/input.ts'
import { inLanguage } from '#model/text.ts'
import { deactivate, reactivate, type Leaving } from './leaving.ts'

const reasonSchema = z.strictObject({ reason: storableText(2000).optional() })

const belongsToAdmins = {
  de: 'Konten beendet und öffnet die Verwaltung.',
  en: 'Accounts are ended and opened by the administration.',
}

/**
 * `POST /api/users/{id}/deactivate` ends the account of somebody who leaves, `POST …/reactivate` opens
 * it again, each with a reason if there is one. `DELETE /api/users/{id}` is Payload's own, but says what
 * became of the account.
 */
export const leavingEndpoints: Endpoint[] = [
  {
    path: '/:id/deactivate',
    method: 'post',
    handler: (req) =>
      answer(req, async () => {
        await deactivate(req, await readLeaving(req))
        return { deactivated: true }
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
      const doc = await req.payload.delete({
        collection: 'users',
        id: pathPart(req, 'id'),
        depth: 0,
        overrideAccess: false,
        overrideLock: false,
        req,
      })
      const message = inLanguage(isActive(doc) ? isDeleted : isKept, callerLanguage(req))
      return Response.json({ doc, message })
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
