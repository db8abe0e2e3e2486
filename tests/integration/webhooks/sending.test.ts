import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { createLocalReq } from 'payload'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { leaseDeliveries } from '#publishing/webhooks/outbox.ts'
import { useWebhooks } from '#support/webhooks.ts'

describe('webhooks', () => {
  const webhooks = useWebhooks()
  const { send, makeHook, insert, rowsOf, receivedBy, makeDue, get, post, answerWith } = webhooks

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
      webhooks.receiver.respond = () => undefined
      expect(await send({ timeout: 200 })).toBe(0)
      expect(await rowsOf(hook)).toMatchObject([
        { status: 'pending', last_status: null, last_error: 'No answer within 0.2 s.' },
      ])
    })

    it('without a look at what the receiver says, however long it is', async () => {
      const hook = await makeHook()
      await insert()
      let isCutOff = false
      webhooks.receiver.respond = (_, response) => {
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
      await webhooks.product.sql.query('UPDATE webhooks SET is_active = false WHERE id = $1', [
        target.id,
      ])
      await insert()
      webhooks.receiver.respond = (_, response) => {
        response.writeHead(307, { location: `${webhooks.receiver.origin}/${target.id}` }).end()
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
          await webhooks.product.sql.query<{ seconds: number }>(
            `SELECT extract(epoch FROM next_attempt_at - now())::float AS seconds
             FROM webhook_deliveries WHERE webhook = $1 AND document <> $2 ORDER BY sequence`,
            [hook.id, other],
          )
        ).rows.map(({ seconds }) => seconds)
      const [first = 0, second = 0] = await waiting()
      expect(first).toBeGreaterThan(1)
      expect(second).toBe(first)
      await webhooks.product.sql.query(
        `UPDATE webhook_deliveries SET next_attempt_at = now() - interval '1 s' WHERE attempts = 1`,
      )
      await send()
      expect(receivedBy(hook).map(({ type }) => type)).toHaveLength(5)
      expect((await rowsOf(hook)).every(({ status }) => status === 'delivered')).toBe(true)
    })

    it('in the order of commits, where what was written first is committed last', async () => {
      const hook = await makeHook()
      const document = randomUUID()
      const other = await webhooks.product.connect()
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
      webhooks.receiver.respond = ({ path }, response) => {
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
      const other = await webhooks.product.connect()
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
      await webhooks.product.sql.query(
        `UPDATE webhook_deliveries SET attempts = 1, leased_until = now() + interval '1 min'`,
      )
      expect(await send()).toBe(0)
      expect(await send({ after: 61_000 })).toBe(1)
      expect(await rowsOf(hook)).toMatchObject([{ status: 'delivered', attempts: 2 }])
    })

    it('and what became of them is not written by a worker that was too slow', async () => {
      const hook = await makeHook()
      await insert()
      webhooks.receiver.respond = (_, response) => {
        // Its claim has ended meanwhile, and another worker sends the delivery.
        void webhooks.product.sql
          .query(
            `UPDATE webhook_deliveries
             SET leased_until = leased_until + interval '1 min' WHERE webhook = $1`,
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
      webhooks.receiver.respond = ({ path }, response) => {
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
      await webhooks.product.sql.query(
        'UPDATE webhooks SET last_failure_at = now() WHERE id = $1',
        [failing.id],
      )
      await insert()
      await webhooks.product.sql.query(
        `UPDATE webhook_deliveries SET next_attempt_at = now() - interval '1 h' WHERE webhook = $1`,
        [failing.id],
      )
      const req = await createLocalReq({}, webhooks.product.payload)
      const lease = { now: new Date(), limit: 1, perWebhook: 2 }
      expect(await leaseDeliveries(req, lease)).toMatchObject([{ webhook: working.id }])
      expect(await leaseDeliveries(req, lease)).toMatchObject([{ webhook: failing.id }])
    })
  })

  describe('to addresses that are not public', () => {
    it.each([
      ['an address', (port: string) => `http://127.0.0.1:${port}/`],
      ['a name that leads to one', (port: string) => `http://localhost:${port}/`],
      ['an address within IPv6', (port: string) => `http://[::ffff:127.0.0.1]:${port}/`],
      ['the metadata of a cloud', () => 'http://169.254.169.254/latest/meta-data'],
    ])('are not sent: %s', async (_, urlFor) => {
      const hook = await makeHook(undefined, urlFor(new URL(webhooks.receiver.origin).port))
      await insert()
      expect(await send({ allowsPrivate: false })).toBe(0)
      expect(webhooks.receiver.received).toEqual([])
      const [row] = await rowsOf(hook)
      expect(row?.status).toBe('pending')
      expect(row?.last_error).toContain('public Internet')
    })

    it.each([
      'http://127.0.0.1:3000/',
      'http://[::1]/',
      'http://169.254.169.254/',
      'http://localhost:3000/',
      'https://user:word@example.org/',
      'ftp://example.org/',
      'example.org',
    ])('are not made: %s', async (url) => {
      const hook = await makeHook()
      const made = await post(`/sites/${hook.site}/webhooks`, { url })
      expect([made.status, made.get('error.details.0.path')]).toEqual([422, 'url'])
      const changed = await webhooks.product.call('PATCH', hook.path, {
        ...webhooks.admin,
        body: { url },
      })
      expect([changed.status, changed.get('error.details.0.path')]).toEqual([422, 'url'])
      expect((await get(`/sites/${hook.site}/webhooks`)).get('webhooks.1')).toBeUndefined()
    })
  })
})
