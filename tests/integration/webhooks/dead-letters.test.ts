import { describe, expect, it } from 'vitest'
import { useWebhooks, type Hook, type NewRelease } from '#support/webhooks.ts'

const hour = 3_600_000

describe('webhooks', () => {
  const webhooks = useWebhooks()
  const { send, makeHook, insert, rowsOf, receivedBy, makeDue, get, post, answerWith, auditOf } =
    webhooks

  describe('that could not be delivered', () => {
    const makeDead = async (hook: Hook, releases: NewRelease[]) => {
      const documents: string[] = []
      for (const release of releases) {
        answerWith(...Array<number>(10).fill(500))
        documents.push(await insert(release))
        await send()
        await send({ after: 24 * hour })
      }
      webhooks.receiver.respond = undefined
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
      webhooks.receiver.received.length = 0
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
})
