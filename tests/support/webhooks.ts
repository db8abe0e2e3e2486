import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { sendDueDeliveries } from '#publishing/webhooks/send.ts'
import { recordWebhook } from '#accounts/site-events.ts'
import { startProduct, type Product, type SignedIn } from './product.ts'
import { startWebhookReceiver, type WebhookReceiver } from './webhook-receiver.ts'

/** A webhook of a site, and the secret that its messages are signed with. */
export interface Hook {
  site: string
  id: string
  path: string
  secret: string
}

/** What an entry of the feed says; what is left out is of no matter to the test. */
export interface NewRelease {
  document?: string
  profession?: string
  region?: string | null
  digest?: string | null
  sites?: string[] | null
  sitesBefore?: string[] | null
}

/** A product, a receiver and an administrator for the tests of one file, and what they do with webhooks. */
export function useWebhooks() {
  let product: Product
  let receiver: WebhookReceiver
  let admin: SignedIn

  beforeAll(async () => {
    receiver = await startWebhookReceiver()
    product = await startProduct()
    admin = await product.signIn('admin')
  })
  afterAll(async () => {
    await product.close()
    await receiver.close()
  })
  beforeEach(async () => {
    // What earlier tests left is none of the next one's business.
    await product.sql.query('DELETE FROM webhooks')
    receiver.received.length = 0
  })
  afterEach(() => {
    receiver.respond = undefined
  })

  const send = (options: { after?: number; allowsPrivate?: boolean; timeout?: number } = {}) => {
    // As long as the product waits: a test that shares its machine may not be scheduled for two seconds.
    const { after = 0, allowsPrivate = true, timeout = 10_000 } = options
    const now = () => new Date(Date.now() + after)
    return sendDueDeliveries(product.payload, {
      allowsPrivate,
      record: recordWebhook,
      now,
      timeout,
    })
  }

  const makeSite = async (scope: { regions?: string[]; professions?: string[] } = {}) => {
    const data = { name: `Site ${randomUUID()}`, ...scope }
    const site = await product.payload.create({ collection: 'sites', data, overrideAccess: true })
    return site.id
  }

  /** A webhook by the API, led to the receiver below it: the API refuses addresses on loopback. */
  const makeHook = async (site?: string, url?: string): Promise<Hook> => {
    const of = site ?? (await makeSite())
    const body = { url: 'https://example.org/hook' }
    const made = await product.call('POST', `/sites/${of}/webhooks`, { ...admin, body })
    expect(made.status).toBe(201)
    const id = String(made.get('webhook.id'))
    await product.sql.query('UPDATE webhooks SET url = $2 WHERE id = $1', [
      id,
      url ?? `${receiver.origin}/${id}`,
    ])
    const path = `/sites/${of}/webhooks/${id}`
    return { site: of, id, path, secret: String(made.get('secret')) }
  }

  const insert = async (release: NewRelease = {}, connection?: Product['sql']) => {
    const {
      document = randomUUID(),
      profession = randomUUID(),
      region = null,
      digest = 'd'.repeat(64),
      sites = [],
      sitesBefore = null,
    } = release
    await (connection ?? product.sql).query(
      `INSERT INTO delivery.releases
         (document, collection, profession, region, profession_slug, region_slug, digest, sites,
          sites_before, reason)
       VALUES ($1, 'regional-sections', $2, $3, 'tischlerin', $4, $5, $6, $7, 'text')`,
      [document, profession, region, region ? 'ort' : '', digest, sites, sitesBefore],
    )
    return document
  }

  const rowsOf = async ({ id }: Hook) =>
    (
      await product.sql.query<{
        id: string
        event: string
        status: string
        attempts: number
        last_status: number | null
        last_error: string | null
      }>('SELECT * FROM webhook_deliveries WHERE webhook = $1 ORDER BY sequence', [id])
    ).rows
  const receivedBy = ({ id }: Hook) => receiver.received.filter(({ path }) => path === `/${id}`)
  /** What waits is due now. */
  const makeDue = () =>
    product.sql.query(
      `UPDATE webhook_deliveries SET next_attempt_at = now() - interval '1 s' WHERE status = 'pending'`,
    )
  const get = (path: string, by?: { authorization?: string }) =>
    product.call('GET', path, by ?? admin)
  const post = (path: string, body: unknown = {}, by?: { authorization?: string }) =>
    product.call('POST', path, { ...(by ?? admin), body })
  const answerWith = (...statuses: number[]) => {
    receiver.respond = (_, response) => {
      response.writeHead(statuses.shift() ?? 204).end()
    }
  }
  const auditOf = async (site: string) =>
    (
      await product.sql.query<{ transition: string; actor: string | null; data: unknown }>(
        `SELECT transition, actor, data FROM workflow_events
         WHERE document = $1 AND transition LIKE '%Webhook%' ORDER BY sequence`,
        [site],
      )
    ).rows

  return {
    get product() {
      return product
    },
    get receiver() {
      return receiver
    },
    get admin() {
      return admin
    },
    send,
    makeSite,
    makeHook,
    insert,
    rowsOf,
    receivedBy,
    makeDue,
    get,
    post,
    answerWith,
    auditOf,
  }
}
