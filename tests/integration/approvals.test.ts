import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { bodyOf, makeLive, transition, writeSection } from '#support/factories.ts'
import { publishBySql } from '#support/publication-by-sql.ts'
import { deedsIn, openNewsroom, type Newsroom } from '#support/newsroom.ts'
import type { Product, SignedIn } from '#support/product.ts'
import { verifyAudit } from '#audit/verify.ts'

let room: Newsroom
let product: Product
let author: SignedIn
let one: SignedIn
let two: SignedIn
let three: SignedIn
let admin: SignedIn

beforeAll(async () => {
  room = await openNewsroom()
  ;({ product, author, one, two, three, admin } = room)
})
afterAll(async () => {
  expect((await verifyAudit(product.payload)).problems).toEqual([])
  await product.close()
})

const { step, refused, workflow, seen, edit, inDays, ask } = deedsIn(() => room)

describe('an approval that is taken back', () => {
  const reason = { comment: 'Die Quelle trägt das nicht.' }
  const approved = async (stage: string) => {
    const id = await writeSection(product, author)
    await step(id, author, 'submit')
    await step(id, one, 'approve')
    if (stage === 'scheduled') await step(id, two, 'schedule', { publishAt: inDays(2) })
    return id
  }

  it.each(['approved', 'scheduled'])('puts a text that is %s back into review', async (stage) => {
    const id = await approved(stage)
    const back = await step(id, one, 'revokeApproval', reason)
    expect(back.body).toMatchObject({ state: 'in_review', plan: null })
    const after = await workflow(id)
    expect(after.get('approvals.0')).toMatchObject({
      approvedBy: { id: one.id },
      revoked: { by: { id: one.id }, reason: reason.comment },
    })
    expect(after.get('events.0')).toMatchObject({
      transition: 'revokeApproval',
      from: stage,
      to: 'in_review',
      comment: reason.comment,
      data: {
        approvers: [one.id],
        contributors: [author.id],
        planners: stage === 'scheduled' ? [two.id] : [],
      },
    })
    expect(await refused(id, two, 'publish')).toEqual([409, 'wrong_state'])
    // Whoever took it back may sign again; so may others.
    await step(id, one, 'approve')
    await step(id, one, 'revokeApproval', reason)
    await step(id, two, 'approve')
    await step(id, two, 'publish')
    const receipt = (await workflow(id)).get('live.approvals')
    expect(receipt).toMatchObject([{ approvedBy: { id: two.id } }])
  })

  it('says why', async () => {
    const id = await approved('approved')
    expect(await refused(id, one, 'revokeApproval')).toEqual([422, 'checks_block'])
  })

  it('is one’s own first; who has not signed takes all of them back', async () => {
    await ask(2)
    const id = await writeSection(product, author)
    await step(id, author, 'submit')
    await step(id, one, 'approve')
    await step(id, two, 'approve')
    const own = await step(id, one, 'revokeApproval', reason)
    expect(own.get('approval')).toMatchObject({ given: 1, required: 2 })
    await step(id, one, 'approve')
    await step(id, three, 'revokeApproval', reason)
    expect((await workflow(id)).get('approval')).toMatchObject({ given: 0, required: 2 })
    await ask(1)
  })

  it('leaves a text approved where what is left is enough by the rules of now', async () => {
    await ask(2)
    const id = await writeSection(product, author)
    await step(id, author, 'submit')
    await step(id, one, 'approve')
    await step(id, two, 'approve')
    await ask(1)
    const back = await step(id, one, 'revokeApproval', reason)
    expect(back.get('state')).toBe('approved')
    expect((await workflow(id)).get('events.0')).toMatchObject({
      transition: 'complete',
      data: { required: 1 },
    })
    await step(id, three, 'publish')
    expect(await seen(id)).toBe(200)
  })

  it('of a text that was planned, and goes on, makes its words their writer’s again', async () => {
    const id = await writeSection(product, author)
    await edit(id, one, 'Von der Redakteurin')
    await step(id, author, 'submit')
    await step(id, two, 'approve')
    await step(id, two, 'schedule', { publishAt: inDays(2) })
    const go = { ...three, body: { intro: 'Von jemand anderem.' } }
    await product.call('PATCH', `/regional-sections/${id}?keepPlan=true`, go)
    await step(id, two, 'revokeApproval', reason)
    await step(id, three, 'submit')
    expect(await refused(id, one, 'approve')).toEqual([403, 'four_eyes'])
    await step(id, two, 'approve')
  })

  it('is that of a text in review, too', async () => {
    await ask(2)
    const id = await writeSection(product, author)
    await step(id, author, 'submit')
    await step(id, one, 'approve')
    const back = await step(id, one, 'revokeApproval', reason)
    expect(back.body).toMatchObject({ state: 'in_review', approval: { given: 0 } })
    await ask(1)
  })

  it.each([
    ['an author', () => author, [403, 'not_allowed']],
    ['a writer of it who is an editor', () => two, [200, undefined]],
  ] as const)('by %s: %j', async (_, person, expected) => {
    const id = await writeSection(product, author)
    await edit(id, two, 'Auch von Zwei')
    await step(id, author, 'submit')
    await step(id, one, 'approve')
    expect(await refused(id, person(), 'revokeApproval', reason)).toEqual(expected)
  })

  it('is never that of what is live, or of what nobody has approved', async () => {
    const live = await makeLive(product, { author, editor: one })
    expect(await refused(live, one, 'revokeApproval', reason)).toEqual([409, 'wrong_state'])
    const draft = await writeSection(product, author)
    expect(await refused(draft, one, 'revokeApproval', reason)).toEqual([409, 'wrong_state'])
    const { rows } = await product.sql.query<{ id: string }>(
      'SELECT id FROM workflow_approvals WHERE document = $1',
      [live],
    )
    const insert = product.sql.query(
      `INSERT INTO workflow_revocations (approval, document, revoked_by, revoked_by_name, reason)
       VALUES ($1, $2, 'x', 'x', 'x')`,
      [rows[0]?.id, live],
    )
    await expect(insert).rejects.toThrow('only an approval of what is not live')
  })

  it('stays on record: nobody changes or removes it', async () => {
    const id = await approved('approved')
    await step(id, one, 'revokeApproval', reason)
    for (const statement of [
      'UPDATE workflow_revocations SET reason = reason',
      'DELETE FROM workflow_revocations',
      'TRUNCATE workflow_revocations',
    ]) {
      await expect(product.sql.query(statement)).rejects.toThrow('append-only')
    }
  })

  it('counts no more for the database either', async () => {
    const id = await approved('approved')
    const digest = (await workflow(id)).get('digest')
    await step(id, one, 'revokeApproval', reason)
    const before = `UPDATE workflow_states SET stage = 'approved' WHERE id = '${id}'`
    expect(await publishBySql(product, { id, digest, before })).toContain('no valid approval')
  })
})

