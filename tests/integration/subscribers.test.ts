import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeLive, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { sqlIn } from '#database/sql.ts'
import type { Subscriber } from '#record/subscribers.ts'

// Who hears of an event, and when: everything that it tells of is written then, and what a subscriber
// makes of it belongs to it.

describe('a subscriber', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let house: Subscriber[]
  let others: readonly Subscriber[]

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
  })
  afterAll(() => product.close())
  beforeEach(() => {
    house = product.payload.config.custom.subscribers as Subscriber[]
    others = [...house]
  })
  afterEach(() => {
    house.splice(0, house.length, ...others)
  })

  /** The first of all: what it does wrong must not keep the others from hearing. */
  const subscribe = (handle: Subscriber['handle']) => house.unshift({ name: 'test', handle })
  const edit = (id: string, headline: string) =>
    product.call('PATCH', `/regional-sections/${id}`, { ...author, body: { headline } })
  const read = async (id: string) => {
    const { body } = await product.call('GET', `/regional-sections/${id}/workflow`, editor)
    return body as { state: string; round: number; digest: string; events: unknown[] }
  }

  it('hears of each event once, and finds everything as it is from then on', async () => {
    const heard: unknown[] = []
    subscribe(async (req, { kind, transition: name, to, id }) => {
      if (kind === 'reference') return
      const db = await sqlIn(req)
      const {
        rows: [row],
      } = await db.execute(
        sql`SELECT s.stage, s.live_digest IS NOT NULL AS is_live,
              EXISTS (SELECT FROM delivery.documents d WHERE d.id = s.id) AS is_delivered
            FROM workflow_states s WHERE s.id = ${id}::uuid`,
      )
      heard.push([name, to === row?.stage, row?.is_live, row?.is_delivered])
    })
    const id = await writeSection(product, author)
    const publishAt = new Date(Date.now() + 86_400_000).toISOString()
    for (const [person, name] of [
      [author, 'submit'],
      [editor, 'approve'],
      [editor, 'publish'],
    ] as const) {
      await transition(product, person, id, { transition: name })
    }
    await edit(id, 'Anders')
    await edit(id, 'Noch einmal anders')
    await transition(product, author, id, { transition: 'submit' })
    await transition(product, editor, id, { transition: 'approve' })
    await transition(product, editor, id, { transition: 'schedule', publishAt })
    await transition(product, editor, id, { transition: 'unpublish', keepPlan: true })
    await edit(id, 'Wieder anders')
    expect(heard).toEqual([
      ['create', true, false, false],
      ['submit', true, false, false],
      ['approve', true, false, false],
      ['publish', true, true, true],
      // The second edit is of a draft, and no event.
      ['edit', true, true, true],
      ['submit', true, true, true],
      ['approve', true, true, true],
      ['schedule', true, true, true],
      ['unpublish', true, false, false],
      ['edit', true, false, false],
      ['planCancelled', false, false, false],
    ])
  })

  it('is heard itself: an edit calls a plan off, and who planned is told', async () => {
    const id = await writeSection(product, author)
    const publishAt = new Date(Date.now() + 86_400_000).toISOString()
    for (const [person, name] of [
      [author, 'submit'],
      [editor, 'approve'],
      [editor, 'schedule'],
    ] as const) {
      const dates = name === 'schedule' ? { publishAt } : {}
      await transition(product, person, id, { transition: name, ...dates })
    }
    const heard: unknown[] = []
    subscribe((_, { kind, transition: name }) => {
      heard.push(`${kind}.${name}`)
      return Promise.resolve()
    })
    await edit(id, 'Anders')
    expect(heard).toEqual(['workflow.edit', 'plan.planCancelled'])
    const { rows } = await product.sql.query(
      `SELECT n.person, p.status FROM notifications n JOIN workflow_plans p USING (document)
       WHERE n.document = $1 AND n.kind = 'planCancelled'`,
      [id],
    )
    expect(rows).toEqual([{ person: editor.id, status: 'cancelled' }])
  })

  const failures: [string, Subscriber['handle']][] = [
    ['throws', () => Promise.reject(new Error('The subscriber fails.'))],
    [
      'writes and throws',
      async (req, { id }) => {
        await (
          await sqlIn(req)
        ).execute(sql`UPDATE workflow_states SET round = 77 WHERE id = ${id}::uuid`)
        throw new Error('The subscriber fails.')
      },
    ],
    [
      'asks what the database does not have',
      async (req) => {
        await (await sqlIn(req)).execute(sql`SELECT FROM nothing`)
      },
    ],
  ]

  describe.each(failures)('that %s', (_, hear) => {
    it('undoes a step', async () => {
      const id = await writeSection(product, author)
      const before = await read(id)
      subscribe(hear)
      const answer = await transition(product, author, id, { transition: 'submit' })
      expect(answer.status).toBe(500)
      expect(await read(id)).toEqual(before)
    })

    it('undoes a publication, and what sites would have been told of it', async () => {
      const id = await writeSection(product, author)
      await transition(product, author, id, { transition: 'submit' })
      await transition(product, editor, id, { transition: 'approve' })
      const before = await read(id)
      subscribe(hear)
      expect((await transition(product, editor, id, { transition: 'publish' })).status).toBe(500)
      expect(await read(id)).toEqual(before)
      const { rows } = await product.sql.query(
        'SELECT FROM delivery.releases WHERE document = $1',
        [id],
      )
      expect(rows).toEqual([])
    })

    it('undoes an edit', async () => {
      const id = await makeLive(product, { author, editor })
      const before = await read(id)
      subscribe(hear)
      expect((await edit(id, 'Anders')).status).toBe(500)
      expect(await read(id)).toEqual(before)
    })

    it.each(['unpublish', 'archive'])('does not hold up %s, nor the others', async (name) => {
      const id = await makeLive(product, { author, editor })
      subscribe(hear)
      const answer = await transition(product, editor, id, { transition: name })
      expect(answer.status).toBe(200)
      const { rows } = await product.sql.query(
        `SELECT s.stage, s.live_digest, s.round <> 77 AS is_untouched,
           EXISTS (SELECT FROM delivery.documents WHERE id::text = $1) AS is_delivered,
           EXISTS (SELECT FROM notifications WHERE document = $1 AND kind = 'unpublished') AS is_told
         FROM workflow_states s WHERE id = $1::uuid`,
        [id],
      )
      expect(rows).toEqual([
        {
          stage: name === 'archive' ? 'archived' : 'draft',
          live_digest: null,
          is_untouched: true,
          is_delivered: false,
          is_told: name === 'unpublish',
        },
      ])
    })
  })
})
