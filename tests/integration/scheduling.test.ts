import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeLive, makePair, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { runDuePlans, type RestingPlans } from '#planning/run.ts'

describe('a planned publication', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let site: { authorization: string }

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    site = await product.makeSite()
  })
  afterAll(() => product.close())
  afterEach(async () => {
    vi.useRealTimers()
    // What one test leaves planned is no business of the next.
    await product.sql.query(
      `UPDATE workflow_plans SET status = 'cancelled' WHERE status = 'pending'`,
    )
  })

  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  const approved = async () => {
    const id = await writeSection(product, author)
    await transition(product, author, id, { transition: 'submit' })
    await transition(product, editor, id, { transition: 'approve' })
    return id
  }
  const schedule = (id: string, dates: Record<string, string>, person = editor) =>
    transition(product, person, id, { transition: 'schedule', ...dates })
  const at = async (moment: string | number) => {
    vi.useFakeTimers({ now: new Date(moment), toFake: ['Date'] })
    return runDuePlans(product.payload)
  }
  const workflow = (id: string) => product.call('GET', `/regional-sections/${id}/workflow`, editor)
  const seen = async (id: string) =>
    (await product.call('GET', `/regional-sections/${id}`, site)).status

  it('goes live at its date and goes off at its end, and not before', async () => {
    const id = await approved()
    const dates = { publishAt: inDays(2), unpublishAt: inDays(4) }
    const planned = await schedule(id, dates)
    expect(planned.body).toMatchObject({
      state: 'scheduled',
      plan: { ...dates, plannedBy: { id: editor.id } },
    })
    expect(await at(Date.now() + 86_400_000)).toBe(0)
    expect(await seen(id)).toBe(404)
    expect(await at(dates.publishAt)).toBe(1)
    vi.useRealTimers()
    expect(await seen(id)).toBe(200)
    const live = await workflow(id)
    expect(live.get('state')).toBe('live')
    expect(live.get('events.0')).toMatchObject({ transition: 'publish', actor: { id: editor.id } })
    expect(live.get('plan.unpublishAt')).toBe(dates.unpublishAt)
    expect(await at(dates.unpublishAt)).toBe(1)
    vi.useRealTimers()
    expect(await seen(id)).toBe(404)
    expect((await workflow(id)).body).toMatchObject({ state: 'draft', plan: null })
  })

  it('is bound to document, digest and approval', async () => {
    const id = await approved()
    const { body } = await schedule(id, { publishAt: inDays(2) })
    const plans = await product.sql.query<{ digest: string; approvals: string[] }>(
      `SELECT digest, approvals FROM workflow_plans WHERE document = $1`,
      [id],
    )
    expect(plans.rows).toEqual([
      { digest: (body as { digest: string }).digest, approvals: [expect.any(String)] },
    ])
  })

  it('rests after a fault, leaves the others their turn, and is tried again', async () => {
    const [faulty, sound] = [await approved(), await approved()]
    for (const id of [faulty, sound]) await schedule(id, { publishAt: inDays(1) })
    await product.sql.query(`
      CREATE FUNCTION fail_for_a_test() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'The disk is full.' USING ERRCODE = '53100'; END $$;
      CREATE TRIGGER fail_for_a_test BEFORE UPDATE ON workflow_plans
        FOR EACH ROW WHEN (OLD.document = '${faulty}') EXECUTE FUNCTION fail_for_a_test()`)
    const due = Date.now() + 2 * 86_400_000
    const resting: RestingPlans = new Map()
    const runAt = async (now: number) => {
      vi.useFakeTimers({ now, toFake: ['Date'] })
      return runDuePlans(product.payload, resting).finally(() => vi.useRealTimers())
    }
    await expect(runAt(due)).rejects.toThrow()
    expect((await workflow(sound)).get('state')).toBe('live')
    expect(await runAt(due + 500)).toBe(0)
    await expect(runAt(due + 1500)).rejects.toThrow()
    expect(await runAt(due + 3000)).toBe(0)
    await product.sql.query('DROP FUNCTION fail_for_a_test CASCADE')
    expect(await runAt(due + 4000)).toBe(1)
    expect((await workflow(faulty)).get('state')).toBe('live')
    expect(resting.size).toBe(0)
  })

  it('runs once when two work at it, and late in the order of the dates', async () => {
    const ids = [await approved(), await approved(), await approved()]
    for (const [index, id] of ids.entries()) {
      await schedule(id, { publishAt: inDays(5 - index) })
    }
    vi.useFakeTimers({ now: Date.now() + 10 * 86_400_000, toFake: ['Date'] })
    const counts = await Promise.all([
      runDuePlans(product.payload),
      runDuePlans(product.payload),
      runDuePlans(product.payload),
    ])
    vi.useRealTimers()
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(3)
    const events = await product.sql.query<{ document: string }>(
      `SELECT document FROM workflow_events WHERE transition = 'publish' AND document = ANY ($1)
       ORDER BY sequence`,
      [ids],
    )
    expect(events.rows.map(({ document }) => document)).toEqual(ids.reverse())
  })

  it('is asked for between two whether to go on: a thousand at one hour take their time', async () => {
    const due = Date.now() + 3_600_000
    for (const id of [await approved(), await approved()]) {
      await schedule(id, { publishAt: new Date(due).toISOString() })
    }
    vi.useFakeTimers({ now: due, toFake: ['Date'] })
    const asked = vi.fn(() => asked.mock.calls.length > 1)
    expect(await runDuePlans(product.payload, new Map(), asked)).toBe(1)
    expect(await runDuePlans(product.payload)).toBe(1)
  })

  it('is off when somebody edits the text, and says so', async () => {
    const id = await approved()
    await schedule(id, { publishAt: inDays(2), unpublishAt: inDays(3) })
    await product.call('PATCH', `/regional-sections/${id}`, {
      ...author,
      body: { headline: 'Neu' },
    })
    const after = await workflow(id)
    expect(after.body).toMatchObject({ state: 'draft', plan: null })
    const events = after.get('events') as { transition: string }[]
    expect(events.filter((event) => event.transition === 'planCancelled')).toHaveLength(1)
    expect(await at(Date.now() + 5 * 86_400_000)).toBe(0)
    vi.useRealTimers()
    expect(await seen(id)).toBe(404)
  })

  it.each([
    ['whose text was changed behind the back of the product', 'not the text on record'],
    ['whose approval is not the one it was planned under', 'not valid any more'],
  ])('%s fails visibly: the text is approved again', async (kind, reason) => {
    const id = await approved()
    const planner = await product.signIn('editor')
    await schedule(id, { publishAt: inDays(2) }, planner)
    if (kind.includes('behind')) {
      await product.sql.query(
        `UPDATE _regional_sections_v SET version_headline = 'Heimlich' WHERE parent_id = $1`,
        [id],
      )
    } else {
      await product.sql.query(
        `UPDATE workflow_plans SET approvals = '["00000000-0000-4000-8000-000000000000"]'
         WHERE document = $1`,
        [id],
      )
    }
    expect(await at(Date.now() + 3 * 86_400_000)).toBe(1)
    vi.useRealTimers()
    const after = await workflow(id)
    expect(after.body).toMatchObject({ state: 'approved', live: null, plan: null })
    expect(after.get('events.0')).toMatchObject({ transition: 'planFailed', to: 'approved' })
    expect(String(after.get('events.0.comment'))).toContain(reason)
    expect(await seen(id)).toBe(404)
    expect(await at(Date.now() + 3 * 86_400_000)).toBe(0)
  })

  /** What becomes of whoever planned something, between the plan and its date. */
  const endings = {
    'was made an author': (id: string) =>
      product.payload.update({
        collection: 'users',
        id,
        data: { role: 'author' },
        overrideAccess: true,
      }),
    'has another desk': async (id: string) => {
      const { region } = await makePair(product)
      const desk = await product.payload.create({
        collection: 'desks',
        data: { name: `Woanders ${region}`, regions: [region] },
        overrideAccess: true,
      })
      await product.payload.update({
        collection: 'users',
        id,
        data: { desks: [desk.id] },
        overrideAccess: true,
      })
    },
    'has no account': (id: string) =>
      product.payload.delete({ collection: 'users', id, overrideAccess: true }),
  }

  it.each(Object.entries(endings))(
    'is carried out, and ends, though its planner %s',
    async (change, end) => {
      const id = await approved()
      const planner = await product.signIn('editor')
      await schedule(id, { publishAt: inDays(2), unpublishAt: inDays(4) }, planner)
      await end(planner.id)
      expect(await at(Date.now() + 3 * 86_400_000)).toBe(1)
      vi.useRealTimers()
      expect(await seen(id)).toBe(200)
      const published = await workflow(id)
      expect(published.get('events.0.transition')).toBe('publish')
      // Whoever is gone plans no more: somebody else has taken it over.
      const isPlanners = published.get('events.0.actor.id') === planner.id
      expect(isPlanners).toBe(change !== 'has no account')
      expect(await at(Date.now() + 5 * 86_400_000)).toBe(1)
      vi.useRealTimers()
      expect(await seen(id)).toBe(404)
      expect((await workflow(id)).get('events.0')).toMatchObject({ transition: 'unpublish' })
    },
  )

  it.each(['draft', 'in_review', 'changes_requested', 'approved', 'live'])(
    'is the end of what is live alone, whatever the working copy is: %s',
    async (stage) => {
      const id = await makeLive(product, { author, editor })
      const path = `/regional-sections/${id}`
      if (stage !== 'live') {
        await product.call('PATCH', path, { ...author, body: { headline: `Neu, ${stage}` } })
      }
      if (stage !== 'live' && stage !== 'draft') {
        await transition(product, author, id, { transition: 'submit' })
      }
      if (stage === 'approved') await transition(product, editor, id, { transition: 'approve' })
      if (stage === 'changes_requested') {
        await transition(product, editor, id, { transition: 'requestChanges', comment: 'Kürzen.' })
      }
      const end = inDays(3)
      const planned = await schedule(id, { unpublishAt: end })
      expect(planned.body).toMatchObject({ state: stage, liveUntil: end })
      const moved = await schedule(id, { unpublishAt: inDays(9) })
      expect(moved.status, moved.text).toBe(200)
      // Taken away, and taken away once more, where there is none.
      const away = { transition: 'schedule', unpublishAt: null }
      const taken = await transition(product, editor, id, away)
      expect(taken.body).toMatchObject({ state: stage, liveUntil: null, plan: null })
      expect((await transition(product, editor, id, away)).status).toBe(422)
      await schedule(id, { unpublishAt: end })
      expect(await at(Date.now() + 4 * 86_400_000)).toBe(1)
      vi.useRealTimers()
      expect(await seen(id)).toBe(404)
      const left = stage === 'live' ? 'draft' : stage
      expect((await workflow(id)).body).toMatchObject({ state: left, live: null, plan: null })
    },
  )

  it('is no end where nothing is live', async () => {
    const id = await writeSection(product, author)
    expect((await schedule(id, { unpublishAt: inDays(3) })).status).toBe(409)
    expect((await schedule(id, { publishAt: inDays(3) })).status).toBe(409)
  })

  it('loses its end where somebody says so', async () => {
    const id = await approved()
    const dates = { publishAt: inDays(2), unpublishAt: inDays(4) }
    await schedule(id, dates)
    const body = { transition: 'schedule', unpublishAt: null }
    const planned = await transition(product, editor, id, body)
    expect(planned.get('plan')).toMatchObject({ publishAt: dates.publishAt, unpublishAt: null })
    expect(await at(Date.now() + 5 * 86_400_000)).toBe(1)
    vi.useRealTimers()
    expect(await seen(id)).toBe(200)
    expect((await workflow(id)).get('plan')).toBeNull()
  })

  it('is named in the event that another takes its place by', async () => {
    const id = await approved()
    const first = inDays(2)
    await schedule(id, { publishAt: first })
    const other = await product.signIn('editor')
    await schedule(id, { publishAt: inDays(3) }, other)
    expect((await workflow(id)).get('events.0')).toMatchObject({
      transition: 'schedule',
      actor: { id: other.id },
      data: { replaced: [{ action: 'publish', dueAt: first, plannedBy: editor.id }] },
    })
  })

  it('is called off by itself: the end of what is live stays', async () => {
    const id = await makeLive(product, { author, editor })
    const end = inDays(9)
    await schedule(id, { unpublishAt: end })
    await product.call('PATCH', `/regional-sections/${id}`, {
      ...author,
      body: { headline: 'Neu' },
    })
    await transition(product, author, id, { transition: 'submit' })
    await transition(product, editor, id, { transition: 'approve' })
    await schedule(id, { publishAt: inDays(4) })
    const off = await transition(product, editor, id, { transition: 'unschedule' })
    expect(off.body).toMatchObject({ state: 'approved', liveUntil: end })
    await schedule(id, { publishAt: inDays(4) })
    const endOff = await transition(product, editor, id, {
      transition: 'unschedule',
      action: 'unpublish',
    })
    expect(endOff.body).toMatchObject({ state: 'scheduled', liveUntil: null })
    const again = { transition: 'unschedule', action: 'unpublish' }
    expect((await transition(product, editor, id, again)).status).toBe(409)
  })

  it('is planned anew, and called off', async () => {
    const id = await approved()
    await schedule(id, { publishAt: inDays(2) })
    const later = inDays(7)
    expect((await schedule(id, { publishAt: later })).get('plan.publishAt')).toBe(later)
    const off = await transition(product, editor, id, { transition: 'unschedule' })
    expect(off.body).toMatchObject({ state: 'approved', plan: null })
    expect((await transition(product, editor, id, { transition: 'unschedule' })).status).toBe(409)
    expect(await at(Date.now() + 9 * 86_400_000)).toBe(0)
  })

  it('gives way to somebody who publishes at once', async () => {
    const id = await approved()
    await schedule(id, { publishAt: inDays(2), unpublishAt: inDays(3) })
    const live = await transition(product, editor, id, { transition: 'publish' })
    expect(live.body).toMatchObject({ state: 'live', plan: { publishAt: null } })
    expect(await at(Date.now() + 2.5 * 86_400_000)).toBe(0)
    expect(await at(Date.now() + 1 * 86_400_000)).toBe(1)
    vi.useRealTimers()
    expect(await seen(id)).toBe(404)
  })

  it('ends for the text that is live then, also when a newer one was published', async () => {
    const id = await makeLive(product, { author, editor })
    await schedule(id, { unpublishAt: inDays(3) })
    await product.call('PATCH', `/regional-sections/${id}`, {
      ...author,
      body: { headline: 'Neu' },
    })
    await transition(product, author, id, { transition: 'submit' })
    await transition(product, editor, id, { transition: 'approve' })
    const live = await transition(product, editor, id, { transition: 'publish' })
    expect(live.get('plan.unpublishAt')).toBeTruthy()
    expect(await at(Date.now() + 4 * 86_400_000)).toBe(1)
    vi.useRealTimers()
    expect(await seen(id)).toBe(404)
  })

  it('keeps the end of what is live, whatever becomes of the text that is to follow it', async () => {
    const end = inDays(3)
    const follow = async () => {
      const id = await makeLive(product, { author, editor })
      await schedule(id, { unpublishAt: end })
      await product.call('PATCH', `/regional-sections/${id}`, {
        ...author,
        body: { headline: 'Neu' },
      })
      await transition(product, author, id, { transition: 'submit' })
      await transition(product, editor, id, { transition: 'approve' })
      const planned = await schedule(id, { publishAt: inDays(4), unpublishAt: inDays(9) })
      expect(planned.body).toMatchObject({ state: 'scheduled', liveUntil: end })
      return id
    }
    const edited = await follow()
    await product.call('PATCH', `/regional-sections/${edited}`, {
      ...author,
      body: { headline: 'X' },
    })
    expect((await workflow(edited)).get('liveUntil')).toBe(end)
    expect(await at(Date.now() + 3.5 * 86_400_000)).toBe(1)
    vi.useRealTimers()
    expect(await seen(edited)).toBe(404)

    // Whoever takes it off by hand does not want it back by the plan of its next version.
    const removed = await follow()
    const off = await transition(product, editor, removed, { transition: 'unpublish' })
    expect(off.body).toMatchObject({ state: 'approved', plan: null, live: null })
    expect(await at(Date.now() + 5 * 86_400_000)).toBe(0)
    expect(await seen(removed)).toBe(404)
    vi.useRealTimers()

    const replaced = await follow()
    const kept = { transition: 'unpublish', keepPlan: true }
    expect((await transition(product, editor, replaced, kept)).get('state')).toBe('scheduled')
    expect(await at(Date.now() + 5 * 86_400_000)).toBe(1)
    expect(await seen(replaced)).toBe(200)
    expect(await at(Date.now() + 5 * 86_400_000)).toBe(1)
    vi.useRealTimers()
    expect(await seen(replaced)).toBe(404)
  })

  it('goes live and off again, in order, when the product was down over both dates', async () => {
    const id = await approved()
    await schedule(id, { publishAt: inDays(2), unpublishAt: inDays(3) })
    expect(await at(Date.now() + 5 * 86_400_000)).toBe(2)
    vi.useRealTimers()
    expect((await workflow(id)).body).toMatchObject({ state: 'draft', live: null, plan: null })
  })

  it('changes its end alone', async () => {
    const id = await approved()
    await schedule(id, { publishAt: inDays(2) })
    const later = inDays(5)
    expect((await schedule(id, { unpublishAt: later })).get('plan.unpublishAt')).toBe(later)
    expect((await schedule(id, { unpublishAt: inDays(1) })).status).toBe(422)
  })

  it('names each date that makes no plan, and why', async () => {
    const id = await approved()
    const details = async (dates: Record<string, string>) => {
      const answer = await schedule(id, dates)
      expect(answer.status, answer.text).toBe(422)
      return answer.get('error.details')
    }
    expect(await details({})).toMatchObject([{ path: 'publishAt' }])
    expect(await details({ publishAt: '2020-01-01T08:00' })).toMatchObject([{ path: 'publishAt' }])
    expect(await details({ publishAt: 'morgen' })).toMatchObject([{ path: 'publishAt' }])
    expect(await details({ publishAt: inDays(3), unpublishAt: inDays(2) })).toMatchObject([
      { path: 'unpublishAt' },
    ])
    expect(await details({ publishAt: '2027-03-28T02:30' })).toMatchObject([
      { path: 'publishAt', reason: expect.stringContaining('the clock goes forward') as string },
    ])
    const draft = await writeSection(product, author)
    expect((await schedule(draft, { publishAt: inDays(2) })).status).toBe(409)
    const live = await makeLive(product, { author, editor })
    expect((await schedule(live, { publishAt: inDays(2) })).status).toBe(422)
    expect((await schedule(id, { publishAt: inDays(2) }, author)).status).toBe(403)
  })

  it.each([
    ['2027-03-28T01:30', '2027-03-28T00:30:00.000Z'],
    ['2027-03-28T03:30', '2027-03-28T01:30:00.000Z'],
    ['2027-10-31T01:30', '2027-10-30T23:30:00.000Z'],
    ['2027-10-31T02:30+02:00', '2027-10-31T00:30:00.000Z'],
    ['2027-10-31T02:30+01:00', '2027-10-31T01:30:00.000Z'],
    ['2027-10-31T03:30', '2027-10-31T02:30:00.000Z'],
  ])('takes %s in Berlin for %s, around the changes of the clock', async (local, utc) => {
    // What other tests have planned is carried out before.
    await at(Date.parse(utc) - 60_000)
    vi.useRealTimers()
    const id = await approved()
    expect((await schedule(id, { publishAt: local })).get('plan.publishAt')).toBe(utc)
    expect(await at(Date.parse(utc) - 1)).toBe(0)
    expect(await at(utc)).toBe(1)
    vi.useRealTimers()
    expect((await workflow(id)).get('state')).toBe('live')
  })
})