describe('the rules of approval, when they change', () => {
  afterEach(() => ask(1))
  const waiting = async (...signers: SignedIn[]) => {
    const id = await writeSection(product, author)
    await step(id, author, 'submit')
    for (const signer of signers) await step(id, signer, 'approve')
    return id
  }

  it('free at once what waited for a signature that is asked for no more', async () => {
    await ask(2)
    const id = await waiting(one)
    expect((await workflow(id)).get('approval')).toMatchObject({
      given: 1,
      required: 2,
      isComplete: false,
      text: '1 of 2, missing: another approval',
    })
    const unsigned = await waiting()
    await ask(1)
    const after = await workflow(id)
    expect(after.body).toMatchObject({ state: 'approved', approval: null })
    expect(after.get('events.0')).toMatchObject({
      transition: 'complete',
      from: 'in_review',
      to: 'approved',
      actor: { id: admin.id },
      data: { required: 1 },
    })
    expect((await workflow(unsigned)).get('state')).toBe('in_review')
    await step(id, two, 'publish')
    expect(await seen(id)).toBe(200)
  })

  it('free what waited for a role that is asked for no more', async () => {
    await ask(2, 'admin')
    const id = await waiting(one, two)
    expect((await workflow(id)).body).toMatchObject({
      state: 'in_review',
      approval: {
        given: 2,
        required: 2,
        missingRole: 'admin',
        text: '2 of 2, missing: Administrator',
      },
    })
    await ask(2)
    expect((await workflow(id)).get('state')).toBe('approved')
    await step(id, three, 'publish')
  })

  it.each([
    {
      what: 'an approval',
      signers: () => [],
      before: () => ask(2),
      after: () => ask(1),
      give: (id: string) => step(id, one, 'approve'),
    },
    {
      what: 'a sign-off',
      signers: () => [two],
      before: () => ask(1, null, ['legal', 'language']),
      after: () => ask(1, null, ['legal']),
      give: async (id: string) => {
        const path = `/regional-sections/${id}/workflow/sign-offs`
        const given = await product.call('POST', path, { ...one, body: { kind: 'legal' } })
        expect(given.status, given.text).toBe(201)
      },
    },
  ])(
    'are held against $what that is given at the same moment',
    async ({ signers, before, after, give }) => {
      await before()
      const id = await waiting(...signers())
      expect((await workflow(id)).get('state')).toBe('in_review')
      // What is given has been judged, and waits to be put on record.
      const other = await product.connect()
      await other.query('BEGIN')
      const chain = `regional-sections/${id}`
      await other.query('SELECT FROM workflow_chains WHERE chain = $1 FOR UPDATE', [chain])
      const given = give(id)
      await vi.waitFor(
        async () => {
          const { rows } = await other.query(
            'SELECT FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))',
          )
          expect(rows).toHaveLength(1)
        },
        { timeout: 60_000, interval: 50 },
      )
      const changed = after()
      await new Promise((resolve) => setTimeout(resolve, 700))
      await other.query('COMMIT')
      await other.end()
      await Promise.all([given, changed])
      expect((await workflow(id)).get('state')).toBe('approved')
    },
  )

  it.each([
    ['submit', () => writeSection(product, author)],
    ['approve', () => waiting()],
    ['revokeApproval', () => waiting(one)],
    ['publish', () => waiting(one)],
    ['unpublish', () => makeLive(product, { author, editor: one })],
  ] as const)('are waited for by %s before its document is locked', async (name, prepare) => {
    const id = await prepare()
    const other = await product.connect()
    await other.query('BEGIN')
    await other.query(`SELECT pg_advisory_xact_lock(hashtext('workflow rules'))`)
    const more = name === 'revokeApproval' ? { comment: 'Noch einmal.' } : {}
    const taken = step(id, name === 'submit' ? author : two, name, more)
    await vi.waitFor(async () => {
      const { rows } = await other.query(
        'SELECT FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))',
      )
      expect(rows).toHaveLength(1)
    })
    const locked = 'SELECT FROM workflow_states WHERE id = $1 FOR UPDATE NOWAIT'
    expect((await product.sql.query(locked, [id])).rows).toHaveLength(1)
    await other.query('COMMIT')
    await other.end()
    await taken
  })

  it('ask for more of what is still in review, and of nothing that was approved', async () => {
    await ask(2)
    const approved = await waiting(one, two)
    const inReview = await waiting(one)
    await ask(3)
    expect((await workflow(approved)).get('state')).toBe('approved')
    await step(approved, three, 'publish')
    const second = await step(inReview, two, 'approve')
    expect(second.body).toMatchObject({ state: 'in_review', approval: { given: 2, required: 3 } })
    expect((await step(inReview, three, 'approve')).get('state')).toBe('approved')
  })
})

