import type { Endpoint, PayloadRequest } from 'payload'
import * as z from 'zod'
import { actorOf, isAdmin } from '#access/actor.ts'
import { answer, pathPart, queryOf, readBody } from '#access/answer.ts'
import { requireAdmin, requireEditor } from '#access/require-admin.ts'
import { ChecksBlock } from '#model/errors.ts'
import { cursorText, parseInput, storableText } from '#model/input.ts'
import { deliveryStatuses, listDeliveries, replayAll, replayDelivery } from './deliveries.ts'
import type { RecordWebhook } from './record.ts'
import { findTargetProblemNow } from './target.ts'
import {
  changeWebhook,
  listWebhooks,
  makeWebhook,
  removeWebhook,
  replaceSecret,
  type Webhook,
} from './webhooks.ts'

const address = storableText(2000)
const newWebhook = z.strictObject({ url: address })
const webhookChange = z
  .strictObject({ url: address.optional(), isActive: z.boolean().optional() })
  .refine((change) => Object.keys(change).length > 0, 'name what is to change')
const deliveriesRequest = z.strictObject({
  status: z.enum(deliveryStatuses).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: cursorText(z.tuple([z.int().min(0)])).optional(),
})

/**
 * Webhooks of a site, below `/api/sites/{id}/webhooks`: made, changed and
 * removed by the administration, their secrets replaced, dead letters sent again; they and their
 * deliveries are listed to editors as well.
 */
export function webhookEndpoints(options: {
  record: RecordWebhook
  allowsPrivate: boolean
}): Endpoint[] {
  const { record, allowsPrivate } = options
  const path = '/:id/webhooks'
  const forAdmins = (work: (req: PayloadRequest) => Promise<unknown>, status = 200) => {
    return (req: PayloadRequest) =>
      answer(
        req,
        async () => {
          requireAdmin(req, 'Webhooks belong to the administration.')
          return work(req)
        },
        status,
      )
  }
  const forEditors = (work: (req: PayloadRequest) => Promise<unknown>) => (req: PayloadRequest) =>
    answer(req, () => {
      requireEditor(req, {
        de: 'Webhooks sehen die Redaktion und die Verwaltung.',
        en: 'Webhooks are seen by editors and the administration.',
      })
      return work(req)
    })
  const requireTarget = async (url: string) => {
    const reason = await findTargetProblemNow(url, { allowsPrivate })
    if (reason !== null) {
      throw new ChecksBlock('Nothing can be sent there.', [{ path: 'url', reason }])
    }
  }
  return [
    {
      path,
      method: 'get',
      handler: forEditors(async (req) => {
        const webhooks = await listWebhooks(req, pathPart(req, 'id'))
        return { webhooks: isAdmin(actorOf(req)) ? webhooks : webhooks.map(withoutPath) }
      }),
    },
    {
      path,
      method: 'post',
      handler: forAdmins(async (req) => {
        const body = (await readBody(req)) ?? {}
        const { url } = parseInput(newWebhook, body, 'This is not a valid request for a webhook.')
        await requireTarget(url)
        return makeWebhook({ req, site: pathPart(req, 'id'), url, record })
      }, 201),
    },
    {
      path: `${path}/:hook`,
      method: 'patch',
      handler: forAdmins(async (req) => {
        const body = (await readBody(req)) ?? {}
        const change = parseInput(webhookChange, body, 'This is not a valid change of a webhook.')
        if (change.url !== undefined) await requireTarget(change.url)
        return { webhook: await changeWebhook({ ...targetOf(req), ...change, record }) }
      }),
    },
    {
      path: `${path}/:hook`,
      method: 'delete',
      handler: forAdmins(async (req) => {
        await removeWebhook({ ...targetOf(req), record })
        return { removed: true }
      }),
    },
    {
      path: `${path}/:hook/secret`,
      method: 'post',
      handler: forAdmins((req) => replaceSecret({ ...targetOf(req), record }), 201),
    },
    {
      path: `${path}/:hook/deliveries`,
      method: 'get',
      handler: forEditors((req) => {
        const refusal = 'These are not valid parameters for listing deliveries.'
        const { cursor, ...asked } = parseInput(deliveriesRequest, queryOf(req), refusal)
        return listDeliveries({ ...targetOf(req), ...asked, after: cursor?.[0] })
      }),
    },
    {
      path: `${path}/:hook/deliveries/:delivery/replay`,
      method: 'post',
      handler: forAdmins(async (req) => ({
        delivery: await replayDelivery({ ...targetOf(req), delivery: pathPart(req, 'delivery') }),
      })),
    },
    {
      path: `${path}/:hook/replay`,
      method: 'post',
      handler: forAdmins(async (req) => ({ replayed: await replayAll(targetOf(req)) })),
    },
  ]
}

/** The path of a receiver often is its password. */
function withoutPath(webhook: Webhook): Webhook {
  return { ...webhook, url: new URL(webhook.url).origin }
}

function targetOf(req: PayloadRequest): { req: PayloadRequest; site: string; webhook: string } {
  return { req, site: pathPart(req, 'id'), webhook: pathPart(req, 'hook') }
}
