import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { bodyOf, makeLive, transition, writeSection } from '#support/factories.ts'
import { publishBySql } from '#support/publication-by-sql.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { verifyAudit } from '#audit/verify.ts'
import { runDuePlans } from '#planning/run.ts'

let product: Product
let author: SignedIn
let one: SignedIn
let two: SignedIn
let three: SignedIn
let admin: SignedIn
let site: { authorization: string }

beforeAll(async () => {
  product = await startProduct()
  author = await product.signIn('author')
  one = await product.signIn('editor')
  two = await product.signIn('editor')
  three = await product.signIn('editor')
  admin = await product.signIn('admin')
  site = await product.makeSite()
})
afterAll(async () => {
  expect((await verifyAudit(product.payload)).problems).toEqual([])
  await product.close()
})

const step = async (id: string, person: SignedIn, name: string, more = {}) => {
  const answer = await transition(product, person, id, { transition: name, ...more })
  expect(answer.status, `${name}: ${answer.text}`).toBe(200)
  return answer
}
const refused = async (id: string, person: SignedIn, name: string, more = {}) => {
  const answer = await transition(product, person, id, { transition: name, ...more })
  return [answer.status, answer.get('error.code')]
}
const workflow = (id: string, person = one) =>
  product.call('GET', `/regional-sections/${id}/workflow`, person)
const seen = async (id: string) =>
  (await product.call('GET', `/regional-sections/${id}`, site)).status
const edit = async (id: string, person: SignedIn, headline: string) => {
  const answer = await product.call('PATCH', `/regional-sections/${id}`, {
    ...person,
    body: { headline },
  })
  expect(answer.status, answer.text).toBe(200)
}
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
/** How many approvals the house asks for, of regional sections, whatever is at risk. */
const ask = async (
  approvals: number,
  role: 'admin' | 'editor' | null = null,
  signOffs: string[] = [],
) => {
  const rule = { approvals, role, signOffs }
  const settings = await product.call('GET', '/globals/workflow-settings', admin)
  const rules = settings.get('regionalSections')
  const risks = Object.keys(rules !== null && typeof rules === 'object' ? rules : {})
  const body = { regionalSections: Object.fromEntries(risks.map((risk) => [risk, rule])) }
  const answer = await product.call('POST', '/globals/workflow-settings', { ...admin, body })
  expect(answer.status, answer.text).toBe(200)
}

describe('one’s own words', () => {
  /** What takes the approval of what is, or was to be, live away; by whom does not matter. */
  const ways: Record<string, (id: string) => Promise<unknown>> = {
    'archived and opened again': async (id) => {
      await step(id, three, 'archive')
      await step(id, one, 'reopen')
    },
    'taken off the net': (id) => step(id, three, 'unpublish'),
    'taken off the net by the writer': (id) => step(id, one, 'unpublish'),
    'taken off the net, and archived, and opened again': async (id) => {
      await step(id, three, 'unpublish')
      await step(id, three, 'archive')
      await step(id, three, 'reopen')
    },
  }
  const written = async () => {
    const id = await writeSection(product, author)
    await edit(id, one, 'Von der Redakteurin')
    return id
  }

  it.each(Object.entries(ways))('are signed by others when they come back: %s', async (_, way) => {
    const id = await written()
    await step(id, author, 'submit')
    await step(id, two, 'approve')
    await step(id, two, 'publish')
    await way(id)
    await step(id, one, 'submit')
    expect(await refused(id, one, 'approve')).toEqual([403, 'four_eyes'])
    await step(id, two, 'approve')
    await step(id, one, 'publish')
    expect(await seen(id)).toBe(200)
  })

  it.each(['approved', 'scheduled'])('are so where they were only %s', async (stage) => {
    const id = await written()
    await step(id, author, 'submit')
    await step(id, two, 'approve')
    if (stage === 'scheduled') await step(id, two, 'schedule', { publishAt: inDays(2) })
    await step(id, three, 'archive')
    await step(id, one, 'reopen')
    await step(id, one, 'submit')
    expect(await refused(id, one, 'approve')).toEqual([403, 'four_eyes'])
  })

  it.each(['archived', 'deleted'])(
    'are so where somebody else has written on, and it was %s before it was live',
    async (end) => {
      const id = await written()
      await step(id, author, 'submit')
      await step(id, two, 'approve')
      await edit(id, three, 'Ein Komma anders')
      if (end === 'archived') {
        await step(id, two, 'archive')
        await step(id, one, 'reopen')
      } else {
        await product.call('DELETE', `/regional-sections/${id}`, two)
        const restore = `/regional-sections/trash/${id}/restore`
        expect((await product.call('POST', restore, { ...one, body: {} })).status).toBe(200)
      }
      await step(id, one, 'submit')
      expect(await refused(id, one, 'approve')).toEqual([403, 'four_eyes'])
      await step(id, two, 'approve')
    },
  )

  it('are so under a draft that somebody else began while they were live', async () => {
    const id = await written()
    await step(id, author, 'submit')
    await step(id, two, 'approve')
    await step(id, two, 'publish')
    await edit(id, three, 'Ein Entwurf, während es live ist')
    await step(id, three, 'unpublish')
    await step(id, three, 'submit')
    expect(await refused(id, one, 'approve')).toEqual([403, 'four_eyes'])
    expect(await refused(id, three, 'approve')).toEqual([403, 'four_eyes'])
    await step(id, two, 'approve')
  })

  it('are so where somebody else has written on, and a third asked for changes', async () => {
    const id = await written()
    await step(id, author, 'submit')
    await step(id, two, 'approve')
    await edit(id, three, 'Ein Komma anders')
    await step(id, three, 'submit')
    await step(id, two, 'requestChanges', { comment: 'Die Zahl stimmt nicht.' })
    await step(id, one, 'submit')
    expect(await refused(id, one, 'approve')).toEqual([403, 'four_eyes'])
    await step(id, two, 'approve')
    // With what is live the account is settled: of the next text they are readers.
    await step(id, two, 'publish')
    await edit(id, three, 'Die neue Fassung')
    await step(id, three, 'submit')
    await step(id, two, 'requestChanges', { comment: 'Noch etwas.' })
    await edit(id, three, 'Die neue Fassung, genauer')
    await step(id, three, 'submit')
    await step(id, one, 'approve')
  })

  it('hold up nobody who asks for changes of what somebody else made of them', async () => {
    const id = await written()
    await step(id, author, 'submit')
    await step(id, two, 'approve')
    await edit(id, two, 'Zwei schreibt weiter')
    await step(id, two, 'submit')
    await step(id, one, 'requestChanges', { comment: 'So nicht.' })
    await edit(id, two, 'Zwei schreibt es anders')
    await step(id, two, 'submit')
    await step(id, one, 'approve')
  })

  it('hold up nobody else’s while they are live under somebody’s signature', async () => {
    const id = await written()
    await step(id, author, 'submit')
    await step(id, two, 'approve')
    await step(id, two, 'publish')
    await edit(id, three, 'Die neue Fassung')
    await step(id, three, 'submit')
    await step(id, one, 'approve')
  })
})

