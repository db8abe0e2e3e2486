import { describe, expect, it } from 'vitest'
import { remindOfDueDates } from '#notifications/due.ts'
import { runDuePlans } from '#planning/run.ts'
import { transition, writeSection } from '#support/factories.ts'
import { useNotifications } from '#support/notifications.ts'

describe('notifications', () => {
  const house = useNotifications()
  const { kindsIn, submit, assign } = house

  describe('of dates', () => {
    it('remind author and reviewer once when the due date has passed', async () => {
      const id = await writeSection(house.product, house.author)
      const admin = await house.product.signIn('admin')
      await assign(id, { reviewer: house.editor.id, dueAt: '2097-03-01T12:00Z' }, admin)
      const late = new Date('2097-03-01T12:01Z')
      expect(await remindOfDueDates(house.product.payload, new Date('2097-03-01T11:59Z'))).toBe(0)
      const [first, second] = await Promise.all([
        remindOfDueDates(house.product.payload, late),
        remindOfDueDates(house.product.payload, late),
      ])
      expect(first + second).toBe(1)
      expect(await remindOfDueDates(house.product.payload, late)).toBe(0)
      expect(await kindsIn(house.author)).toEqual(['due'])
      expect(await kindsIn(house.editor)).toEqual(['due', 'assigned'])
      await assign(id, { dueAt: '2097-03-02T12:00Z' }, admin)
      expect(await remindOfDueDates(house.product.payload, new Date('2097-03-03T12:00Z'))).toBe(1)
    })

    it('do not remind of what is approved', async () => {
      const id = await submit()
      await assign(id, { dueAt: '2097-03-01T12:00Z' })
      await transition(house.product, house.editor, id, { transition: 'approve' })
      expect(await remindOfDueDates(house.product.payload, new Date('2098-01-01T00:00Z'))).toBe(0)
    })

    const plan = async (inMilliseconds: number) => {
      const id = await submit()
      await transition(house.product, house.editor, id, { transition: 'approve' })
      const publishAt = new Date(Date.now() + inMilliseconds).toISOString()
      const planned = await transition(house.product, house.editor, id, {
        transition: 'schedule',
        publishAt,
      })
      expect(planned.status).toBe(200)
      return id
    }
    const runPlans = () => runDuePlans(house.product.payload)

    it('carry a plan out once with two runners', async () => {
      const id = await plan(1500)
      await runPlans()
      const view = () =>
        house.product.call('GET', `/regional-sections/${id}/workflow`, house.editor)
      expect((await view()).get('state')).toBe('scheduled')
      await expect
        .poll(
          async () => {
            await Promise.all([runPlans(), runPlans()])
            return (await view()).get('state')
          },
          { timeout: 60_000, interval: 200 },
        )
        .toBe('live')
      const events = (await view()).get('events') as { transition: string }[]
      expect(events.filter((event) => event.transition === 'publish')).toHaveLength(1)
      expect(await kindsIn(house.author)).toEqual(['published', 'approved'])
      // The plan is the editor's, but nobody acted.
      const told = await house.inboxOf(house.editor)
      expect(told.get('entries.0.kind')).toBe('published')
      expect(told.get('entries.0.text')).toMatch(/wie geplant/u)
    })

    it('tell who planned when an edit has cancelled the plan', async () => {
      const id = await plan(3_600_000)
      await house.product.call('PATCH', `/regional-sections/${id}`, {
        ...house.author,
        body: { headline: 'Neu' },
      })
      expect(await kindsIn(house.editor)).toContain('planCancelled')
      expect(await kindsIn(house.author)).not.toContain('planCancelled')
    })

    it('tell who planned when somebody else takes the plan back', async () => {
      const id = await plan(3_600_000)
      const admin = await house.product.signIn('admin')
      const taken = await transition(house.product, admin, id, { transition: 'unschedule' })
      expect(taken.status).toBe(200)
      expect(await kindsIn(house.editor)).toContain('planCancelled')
      expect(await kindsIn(house.author)).toContain('planCancelled')
    })
  })
})
