import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { createLocalReq } from 'payload'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { claimDeliveries, forgetOldDeliveries } from '#publishing/webhooks/outbox.ts'
import { sendDueDeliveries } from '#publishing/webhooks/send.ts'
import { makePair } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { startWebhookReceiver, type WebhookReceiver } from '#support/webhook-receiver.ts'
import { recordWebhook } from '#workflow/audit/accounts.ts'

const hour = 3_600_000

interface Hook {
  site: string
  id: string
  path: string
  secret: string
}

describe('webhooks', () => {
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
    const { after = 0, allowsPrivate = true, timeout = 2000 } = options
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

  interface NewRelease {
    document?: string
    profession?: string
    region?: string | null
    digest?: string | null
    sites?: string[] | null
    sitesBefore?: string[] | null
  }

  const insert = async (release: NewRelease = {}, connection = product.sql) => {
    const {
      document = randomUUID(),
      profession = randomUUID(),
      region = null,
      digest = 'd'.repeat(64),
      sites = [],
      sitesBefore = null,
    } = release
    await connection.query(
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
  const get = (path: string, by: { authorization?: string } = admin) =>
    product.call('GET', path, by)
  const post = (path: string, body: unknown = {}, by: { authorization?: string } = admin) =>
    product.call('POST', path, { ...by, body })
  const answerWith = (...statuses: number[]) => {
    receiver.respond = (_, response) => {
      response.writeHead(statuses.shift() ?? 204).end()
    }
  }
  const auditOf = async (site: string) =>
    (
      await product.sql.query<{ transition: string; actor: string | null; data: unknown }>(
        `SELECT transition, actor, data FROM workflow_events
         WHERE document = $1 AND kind = 'setting' ORDER BY sequence`,
        [site],
      )
    ).rows

  describe('in the outbox', () => {
    it('appear with the release, and not at all when it is rolled back', async () => {
      const hook = await makeHook()
      await product.sql.query('BEGIN')
      await insert()
      expect(await rowsOf(hook)).toHaveLength(1)
      await product.sql.query('ROLLBACK')
      expect(await rowsOf(hook)).toHaveLength(0)
      expect(await send()).toBe(0)
      await insert()
      expect(await rowsOf(hook)).toMatchObject([{ status: 'pending', attempts: 0 }])
    })

    it('say what happened as each site sees it', async () => {
      const one = await makeHook()
      const other = await makeHook()
      await insert({ sites: [], sitesBefore: null })
      await insert({ sites: [one.site], sitesBefore: [] })
      await insert({ sites: [other.site], sitesBefore: [one.site] })
      await insert({ digest: null, sites: null, sitesBefore: [other.site] })
      await insert({ sites: [randomUUID()], sitesBefore: null })
      const eventsOf = async (hook: Hook) => (await rowsOf(hook)).map(({ event }) => event)
      expect(await eventsOf(one)).toEqual(['published', 'updated', 'removed'])
      expect(await eventsOf(other)).toEqual(['published', 'removed', 'published', 'removed'])
      await send()
      const [, , removed] = receivedBy(one)
      expect(removed?.type).toBe('portrait.removed')
      expect(removed?.text).not.toContain('dddd')
    })

    it('are for sites whose regions and professions they are of', async () => {
      const inside = await makePair(product)
      const outside = await makePair(product)
      const land = await makePair(product)
      await product.payload.update({
        collection: 'regions',
        id: inside.region,
        data: { parent: land.region },
        overrideAccess: true,
      })
      const byRegion = await makeHook(await makeSite({ regions: [land.region] }))
      const byProfession = await makeHook(await makeSite({ professions: [inside.profession] }))
      const byBoth = await makeHook(
        await makeSite({ regions: [land.region], professions: [inside.profession] }),
      )
      const all = await makeHook()
      await insert({ profession: inside.profession, region: inside.region })
      await insert({ profession: inside.profession, region: outside.region })
      await insert({ profession: outside.profession, region: inside.region })
      await insert({ profession: outside.profession, region: null })
      await insert({ profession: inside.profession, region: null })
      const count = async (hook: Hook) => (await rowsOf(hook)).length
      expect(await count(byRegion)).toBe(4)
      expect(await count(byProfession)).toBe(3)
      expect(await count(byBoth)).toBe(2)
      expect(await count(all)).toBe(5)
    })

    it('are none for a webhook that is switched off', async () => {
      const hook = await makeHook()
      await insert()
      await product.call('PATCH', hook.path, { ...admin, body: { isActive: false } })
      await insert()
      expect(await rowsOf(hook)).toHaveLength(1)
      expect(await send()).toBe(0)
      await product.call('PATCH', hook.path, { ...admin, body: { isActive: true } })
      expect(await send()).toBe(1)
    })

    it('are forgotten 30 days after they were delivered; dead letters are not', async () => {
      const hook = await makeHook()
      for (const [status, days] of [
        ['delivered', 31],
        ['delivered', 29],
        ['dead', 31],
        ['pending', 31],
      ] as const) {
        const document = await insert()
        await product.sql.query(
          `UPDATE webhook_deliveries SET status = $2, settled_at = now() - make_interval(days => $3)
           WHERE document = $1`,
          [document, status, days],
        )
      }
      await forgetOldDeliveries(await createLocalReq({}, product.payload), 30)
      expect((await rowsOf(hook)).map(({ status }) => status)).toEqual([
        'delivered',
        'dead',
        'pending',
      ])
    })
  })

  describe('are sent', () => {
    it('signed, so that the receiver knows them', async () => {
      const hook = await makeHook()
      const region = randomUUID()
      const profession = randomUUID()
      const document = await insert({ profession, region })
      expect(await send()).toBe(1)
      const [message] = receivedBy(hook)
      const [row] = await rowsOf(hook)
      const headers = message?.headers as Record<string, string>
      expect(new Webhook(hook.secret).verify(message?.text ?? '', headers)).toEqual({
        type: 'portrait.published',
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
        data: {
          id: document,
          collection: 'regional-sections',
          profession: 'tischlerin',
          region: 'ort',
          digest: 'd'.repeat(64),
          reason: 'text',
          position: expect.any(Number) as number,
          surrogateKeys: [`document:${document}`, `profession:${profession}`, `region:${region}`],
        },
      })
      expect(headers).toMatchObject({
        'content-type': 'application/json',
        'webhook-id': row?.id,
      })
      expect(row).toMatchObject({ status: 'delivered', attempts: 1, last_status: 204 })
      expect(await send()).toBe(0)
    })

    it('again after a failure, as the same message, until they are received', async () => {
      const hook = await makeHook()
      await insert()
      answerWith(500, 404)
      expect(await send()).toBe(0)
      expect(await rowsOf(hook)).toMatchObject([
        { status: 'pending', attempts: 1, last_status: 500, last_error: 'HTTP 500' },
      ])
      expect(await send()).toBe(0)
      expect(receivedBy(hook)).toHaveLength(1)
      await makeDue()
      await send()
      await makeDue()
      expect(await send()).toBe(1)
      expect(await rowsOf(hook)).toMatchObject([
        { status: 'delivered', attempts: 3, last_error: null },
      ])
      const sent = receivedBy(hook)
      expect(sent).toHaveLength(3)
      expect(new Set(sent.map(({ text }) => text)).size).toBe(1)
      expect(new Set(sent.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    })

    it('again after silence', async () => {
      const hook = await makeHook()
      await insert()
      receiver.respond = () => undefined
      expect(await send({ timeout: 200 })).toBe(0)
      expect(await rowsOf(hook)).toMatchObject([
        { status: 'pending', last_status: null, last_error: 'No answer within 0.2 s.' },
      ])
    })

    it('without a look at what the receiver says, however long it is', async () => {
      const hook = await makeHook()
      await insert()
      let isCutOff = false
      receiver.respond = (_, response) => {
        response.on('close', () => {
          isCutOff = true
        })
        const pour = () => {
          if (isCutOff) return
          response.write(Buffer.alloc(65_536), () => setTimeout(pour, 5))
        }
        response.writeHead(200)
        pour()
      }
      expect(await send({ timeout: 20_000 })).toBe(1)
      expect(await rowsOf(hook)).toMatchObject([{ status: 'delivered' }])
      await expect.poll(() => isCutOff, { timeout: 2000 }).toBe(true)
    })

    it('to nowhere else: a redirect is a failure', async () => {
      const target = await makeHook()
      const hook = await makeHook()
      await product.sql.query('UPDATE webhooks SET is_active = false WHERE id = $1', [target.id])
      await insert()
      receiver.respond = (_, response) => {
        response.writeHead(307, { location: `${receiver.origin}/${target.id}` }).end()
      }
      expect(await send()).toBe(0)
      expect(receivedBy(target)).toEqual([])
      expect(await rowsOf(hook)).toMatchObject([{ status: 'pending', last_status: 307 }])
    })

    it('in the order of the feed for each document, and side by side for others', async () => {
      const hook = await makeHook()
      const document = await insert()
      await insert({ document, sitesBefore: [] })
      await insert({ document, sitesBefore: [] })
      const other = await insert()
      answerWith(500, 500)
      await send()
      // The first of each document has failed; nothing overtakes it.
      expect(receivedBy(hook)).toHaveLength(2)
      expect(
        receivedBy(hook)
          .map((message) => message.document)
          .sort(),
      ).toEqual([document, other].sort())
      await makeDue()
      await send()
      const positions = receivedBy(hook)
        .filter((message) => message.document === document)
        .map(({ position }) => position)
      expect(positions).toHaveLength(4)
      expect(positions).toEqual([...positions].sort((a, b) => a - b))
      expect((await rowsOf(hook)).every(({ status }) => status === 'delivered')).toBe(true)
    })

    it('after the one before it, and at once when that one is settled', async () => {
      const hook = await makeHook()
      const document = await insert()
      await insert({ document, sitesBefore: [] })
      const other = await insert()
      answerWith(500, 500)
      await send()
      const waiting = async () =>
        (
          await product.sql.query<{ seconds: number }>(
            `SELECT extract(epoch FROM next_attempt_at - now())::float AS seconds
             FROM webhook_deliveries WHERE webhook = $1 AND document <> $2 ORDER BY sequence`,
            [hook.id, other],
          )
        ).rows.map(({ seconds }) => seconds)
      const [first = 0, second = 0] = await waiting()
      expect(first).toBeGreaterThan(1)
      expect(second).toBe(first)
      await product.sql.query(
        `UPDATE webhook_deliveries SET next_attempt_at = now() - interval '1 s' WHERE attempts = 1`,
      )
      await send()
      expect(receivedBy(hook).map(({ type }) => type)).toHaveLength(5)
      expect((await rowsOf(hook)).every(({ status }) => status === 'delivered')).toBe(true)
    })

    it('in the order of commits, where what was written first is committed last', async () => {
      const hook = await makeHook()
      const document = randomUUID()
      const other = await product.connect()
      try {
        await other.query('BEGIN')
        await insert({ document }, other)
        await insert({ document, sitesBefore: [] })
        await other.query('COMMIT')
      } finally {
        await other.end()
      }
      await send()
      expect(receivedBy(hook).map(({ type }) => type)).toEqual([
        'portrait.updated',
        'portrait.published',
      ])
      const positions = receivedBy(hook).map(({ position }) => position)
      expect(positions).toEqual([...positions].sort((a, b) => a - b))
    })

    it('to one webhook whatever another has not received yet', async () => {
      const [failing, working] = [await makeHook(), await makeHook()]
      const document = await insert()
      await insert({ document, sitesBefore: [] })
      receiver.respond = ({ path }, response) => {
        response.writeHead(path === `/${failing.id}` ? 500 : 204).end()
      }
      await send()
      expect(receivedBy(working)).toHaveLength(2)
      expect(receivedBy(failing)).toHaveLength(1)
    })

    it('without a wait for what somebody else holds', async () => {
      const hook = await makeHook()
      await insert()
      await insert()
      const other = await product.connect()
      try {
        await other.query('BEGIN')
        await other.query(
          'SELECT id FROM webhook_deliveries WHERE webhook = $1 ORDER BY sequence LIMIT 1 FOR UPDATE',
          [hook.id],
        )
        await expect(Promise.race([send(), wait(5000, 'stuck')])).resolves.toBe(1)
      } finally {
        await other.end()
      }
      expect(await send()).toBe(1)
    })

    it('once, when several workers send at the same time', async () => {
      const hook = await makeHook()
      for (let index = 0; index < 20; index += 1) await insert()
      const sent = await Promise.all([send(), send(), send()])
      expect(sent.reduce((sum, count) => sum + count)).toBe(20)
      expect(receivedBy(hook)).toHaveLength(20)
    })

    it('not twice while another worker has them, and again when that one is gone', async () => {
      const hook = await makeHook()
      await insert()
      await product.sql.query(
        `UPDATE webhook_deliveries SET attempts = 1, claimed_until = now() + interval '1 min'`,
      )
      expect(await send()).toBe(0)
      expect(await send({ after: 61_000 })).toBe(1)
      expect(await rowsOf(hook)).toMatchObject([{ status: 'delivered', attempts: 2 }])
    })

    it('and what became of them is not written by a worker that was too slow', async () => {
      const hook = await makeHook()
      await insert()
      receiver.respond = (_, response) => {
        // Its claim has ended meanwhile, and another worker sends the delivery.
        void product.sql
          .query(
            `UPDATE webhook_deliveries
             SET claimed_until = claimed_until + interval '1 min' WHERE webhook = $1`,
            [hook.id],
          )
          .then(() => response.writeHead(410).end())
      }
      await send()
      expect(await rowsOf(hook)).toMatchObject([
        { status: 'pending', attempts: 1, last_status: null },
      ])
      const list = await get(`/sites/${hook.site}/webhooks`)
      expect(list.get('webhooks.0')).toMatchObject({ isActive: true, lastFailure: null })
    })

    it('to others while one receiver takes its time', async () => {
      const slow = await makeHook()
      const quick = await makeHook()
      for (let index = 0; index < 20; index += 1) await insert()
      let quickAt = 0
      let atOnce = 0
      let mostAtOnce = 0
      receiver.respond = ({ path }, response) => {
        if (path === `/${quick.id}`) {
          response.writeHead(204).end()
          if (receivedBy(quick).length === 20) quickAt = Date.now()
          return
        }
        atOnce += 1
        mostAtOnce = Math.max(mostAtOnce, atOnce)
        setTimeout(() => {
          atOnce -= 1
          response.writeHead(204).end()
        }, 200)
      }
      await send()
      expect(receivedBy(slow)).toHaveLength(20)
      expect(mostAtOnce).toBe(2)
      // 20 messages, two at once, of 200 ms each take two seconds.
      expect(Date.now() - quickAt).toBeGreaterThan(500)
    })

    it('to a receiver that works before one that fails', async () => {
      const failing = await makeHook()
      const working = await makeHook()
      await product.sql.query('UPDATE webhooks SET last_failure_at = now() WHERE id = $1', [
        failing.id,
      ])
      await insert()
      await product.sql.query(
        `UPDATE webhook_deliveries SET next_attempt_at = now() - interval '1 h' WHERE webhook = $1`,
        [failing.id],
      )
      const req = await createLocalReq({}, product.payload)
      const claim = { now: new Date(), limit: 1, perWebhook: 2 }
      expect(await claimDeliveries(req, claim)).toMatchObject([{ webhook: working.id }])
      expect(await claimDeliveries(req, claim)).toMatchObject([{ webhook: failing.id }])
    })
  })

  describe('to addresses that are not public', () => {
    it.each([
      ['an address', (port: string) => `http://127.0.0.1:${port}/`],
      ['a name that leads to one', (port: string) => `http://localhost:${port}/`],
      ['an address within IPv6', (port: string) => `http://[::ffff:127.0.0.1]:${port}/`],
      ['the metadata of a cloud', () => 'http://169.254.169.254/latest/meta-data'],
    ])('are not sent: %s', async (_, urlFor) => {
      const hook = await makeHook(undefined, urlFor(new URL(receiver.origin).port))
      await insert()
      expect(await send({ allowsPrivate: false })).toBe(0)
      expect(receiver.received).toEqual([])
      const [row] = await rowsOf(hook)
      expect(row?.status).toBe('pending')
      expect(row?.last_error).toContain('public Internet')
    })

    it.each([
      'http://127.0.0.1:3000/',
      'http://[::1]/',
      'http://169.254.169.254/',
      'https://user:word@example.org/',
      'ftp://example.org/',
      'example.org',
    ])('are not made: %s', async (url) => {
      const hook = await makeHook()
      const made = await post(`/sites/${hook.site}/webhooks`, { url })
      expect([made.status, made.get('error.details.0.path')]).toEqual([422, 'url'])
      const changed = await product.call('PATCH', hook.path, { ...admin, body: { url } })
      expect([changed.status, changed.get('error.details.0.path')]).toEqual([422, 'url'])
      expect((await get(`/sites/${hook.site}/webhooks`)).get('webhooks.1')).toBeUndefined()
    })
  })

  describe('that could not be delivered', () => {
    const makeDead = async (hook: Hook, releases: NewRelease[]) => {
      const documents: string[] = []
      for (const release of releases) {
        answerWith(...Array<number>(10).fill(500))
        documents.push(await insert(release))
        await send()
        await send({ after: 24 * hour })
      }
      receiver.respond = undefined
      return documents
    }

    it('are dead letters after 24 h, and hold up nothing', async () => {
      const hook = await makeHook()
      const [document] = await makeDead(hook, [{}])
      expect(await rowsOf(hook)).toMatchObject([{ status: 'dead', attempts: 2 }])
      await makeDue()
      expect(await send({ after: 48 * hour })).toBe(0)
      await insert({ ...(document ? { document } : {}), sitesBefore: [] })
      expect(await send()).toBe(1)
    })

    it('are seen by an administrator and sent again, one or all', async () => {
      const hook = await makeHook()
      await makeDead(hook, [{}, {}, {}])
      await insert()
      await send()
      const list = await get(`${hook.path}/deliveries?status=dead`)
      expect(list.get('deliveries')).toHaveLength(3)
      expect(list.get('deliveries.0')).toMatchObject({
        type: 'portrait.published',
        status: 'dead',
        attempts: 2,
        nextAttemptAt: null,
        settledAt: expect.any(String) as string,
        lastStatus: 500,
        lastError: 'HTTP 500',
      })
      const [webhook] = (await get(`/sites/${hook.site}/webhooks`)).get('webhooks') as object[]
      expect(webhook).toMatchObject({
        pending: 0,
        dead: 3,
        lastSuccessAt: expect.any(String) as string,
        lastFailure: { error: 'HTTP 500' },
      })

      const oldest = String(list.get('deliveries.2.id'))
      const replayed = await post(`${hook.path}/deliveries/${oldest}/replay`)
      expect(replayed.get('delivery')).toMatchObject({ id: oldest, status: 'pending', attempts: 0 })
      receiver.received.length = 0
      expect(await send()).toBe(1)
      expect(receivedBy(hook)[0]?.headers['webhook-id']).toBe(oldest)
      expect((await post(`${hook.path}/deliveries/${oldest}/replay`)).status).toBe(409)

      expect((await post(`${hook.path}/replay`)).body).toEqual({ replayed: 2 })
      expect(await send()).toBe(2)
      expect((await post(`${hook.path}/replay`)).body).toEqual({ replayed: 0 })
    })

    it('have all their attempts again once they are sent again', async () => {
      const hook = await makeHook()
      await makeDead(hook, [{}])
      await post(`${hook.path}/replay`)
      answerWith(500)
      await send({ after: 24 * hour })
      expect(await rowsOf(hook)).toMatchObject([{ status: 'pending', attempts: 1 }])
    })

    it('are listed newest first, page by page', async () => {
      const hook = await makeHook()
      for (let index = 0; index < 3; index += 1) await insert()
      const seen: unknown[] = []
      let cursor = ''
      do {
        const page = await get(`${hook.path}/deliveries?limit=2${cursor}`)
        for (const { id } of page.get('deliveries') as { id: string }[]) seen.push(id)
        const next = page.get('nextCursor')
        cursor = typeof next === 'string' ? `&cursor=${next}` : ''
      } while (cursor !== '')
      expect(seen).toEqual((await rowsOf(hook)).map(({ id }) => id).reverse())
      expect((await get(`${hook.path}/deliveries?status=lost`)).status).toBe(400)
    })

    it('because the receiver is gone switch the webhook off, once on record', async () => {
      const hook = await makeHook()
      for (let index = 0; index < 3; index += 1) await insert()
      answerWith(410, 410, 410)
      await send()
      expect(receivedBy(hook)).toHaveLength(2)
      const list = await get(`/sites/${hook.site}/webhooks`)
      expect(list.get('webhooks.0')).toMatchObject({ isActive: false, dead: 2, pending: 1 })
      expect(await auditOf(hook.site)).toMatchObject([
        { transition: 'makeWebhook' },
        { transition: 'stopWebhook', actor: null },
      ])
    })
  })

  describe('have secrets', () => {
    it('that are shown once and stand nowhere', async () => {
      const hook = await makeHook()
      expect(hook.secret).toMatch(/^whsec_/)
      await insert()
      await send()
      const key = hook.secret.slice('whsec_'.length)
      for (const path of [
        `/sites/${hook.site}/webhooks`,
        `${hook.path}/deliveries`,
        `/sites/${hook.site}?depth=2`,
        `/audit?document=${hook.site}`,
      ]) {
        const answer = await get(path)
        expect(answer.status, path).toBe(200)
        expect(answer.text, path).not.toMatch(/whsec_|sealed/)
        expect(answer.text, path).not.toContain(key)
      }
      const changed = await product.call('PATCH', hook.path, {
        ...admin,
        body: { url: 'https://example.org/other' },
      })
      expect(changed.text).not.toMatch(/whsec_|sealed/)
      const tables = ['webhooks', 'webhook_secrets', 'webhook_deliveries', 'workflow_events']
      for (const table of tables) {
        const { rows } = await product.sql.query(`SELECT t::text FROM ${table} t`)
        expect(JSON.stringify(rows), table).not.toContain(key)
      }
    })

    it('that are replaced without a gap: for 24 h both sign', async () => {
      const hook = await makeHook()
      const answer = await post(`${hook.path}/secret`)
      expect(answer.status).toBe(201)
      const secret = String(answer.get('secret'))
      expect(secret).not.toBe(hook.secret)
      const endsAt = Date.parse(String(answer.get('webhook.oldSecretsEndAt')))
      expect(Math.abs(endsAt - Date.now() - 24 * hour)).toBeLessThan(60_000)
      await insert()
      await send()
      const [first] = receivedBy(hook)
      const verify = (by: string, message = first) =>
        new Webhook(by).verify(message?.text ?? '', message?.headers as Record<string, string>)
      expect(verify(secret)).toEqual(verify(hook.secret))

      await product.sql.query(
        `UPDATE webhook_secrets SET ends_at = now() - interval '1 s' WHERE ends_at IS NOT NULL`,
      )
      await insert()
      await send()
      const second = receivedBy(hook)[1]
      expect(() => verify(hook.secret, second)).toThrow()
      expect(verify(secret, second)).toMatchObject({ type: 'portrait.published' })
      await forgetOldDeliveries(await createLocalReq({}, product.payload), 30)
      const { rows } = await product.sql.query('SELECT id FROM webhook_secrets')
      expect(rows).toHaveLength(1)
    })

    it('that several people replace at once, one after the other', async () => {
      const hook = await makeHook()
      const answers = await Promise.all([1, 2, 3].map(() => post(`${hook.path}/secret`)))
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
      await insert()
      await send()
      const [message] = receivedBy(hook)
      for (const secret of [
        hook.secret,
        ...answers.map((answer) => String(answer.get('secret'))),
      ]) {
        const verify = () =>
          new Webhook(secret).verify(
            message?.text ?? '',
            message?.headers as Record<string, string>,
          )
        expect(verify).not.toThrow()
      }
    })

    it('without which nothing is sent', async () => {
      const hook = await makeHook()
      const other = await makeHook()
      await product.sql.query(
        `UPDATE webhook_secrets SET sealed =
           (SELECT sealed FROM webhook_secrets WHERE webhook = $2) WHERE webhook = $1`,
        [hook.id, other.id],
      )
      await insert()
      expect(await send()).toBe(1)
      expect(receivedBy(hook)).toEqual([])
      const [row] = await rowsOf(hook)
      expect(row?.last_error).toContain('PAYLOAD_SECRET')
    })

    it('that the role of the delivery server cannot read, nor anything else of them', async () => {
      for (const table of ['webhooks', 'webhook_secrets', 'webhook_deliveries']) {
        const { rows } = await product.sql.query<{ may: boolean }>(
          `SELECT has_table_privilege('berufsbild_delivery', $1, 'SELECT,INSERT,UPDATE,DELETE') AS may`,
          [table],
        )
        expect(rows, table).toEqual([{ may: false }])
      }
    })
  })

  describe('belong to the administration', () => {
    it('and answer others with 401 and 403', async () => {
      const hook = await makeHook()
      const site = await product.makeSite()
      const doors = [
        ['GET', `/sites/${hook.site}/webhooks`],
        ['POST', `/sites/${hook.site}/webhooks`],
        ['PATCH', hook.path],
        ['DELETE', hook.path],
        ['POST', `${hook.path}/secret`],
        ['GET', `${hook.path}/deliveries`],
        ['POST', `${hook.path}/deliveries/${randomUUID()}/replay`],
        ['POST', `${hook.path}/replay`],
      ] as const
      const editor = await product.signIn('editor')
      for (const [method, path] of doors) {
        const knock = async (by: { authorization?: string }) => {
          const answer = await product.call(method, path, {
            ...by,
            ...(method === 'GET' ? {} : { body: { url: 'https://example.org', isActive: false } }),
          })
          expect(answer.get('error.code'), path).toEqual(expect.any(String))
          return answer.status
        }
        expect(await knock({}), path).toBe(401)
        expect(await knock(editor), path).toBe(403)
        expect(await knock(site), path).toBe(403)
      }
      expect((await get(`/sites/${hook.site}/webhooks`)).get('webhooks')).toMatchObject([
        { id: hook.id, isActive: true },
      ])
    })

    it('and are found with their site only', async () => {
      const hook = await makeHook()
      const other = await makeSite()
      await insert()
      const [row] = await rowsOf(hook)
      const delivery = row?.id ?? ''
      await product.sql.query(`UPDATE webhook_deliveries SET status = 'dead'`)
      for (const [method, path] of [
        ['GET', '/sites/x/webhooks'],
        ['GET', `/sites/${randomUUID()}/webhooks`],
        ['POST', `/sites/${randomUUID()}/webhooks`],
        ...[`/sites/${other}/webhooks/${hook.id}`, `/sites/${hook.site}/webhooks/x`].flatMap(
          (root) =>
            [
              ['PATCH', root],
              ['DELETE', root],
              ['POST', `${root}/secret`],
              ['GET', `${root}/deliveries`],
              ['POST', `${root}/deliveries/${delivery}/replay`],
              ['POST', `${root}/replay`],
            ] as const,
        ),
        ['POST', `${hook.path}/deliveries/${randomUUID()}/replay`],
        ['POST', `${hook.path}/deliveries/x/replay`],
      ] as const) {
        const body = method === 'PATCH' ? { isActive: false } : { url: 'https://example.org' }
        const answer = await product.call(method, path, {
          ...admin,
          ...(method === 'GET' ? {} : { body }),
        })
        expect([answer.status, answer.get('error.code')], `${method} ${path}`).toEqual([
          404,
          'not_found',
        ])
      }
      expect(await rowsOf(hook)).toMatchObject([{ status: 'dead' }])
    })

    it('and refuse what is no request', async () => {
      const hook = await makeHook()
      for (const body of [{}, { url: 1 }, { url: 'https://example.org', secret: 'x' }]) {
        expect((await post(`/sites/${hook.site}/webhooks`, body)).status).toBe(400)
      }
      for (const body of [{}, { isActive: 'no' }, { secret: 'x' }]) {
        expect((await product.call('PATCH', hook.path, { ...admin, body })).status).toBe(400)
      }
    })

    it('which changes and removes them, and is on record for it', async () => {
      const hook = await makeHook()
      await product.sql.query(`UPDATE webhooks SET url = 'https://example.org/token-1'`)
      const changed = await product.call('PATCH', hook.path, {
        ...admin,
        body: { url: 'https://example.com/token-2', isActive: false },
      })
      expect(changed.get('webhook')).toMatchObject({
        id: hook.id,
        url: 'https://example.com/token-2',
        isActive: false,
      })
      await post(`${hook.path}/secret`)
      expect((await product.call('DELETE', hook.path, admin)).body).toEqual({ removed: true })
      expect((await get(`/sites/${hook.site}/webhooks`)).body).toEqual({ webhooks: [] })
      const before = { origin: 'https://example.org', isActive: true }
      const after = { origin: 'https://example.com', isActive: false }
      expect(await auditOf(hook.site)).toEqual([
        { transition: 'makeWebhook', actor: admin.id, data: { webhook: hook.id, after: before } },
        { transition: 'changeWebhook', actor: admin.id, data: { webhook: hook.id, before, after } },
        { transition: 'makeWebhookSecret', actor: admin.id, data: { webhook: hook.id } },
        { transition: 'removeWebhook', actor: admin.id, data: { webhook: hook.id, before: after } },
      ])
    })

    it('and end with their site', async () => {
      const hook = await makeHook()
      await insert()
      expect((await product.call('DELETE', `/sites/${hook.site}`, admin)).status).toBe(200)
      expect(await rowsOf(hook)).toEqual([])
    })
  })
})
