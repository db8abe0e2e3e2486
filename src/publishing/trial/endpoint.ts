import type { Endpoint } from 'payload'
import * as z from 'zod'
import { answer, pathPart, readBody } from '#access/answer.ts'
import { requireAdmin } from '#access/require-admin.ts'
import { isUuid } from '#model/documents.ts'
import { DocumentNotFound } from '#model/errors.ts'
import { parseInput, storableText } from '#model/input.ts'
import { callOnTrial } from './call.ts'
import { pathOfTrial, trialRequest } from './path.ts'

const asked = z.strictObject({
  key: storableText(200).regex(/^[\x21-\x7e]+$/, 'a key has no spaces'),
  ask: trialRequest,
})

/**
 * `POST /api/sites/{id}/trial` with `{ key, ask }`: asks the delivery plane what it would answer to
 * this key, for the administration. The key is used and not kept.
 */
export const trialEndpoint = (deliveryOrigin: string): Endpoint => ({
  path: '/:id/trial',
  method: 'post',
  handler: (req) =>
    answer(req, async () => {
      requireAdmin(req, {
        de: 'Probeabrufe sind Sache der Verwaltung.',
        en: 'Trial calls belong to the administration.',
      })
      const body = (await readBody(req)) ?? {}
      const { key, ask } = parseInput(asked, body, 'This is not a valid trial call.')
      const site = pathPart(req, 'id')
      const where = { id: { equals: site } }
      if (!isUuid(site) || !(await req.payload.db.findOne({ collection: 'sites', where, req }))) {
        throw new DocumentNotFound('sites', site)
      }
      return callOnTrial({ origin: deliveryOrigin, path: pathOfTrial(ask), key })
    }),
})