describe('a comment that blocks', () => {
  const comment = (id: string, person = three) =>
    product.call('POST', `/regional-sections/${id}/workflow/comments`, {
      ...person,
      body: { body: 'Die Zahl stimmt nicht.', isBlocking: true },
    })

  it.each(['approved', 'scheduled'])('holds a text that is %s', async (stage) => {
    const id = await writeSection(product, author)
    await step(id, author, 'submit')
    await step(id, one, 'approve')
    if (stage === 'scheduled') await step(id, two, 'schedule', { publishAt: inDays(2) })
    const said = await comment(id)
    expect(said.status).toBe(201)
    for (const [name, more] of [
      ['publish', {}],
      ['schedule', { publishAt: inDays(3) }],
    ] as const) {
      const answer = await transition(product, two, id, { transition: name, ...more })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('Die Zahl stimmt nicht.')
    }
    const view = await workflow(id)
    expect(view.get('allowed')).not.toContain('publish')
    const path = `/regional-sections/${id}/workflow/comments/${String(said.get('id'))}`
    await product.call('PATCH', path, { ...three, body: { isResolved: true } })
    await step(id, two, 'publish')
  })
})

describe('a text that is what is live', () => {
  /** Where the working copy may be when the words come back. */
  const ways: Record<string, (id: string) => Promise<unknown>> = {
    draft: () => Promise.resolve(),
    in_review: (id) => step(id, author, 'submit'),
    changes_requested: async (id) => {
      await step(id, author, 'submit')
      await step(id, two, 'requestChanges', { comment: 'Zurück.' })
    },
    approved: async (id) => {
      await step(id, author, 'submit')
      await step(id, two, 'approve')
    },
    scheduled: async (id) => {
      await step(id, author, 'submit')
      await step(id, two, 'approve')
      await step(id, two, 'schedule', { publishAt: inDays(2) })
    },
  }

  it.each(Object.entries(ways))('is live again, from %s', async (_, way) => {
    const id = await writeSection(product, author, { headline: 'Das Original' })
    await step(id, author, 'submit')
    await step(id, one, 'approve')
    await step(id, one, 'publish')
    const before = await workflow(id)
    await edit(id, author, 'Etwas anderes')
    await way(id)
    await edit(id, author, 'Das Original')
    const after = await workflow(id)
    expect(after.body).toMatchObject({
      state: 'live',
      digest: before.get('digest'),
      live: before.get('live'),
      plan: null,
    })
    expect(after.get('events')).toContainEqual(
      expect.objectContaining({ transition: 'edit', to: 'live' }),
    )
    await step(id, one, 'schedule', { unpublishAt: inDays(2) })
    await step(id, one, 'unpublish')
  })

  it('is a draft again with the next word, and nobody’s own to approve', async () => {
    const id = await writeSection(product, one, {
      headline: 'Das Original',
      sections: [{ kind: 'aufgaben', heading: 'Was zu tun ist', body: bodyOf('Vieles.') }],
    })
    await step(id, one, 'submit')
    await step(id, two, 'approve')
    await step(id, two, 'publish')
    await edit(id, three, 'Etwas anderes')
    await edit(id, three, 'Das Original')
    await edit(id, one, 'Von mir')
    await step(id, one, 'submit')
    expect(await refused(id, one, 'approve')).toEqual([403, 'four_eyes'])
    await step(id, three, 'approve')
  })
})

