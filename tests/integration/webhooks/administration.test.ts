import { randomUUID } from 'node:crypto'
import { createLocalReq } from 'payload'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { deleteOldDeliveries } from '#publishing/webhooks/outbox.ts'
import { useWebhooks } from '#support/webhooks.ts'

const hour = 3_600_000

describe('webhooks', () => {
  const webhooks = useWebhooks()
  const { send, makeSite, makeHook, insert, rowsOf, receivedBy, get, post, auditOf } = webhooks

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
      const changed = await webhooks.product.call('PATCH', hook.path, {
        ...webhooks.admin,
        body: { url: 'https://example.org/other' },
      })
      expect(changed.text).not.toMatch(/whsec_|sealed/)
      const tables = ['webhooks', 'webhook_secrets', 'webhook_deliveries', 'workflow_events']
      for (const table of tables) {
        const { rows } = await webhooks.product.sql.query(`SELECT t::text FROM ${table} t`)
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

      await webhooks.product.sql.query(
        `UPDATE webhook_secrets SET ends_at = now() - interval '1 s' WHERE ends_at IS NOT NULL`,
      )
      await insert()
      await send()
      const second = receivedBy(hook)[1]
      expect(() => verify(hook.secret, second)).toThrow()
      expect(verify(secret, second)).toMatchObject({ type: 'portrait.published' })
      await deleteOldDeliveries(await createLocalReq({}, webhooks.product.payload), 30)
      const { rows } = await webhooks.product.sql.query('SELECT id FROM webhook_secrets')
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
      await webhooks.product.sql.query(
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
        const { rows } = await webhooks.product.sql.query<{ may: boolean }>(
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
      const site = await webhooks.product.makeSite()
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
      const editor = await webhooks.product.signIn('editor')
      const author = await webhooks.product.signIn('author')
      for (const [method, path] of doors) {
        const knock = async (by: { authorization?: string }) => {
          const answer = await webhooks.product.call(method, path, {
            ...by,
            ...(method === 'GET' ? {} : { body: { url: 'https://example.org', isActive: false } }),
          })
          expect(answer.get('error.code'), path).toEqual(expect.any(String))
          return answer.status
        }
        expect(await knock({}), path).toBe(401)
        expect(await knock(author), path).toBe(403)
        if (method !== 'GET') expect(await knock(editor), path).toBe(403)
        expect(await knock(site), path).toBe(403)
      }
      expect((await get(`/sites/${hook.site}/webhooks`)).get('webhooks')).toMatchObject([
        { id: hook.id, isActive: true },
      ])
    })

    it('and are seen by editors, without the path that may be a password', async () => {
      const hook = await makeHook()
      await insert()
      const editor = await webhooks.product.signIn('editor')
      const path = `/sites/${hook.site}/webhooks`
      const seen = await webhooks.product.call('GET', path, editor)
      const url = new URL(String((await get(path)).get('webhooks.0.url')))
      expect(seen.get('webhooks.0.url')).toBe(url.origin)
      const deliveries = await webhooks.product.call('GET', `${hook.path}/deliveries`, editor)
      expect(deliveries.get('deliveries.0.status')).toBe('pending')
    })

    it('and are found with their site only', async () => {
      const hook = await makeHook()
      const other = await makeSite()
      await insert()
      const [row] = await rowsOf(hook)
      const delivery = row?.id ?? ''
      await webhooks.product.sql.query(`UPDATE webhook_deliveries SET status = 'dead'`)
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
        const answer = await webhooks.product.call(method, path, {
          ...webhooks.admin,
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
        expect(
          (await webhooks.product.call('PATCH', hook.path, { ...webhooks.admin, body })).status,
        ).toBe(400)
      }
    })

    it('which changes and removes them, and is on record for it', async () => {
      const hook = await makeHook()
      await webhooks.product.sql.query(`UPDATE webhooks SET url = 'https://example.org/token-1'`)
      const changed = await webhooks.product.call('PATCH', hook.path, {
        ...webhooks.admin,
        body: { url: 'https://example.com/token-2', isActive: false },
      })
      expect(changed.get('webhook')).toMatchObject({
        id: hook.id,
        url: 'https://example.com/token-2',
        isActive: false,
      })
      await post(`${hook.path}/secret`)
      expect((await webhooks.product.call('DELETE', hook.path, webhooks.admin)).body).toEqual({
        removed: true,
      })
      expect((await get(`/sites/${hook.site}/webhooks`)).body).toEqual({ webhooks: [] })
      const before = { origin: 'https://example.org', isActive: true }
      const after = { origin: 'https://example.com', isActive: false }
      expect(await auditOf(hook.site)).toEqual([
        {
          transition: 'makeWebhook',
          actor: webhooks.admin.id,
          data: { webhook: hook.id, after: expect.objectContaining(before) as object },
        },
        {
          transition: 'changeWebhook',
          actor: webhooks.admin.id,
          data: {
            webhook: hook.id,
            before: expect.objectContaining(before) as object,
            after: expect.objectContaining(after) as object,
          },
        },
        { transition: 'makeWebhookSecret', actor: webhooks.admin.id, data: { webhook: hook.id } },
        {
          transition: 'removeWebhook',
          actor: webhooks.admin.id,
          data: { webhook: hook.id, before: expect.objectContaining(after) as object },
        },
      ])
    })

    it('and end with their site', async () => {
      const hook = await makeHook()
      await insert()
      expect(
        (await webhooks.product.call('DELETE', `/sites/${hook.site}`, webhooks.admin)).status,
      ).toBe(200)
      expect(await rowsOf(hook)).toEqual([])
    })
  })
})
