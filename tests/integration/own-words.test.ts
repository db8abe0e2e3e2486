import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { writeSection } from '#support/factories.ts'
import { publishBySql } from '#support/publication-by-sql.ts'
import { deedsIn, openNewsroom, type Newsroom } from '#support/newsroom.ts'
import type { Product, SignedIn } from '#support/product.ts'
import { verifyAudit } from '#audit/verify.ts'
import { runDuePlans } from '#planning/run.ts'

let room: Newsroom
let product: Product
let author: SignedIn
let one: SignedIn
let two: SignedIn
let three: SignedIn

beforeAll(async () => {
  room = await openNewsroom()
  ;({ product, author, one, two, three } = room)
})
afterAll(async () => {
  expect((await verifyAudit(product.payload)).problems).toEqual([])
  await product.close()
})

const { step, refused, workflow, seen, edit, inDays, ask } = deedsIn(() => room)

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