describe('a house that locks what is in review', () => {
  const lock = async (locksInReview: boolean) => {
    const body = { locksInReview }
    const answer = await product.call('POST', '/globals/workflow-settings', { ...admin, body })
    expect(answer.status, answer.text).toBe(200)
  }
  beforeAll(() => lock(true))
  afterAll(() => lock(false))

  const inReview = async () => {
    const id = await writeSection(product, author)
    await edit(id, one, 'Auch von Eins')
    await step(id, author, 'submit')
    return id
  }
  const change = async (id: string, person: SignedIn, headline = 'Anders') => {
    const path = `/regional-sections/${id}`
    const answer = await product.call('PATCH', path, { ...person, body: { headline } })
    return [answer.status, answer.get('errors.0.data.code') ?? answer.get('error.code')]
  }

  it.each([
    ['its author', () => author, 409],
    ['who wrote on it', () => one, 409],
    ['who reviews', () => two, 200],
    ['the administration', () => admin, 200],
  ] as const)('refuses or takes an edit by %s: %j', async (_, person, status) => {
    const id = await inReview()
    const before = (await workflow(id)).get('digest')
    expect((await change(id, person()))[0]).toBe(status)
    const after = await workflow(id)
    expect(after.get('state')).toBe(status === 200 ? 'draft' : 'in_review')
    if (status !== 200) expect(after.get('digest')).toBe(before)
  })

  it('takes a save that changes nothing', async () => {
    const id = await inReview()
    expect((await change(id, author, 'Auch von Eins'))[0]).toBe(200)
    expect((await workflow(id)).get('state')).toBe('in_review')
  })

  it('lets nobody but the reviewer change or withdraw what is being reviewed', async () => {
    const id = await inReview()
    const claimed = await product.call('POST', `/regional-sections/${id}/workflow/claim`, {
      ...two,
      body: {},
    })
    expect(claimed.status, claimed.text).toBe(200)
    expect((await change(id, three))[0]).toBe(409)
    expect((await change(id, admin))[0]).toBe(409)
    expect(await refused(id, author, 'withdraw')).toEqual([409, 'claimed'])
    expect((await workflow(id, author)).get('allowed')).not.toContain('withdraw')
    expect((await change(id, two))[0]).toBe(200)
  })

  it('lets it be withdrawn, and written on', async () => {
    const id = await inReview()
    await step(id, author, 'withdraw')
    expect((await change(id, author))[0]).toBe(200)
  })
})
