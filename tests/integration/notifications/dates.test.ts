import { describe, expect, it } from 'vitest'
import { remindOfDueDates } from '#notifications/due.ts'
import { workflowQueue } from '#workflow/facts/queue.ts'
import { forgetStaleJobs } from '#planning/stale-jobs.ts'
import { transition, writeSection } from '#support/factories.ts'
import { useNotifications } from '#support/notifications.ts'

describe('notifications', () => {
  const house = useNotifications()
  const { kindsIn, submit, assign } = house

  describe('of dates', () => {
    it('remind author and reviewer once when the due date has passed', async () => {
      const id = await writeSection(house.product, house.author)
      const admin = await house.product.signIn('admin')
      await assign(id, { reviewer: house.editor.id, dueAt: '2027-03-01T12:00Z' }, admin)
      const late = new Date('2027-03-01T12:01Z')
      expect(await remindOfDueDates(house.product.payload, new Date('2027-03-01T11:59Z'))).toBe(0)
      const [first, second] = await Promise.all([
        remindOfDueDates(house.product.payload, late),
        remindOfDueDates(house.product.payload, late),
      ])
      expect(first + second).toBe(1)
      expect(await remindOfDueDates(house.product.payload, late)).toBe(0)
      expect(await kindsIn(house.author)).toEqual(['due'])
      expect(await kindsIn(house.editor)).toEqual(['due', 'assigned'])
      await assign(id, { dueAt: '2027-03-02T12:00Z' }, admin)
      expect(await remindOfDueDates(house.product.payload, new Date('2027-03-03T12:00Z'))).toBe(1)
    })

    it('do not remind of what is approved', async () => {
      const id = await submit()
      await assign(id, { dueAt: '2027-03-01T12:00Z' })
      await transition(house.product, house.editor, id, { transition: 'approve' })
      expect(await remindOfDueDates(house.product.payload, new Date('2028-01-01T00:00Z'))).toBe(0)
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
    const countJobs = async () =>
      (await house.product.sql.query('SELECT FROM payload_jobs WHERE wait_until <= now()')).rowCount
    const runJobs = () =>
      house.product.payload.jobs.run({
        queue: workflowQueue,
        sequential: true,
        overrideAccess: true,
      })

    it('carry a plan out once with two runners', async () => {
      const id = await plan(1500)
      await runJobs()
      const view = () =>
        house.product.call('GET', `/regional-sections/${id}/workflow`, house.editor)
      expect((await view()).get('state')).toBe('scheduled')
      await expect
        .poll(
          async () => {
            await Promise.all([runJobs(), runJobs()])
            return (await view()).get('state')
          },
          { timeout: 10_000, interval: 200 },
        )
        .toBe('live')
      const events = (await view()).get('events') as { transition: string }[]
      expect(events.filter((event) => event.transition === 'publish')).toHaveLength(1)
      expect(await kindsIn(house.author)).toEqual(['published', 'approved'])
      expect(await countJobs()).toBe(0)
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

    it('forget the job that a crash left at work once its plan is settled, and no other', async () => {
      const [settled, open] = [await plan(3_600_000), await plan(3_600_000)]
      await transition(house.product, house.editor, settled, { transition: 'unschedule' })
      const request = await house.product.localRequest()
      expect(await forgetStaleJobs(request)).toBe(0)
      await house.product.sql.query(
        `UPDATE payload_jobs SET processing = true, updated_at = now() - interval '1 hour'`,
      )
      await forgetStaleJobs(request)
      const left = await house.product.sql.query(
        `SELECT input ->> 'document' AS document FROM payload_jobs WHERE processing`,
      )
      const documents = left.rows.map((row: { document: string }) => row.document)
      expect(documents).toContain(open)
      expect(documents).not.toContain(settled)
    })
  })
})