describe('a signature by whoever wrote what was live', () => {
  afterEach(() => ask(1))
  /** One has written what is live; one has signed what the author, or a third, made of it. */
  const signedByWriter = async (stage: 'in_review' | 'approved' | 'scheduled') => {
    if (stage === 'in_review') await ask(1)
    const id = await writeSection(product, author)
    await edit(id, one, 'Von der Redakteurin')
    await step(id, author, 'submit')
    await step(id, two, 'approve')
    await step(id, two, 'publish')
    if (stage === 'in_review') await ask(2)
    await edit(id, three, 'Ein Komma anders')
    await step(id, three, 'submit')
    await step(id, one, 'approve')
    if (stage === 'scheduled') await step(id, one, 'schedule', { publishAt: inDays(2) })
    return id
  }
  const plannedEnd = async (id: string) => {
    await step(id, two, 'schedule', { unpublishAt: inDays(1) })
    await product.sql.query(
      `UPDATE workflow_plans SET due_at = now() - interval '1 s'
       WHERE document = $1 AND action = 'unpublish'`,
      [id],
    )
    await runDuePlans(product.payload)
  }

  it.each([
    ['approved', 'by hand', (id: string) => step(id, two, 'unpublish', { comment: 'Falsch.' })],
    ['approved', 'at its end', plannedEnd],
    ['scheduled', 'by hand', (id: string) => step(id, two, 'unpublish')],
    [
      'scheduled',
      'by hand, with the plan kept',
      (id: string) => step(id, two, 'unpublish', { keepPlan: true }),
    ],
  ] as const)('counts no more of what is %s, when that is taken off %s', async (stage, _, end) => {
    const id = await signedByWriter(stage)
    await end(id)
    const after = await workflow(id)
    expect(after.body).toMatchObject({ state: 'in_review', plan: null, live: null })
    expect(after.get('events.0')).toMatchObject({
      transition: 'unpublish',
      to: 'in_review',
      data: { approvers: [one.id] },
    })
    expect(await refused(id, one, 'publish')).toEqual([409, 'wrong_state'])
    expect(await refused(id, one, 'approve')).toEqual([403, 'four_eyes'])
    await step(id, two, 'approve')
    await step(id, one, 'publish')
    expect(await seen(id)).toBe(200)
  })

  it('counts no more as one of two, whatever becomes of the rules', async () => {
    const id = await signedByWriter('in_review')
    await step(id, two, 'unpublish')
    expect((await workflow(id)).get('approval.given')).toBe(0)
    await ask(1)
    expect((await workflow(id)).get('state')).toBe('in_review')
  })

  it('is not asked for where others have signed as well', async () => {
    await ask(1)
    const id = await signedByWriter('in_review')
    await step(id, two, 'approve')
    await ask(1)
    await step(id, two, 'unpublish')
    const after = await workflow(id)
    expect(after.get('state')).toBe('approved')
    expect(after.get('events.0.transition')).toBe('complete')
    await step(id, one, 'publish')
  })

  it('counts for the database neither, nor for a step', async () => {
    const id = await signedByWriter('approved')
    const digest = (await workflow(id)).get('digest')
    expect(await publishBySql(product, { id, digest })).toBeNull()
    const becomesWriter = `UPDATE workflow_states SET contributors = '["${one.id}"]' WHERE id = '${id}'`
    expect(await publishBySql(product, { id, digest, before: becomesWriter })).toContain(
      'no valid approval',
    )
    await product.sql.query(becomesWriter)
    expect(await refused(id, two, 'publish')).toEqual([409, 'wrong_state'])
  })

  it('stands where nobody wrote what they signed', async () => {
    const id = await signedByWriter('approved')
    await step(id, three, 'revokeApproval', { comment: 'Noch einmal.' })
    await step(id, two, 'approve')
    await step(id, two, 'schedule', { publishAt: inDays(2) })
    await step(id, one, 'unpublish', { keepPlan: true })
    expect((await workflow(id)).body).toMatchObject({ state: 'scheduled', live: null })
  })
})

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
        { timeout: 10_000, interval: 50 },
      )
      const changed = after()
      await new Promise((resolve) => setTimeout(resolve, 700))
      await other.query('COMMIT')
      await other.end()
      await Promise.all([given, changed])
      expect((await workflow(id)).get('state')).toBe('approved')
    },
  )

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
