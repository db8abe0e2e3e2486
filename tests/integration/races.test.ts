import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sectionContent, transition } from '#support/factories.ts'
import type { Answer } from '#support/http.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { contradictionsIn, look, type Sight } from '#support/soundness.ts'
import { readRaces } from '#support/thoroughness.ts'
import { runDuePlans } from '#planning/run.ts'

/** In all. Some kinds have twice as many as others. */
const races = readRaces()
const rounds = races / 10

describe('two who act on one text at the same moment', { timeout: 120_000 + 6000 * rounds }, () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let second: SignedIn
  let site: { authorization: string }
  let profession: string
  let written = 0
  let done = 0

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    second = await product.signIn('editor')
    site = await product.makeSite()
    const made = await product.payload.create({
      collection: 'professions',
      data: { name: 'Beruf', slug: '' },
      overrideAccess: true,
    })
    profession = made.id
  })
  afterAll(() => product.close())

  /** Texts by the author, as far along the way as these steps lead. */
  const write = async (
    count: number,
    ...steps: (readonly [SignedIn, string, object?])[]
  ): Promise<string[]> => {
    const ids: string[] = []
    for (let index = 0; index < count; index += 1) {
      written += 1
      const region = await product.payload.create({
        collection: 'regions',
        data: { name: `Ort ${String(written)}`, slug: '', kind: 'gemeinde' },
        overrideAccess: true,
      })
      const body = { ...sectionContent(), profession, region: region.id }
      const answer = await product.call('POST', '/regional-sections', { ...author, body })
      expect(answer.status, answer.text).toBe(201)
      ids.push(String(answer.get('doc.id')))
    }
    for (const [person, name, extra] of steps) {
      const body = { ids, transition: name, ...extra }
      const answer = await product.call('POST', '/regional-sections/transitions', {
        ...person,
        body,
      })
      expect(answer.get('done'), answer.text).toBe(count)
    }
    return ids
  }
  const edit = (person: SignedIn, id: string, body: Record<string, unknown>) =>
    product.call('PATCH', `/regional-sections/${id}`, { ...person, body })
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

  /** Everything is in order, nothing but what was accepted happened, and that just once. */
  const settle = async (id: string, before: readonly string[], answers: Record<string, Answer>) => {
    done += 1
    for (const [name, { status, text }] of Object.entries(answers)) {
      expect([200, 403, 409, 412, 422], `${name}: ${String(status)} ${text}`).toContain(status)
    }
    const sight = await look(product, { reader: editor, site }, id)
    expect(contradictionsIn(sight), describeRace(answers, sight)).toEqual([])
    const accepted = Object.entries(answers).flatMap(([name, { status }]) =>
      status === 200 ? [name.split(' ')[0] ?? ''] : [],
    )
    const happened = eventsOf(sight).slice(before.length)
    const isStep = (name: string) => name !== 'edit' && name !== 'planCancelled'
    expect(happened.filter(isStep).sort(), describeRace(answers, sight)).toEqual(
      accepted.filter(isStep).sort(),
    )
    return sight
  }
  const expectEdit = (sight: Sight, answer: Answer | undefined, body: Record<string, string>) => {
    for (const [field, value] of Object.entries(body)) {
      expect(sight.working.get(field) === value).toBe(answer?.status === 200)
    }
  }

  it('leave live what was approved, when one publishes and one edits', async () => {
    const ids = await write(rounds, [author, 'submit'], [editor, 'approve'])
    for (const [round, id] of ids.entries()) {
      const body = { headline: `Neu ${String(round)}` }
      const [publish, edited] = await Promise.all([
        transition(product, editor, id, { transition: 'publish' }),
        edit(author, id, body),
      ])
      const sight = await settle(id, ['create', 'submit', 'approve'], { publish, edit: edited })
      expectEdit(sight, edited, body)
      expect(sight.live.status).toBe(publish.status === 200 ? 200 : 404)
      expect(sight.live.get('headline')).not.toBe(body.headline)
      expect(publish.status === 200 || edited.status === 200).toBe(true)
    }
  })

  it('leave approved what was seen, when one approves and one edits', async () => {
    const ids = await write(rounds, [author, 'submit'])
    for (const [round, id] of ids.entries()) {
      const body = { intro: `Neu ${String(round)}` }
      const [approve, edited] = await Promise.all([
        transition(product, editor, id, { transition: 'approve' }),
        edit(author, id, body),
      ])
      const sight = await settle(id, ['create', 'submit'], { approve, edit: edited })
      expectEdit(sight, edited, body)
      expect(sight.workflow.get('state')).toBe(edited.status === 200 ? 'draft' : 'approved')
      const publish = await transition(product, editor, id, { transition: 'publish' })
      expect(publish.status).toBe(edited.status === 200 ? 409 : 200)
    }
  })

  it('publish once', async () => {
    const ids = await write(rounds, [author, 'submit'], [editor, 'approve'])
    for (const id of ids) {
      const [publish, again] = await Promise.all([
        transition(product, editor, id, { transition: 'publish' }),
        transition(product, second, id, { transition: 'publish' }),
      ])
      const sight = await settle(id, ['create', 'submit', 'approve'], {
        publish,
        'publish again': again,
      })
      expect([publish.status, again.status].sort()).toEqual([200, 409])
      expect(sight.workflow.get('state')).toBe('live')
    }
  })

  it('lose no edit: both are in the text, or one was refused', async () => {
    const ids = await write(2 * rounds)
    for (const [round, id] of ids.entries()) {
      const [first, other] = [
        { headline: `H${String(round)}` },
        { intro: `I${String(round)}`, kicker: `K${String(round)}` },
      ]
      const [one, two] = await Promise.all([edit(author, id, first), edit(editor, id, other)])
      const sight = await settle(id, ['create'], { 'edit one': one, 'edit two': two })
      expectEdit(sight, one, first)
      expectEdit(sight, two, other)
      expect(one.status === 200 || two.status === 200).toBe(true)
    }
  })

  it('plan an end for what is live, or take it off the net, and never both', async () => {
    const ids = await write(rounds, [author, 'submit'], [editor, 'approve'], [editor, 'publish'])
    for (const id of ids) {
      const [schedule, unpublish] = await Promise.all([
        transition(product, editor, id, { transition: 'schedule', unpublishAt: inDays(2) }),
        transition(product, second, id, { transition: 'unpublish' }),
      ])
      const before = ['create', 'submit', 'approve', 'publish']
      const sight = await settle(id, before, { schedule, unpublish })
      expect(unpublish.status).toBe(200)
      expect(sight.workflow.get('state')).toBe('draft')
      expect(sight.plans).toEqual([])
    }
  })

  it('plan or publish, and a publication leaves no plan behind', async () => {
    const ids = await write(2 * rounds, [author, 'submit'], [editor, 'approve'])
    for (const id of ids) {
      const [schedule, publish] = await Promise.all([
        transition(product, editor, id, { transition: 'schedule', publishAt: inDays(2) }),
        transition(product, second, id, { transition: 'publish' }),
      ])
      const sight = await settle(id, ['create', 'submit', 'approve'], { schedule, publish })
      expect(publish.status).toBe(200)
      expect(sight.workflow.get('state')).toBe('live')
      expect(sight.plans).toEqual([])
    }
  })

  it('carry out a plan that is due once, also beside somebody who edits', async () => {
    const ids = await write(
      2 * rounds,
      [author, 'submit'],
      [editor, 'approve'],
      [editor, 'schedule', { publishAt: inDays(2) }],
    )
    for (const [round, id] of ids.entries()) {
      await product.sql.query(
        `UPDATE workflow_plans SET due_at = now() - interval '1 second' WHERE document = $1`,
        [id],
      )
      const isEdited = round % 2 === 1
      const body = { headline: `Neu ${String(round)}` }
      const [one, two, edited] = await Promise.all([
        runDuePlans(product.payload),
        runDuePlans(product.payload),
        isEdited ? edit(author, id, body) : undefined,
      ])
      const sight = await look(product, { reader: editor, site }, id)
      expect(contradictionsIn(sight)).toEqual([])
      done += 1
      const published = eventsOf(sight).filter((name) => name === 'publish').length
      expect(one + two).toBe(published)
      expect(sight.plans).toEqual([])
      expect(sight.live.get('headline')).not.toBe(body.headline)
      if (isEdited) expectEdit(sight, edited, body)
      if (!isEdited || edited?.status !== 200) expect(published).toBe(1)
      if (edited) expect([200, 409]).toContain(edited.status)
    }
  })

  it('leave nothing behind', async () => {
    expect(done).toBe(races)
    const { rows } = await product.sql.query(
      `SELECT
         (SELECT count(*)::int FROM pg_locks l JOIN pg_stat_activity a USING (pid)
          WHERE l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND a.pid <> pg_backend_pid()) AS locks,
         (SELECT count(*)::int FROM pg_stat_activity
          WHERE datname = current_database() AND state LIKE 'idle in transaction%') AS transactions,
         (SELECT deadlocks::int FROM pg_stat_database
          WHERE datname = current_database()) AS deadlocks,
         (SELECT count(*)::int FROM workflow_plans
          WHERE status = 'pending' AND due_at <= now()) AS "plansDue"`,
    )
    expect(rows).toEqual([{ locks: 0, transactions: 0, deadlocks: 0, plansDue: 0 }])
  })
})

/** What happened to the document, oldest first. */
function eventsOf(sight: Sight): string[] {
  const events: unknown = sight.workflow.get('events')
  if (!Array.isArray(events)) return []
  return events
    .map((event: unknown) =>
      typeof event === 'object' && event !== null && 'transition' in event
        ? String(event.transition)
        : '',
    )
    .reverse()
}

function describeRace(answers: Record<string, Answer>, sight: Sight): string {
  const lines = Object.entries(answers).map(([name, { status, text }]) =>
    [name, String(status), text.slice(0, 300)].join(' '),
  )
  return [...lines, sight.workflow.text].join('\n')
}
