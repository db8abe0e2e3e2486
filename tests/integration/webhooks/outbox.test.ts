import { randomUUID } from 'node:crypto'
import { createLocalReq } from 'payload'
import { describe, expect, it } from 'vitest'
import { deleteOldDeliveries } from '#publishing/webhooks/outbox.ts'
import { makePair } from '#support/factories.ts'
import { useWebhooks, type Hook } from '#support/webhooks.ts'

describe('webhooks', () => {
  const webhooks = useWebhooks()
  const { send, makeSite, makeHook, insert, rowsOf, receivedBy } = webhooks

  describe('in the outbox', () => {
    it('appear with the release, and not at all when it is rolled back', async () => {
      const hook = await makeHook()
      await webhooks.product.sql.query('BEGIN')
      await insert()
      expect(await rowsOf(hook)).toHaveLength(1)
      await webhooks.product.sql.query('ROLLBACK')
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
      const inside = await makePair(webhooks.product)
      const outside = await makePair(webhooks.product)
      const land = await makePair(webhooks.product)
      await webhooks.product.payload.update({
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
      await webhooks.product.call('PATCH', hook.path, {
        ...webhooks.admin,
        body: { isActive: false },
      })
      await insert()
      expect(await rowsOf(hook)).toHaveLength(1)
      expect(await send()).toBe(0)
      await webhooks.product.call('PATCH', hook.path, {
        ...webhooks.admin,
        body: { isActive: true },
      })
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
        await webhooks.product.sql.query(
          `UPDATE webhook_deliveries SET status = $2, settled_at = now() - make_interval(days => $3)
           WHERE document = $1`,
          [document, status, days],
        )
      }
      await deleteOldDeliveries(await createLocalReq({}, webhooks.product.payload), 30)
      expect((await rowsOf(hook)).map(({ status }) => status)).toEqual([
        'delivered',
        'dead',
        'pending',
      ])
    })
  })
})
