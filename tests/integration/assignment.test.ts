import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePair, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

describe('who writes and who reviews', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let admin: SignedIn
  let outsider: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    admin = await product.signIn('admin')
    const elsewhere = await makePair(product)
    const desk = await makeDesk({ regions: [elsewhere.region] })
    outsider = await product.signIn('editor', { desks: [desk] })
  })
  afterAll(() => product.close())

  const makeDesk = async (covers: { regions?: string[]; professions?: string[] }) =>
    (
      await product.payload.create({
        collection: 'desks',
        data: { name: `Ressort ${String(Math.random())}`, ...covers },
        overrideAccess: true,
      })
    ).id
  const inReview = async () => {
    const id = await writeSection(product, author)
    await transition(product, author, id, { transition: 'submit' })
    return id
  }
  const assign = (person: SignedIn, id: string, body: Record<string, unknown>) =>
    product.call('PATCH', `/regional-sections/${id}/workflow/assignment`, { ...person, body })
  const claim = (person: SignedIn, id: string, body: Record<string, unknown> = {}) =>
    product.call('POST', `/regional-sections/${id}/workflow/claim`, { ...person, body })
  const release = (person: SignedIn, id: string) =>
    product.call('DELETE', `/regional-sections/${id}/workflow/claim`, person)

  it('lets an assigned author write and submit what is not their own', async () => {
    const id = await writeSection(product, author)
    const helper = await product.signIn('author')
    const patch = () =>
      product.call('PATCH', `/regional-sections/${id}`, { ...helper, body: { headline: 'Neu' } })
    expect((await patch()).status).toBe(403)
    expect((await transition(product, helper, id, { transition: 'submit' })).status).toBe(403)
    const assigned = await assign(editor, id, { author: helper.id, dueAt: '2097-03-01T12:00' })
    expect(assigned.get('assignment')).toEqual({
      author: helper.id,
      reviewer: null,
      dueAt: '2097-03-01T11:00:00.000Z',
    })
    expect((await patch()).status).toBe(200)
    expect((await transition(product, helper, id, { transition: 'submit' })).status).toBe(200)
    await assign(editor, id, { author: null })
    expect((await patch()).status).toBe(403)
  })

  it('lets the administration call in a reviewer from another desk, who keeps four eyes', async () => {
    const id = await inReview()
    expect((await transition(product, outsider, id, { transition: 'approve' })).status).toBe(403)
    expect((await assign(outsider, id, { reviewer: outsider.id })).status).toBe(403)
    expect((await assign(author, id, { reviewer: editor.id })).status).toBe(403)
    expect((await assign(admin, id, { reviewer: outsider.id })).status).toBe(200)
    await product.call('PATCH', `/regional-sections/${id}`, {
      ...outsider,
      body: { headline: 'Von mir' },
    })
    await transition(product, author, id, { transition: 'submit' })
    const own = await transition(product, outsider, id, { transition: 'approve' })
    expect(own.get('error.code')).toBe('four_eyes')
    const other = await inReview()
    await assign(admin, other, { reviewer: outsider.id })
    expect((await transition(product, outsider, other, { transition: 'approve' })).status).toBe(200)
  })

  it('names no contributor, no author and nobody unknown as reviewer', async () => {
    const id = await inReview()
    await product.call('PATCH', `/regional-sections/${id}`, { ...editor, body: { headline: 'X' } })
    expect((await assign(admin, id, { reviewer: editor.id })).get('error.code')).toBe('four_eyes')
    for (const reviewer of [author.id, '00000000-0000-4000-8000-000000000000']) {
      const answer = await assign(admin, id, { reviewer })
      expect(answer.status).toBe(422)
      expect(answer.get('error.details.0.path')).toBe('reviewer')
    }
    expect((await assign(admin, id, { reviewer: 'x' })).status).toBe(400)
    for (const dueAt of ['bald', '2020-01-01T08:00']) {
      const refused = await assign(admin, id, { dueAt })
      expect([refused.status, refused.get('error.details.0.path')]).toEqual([422, 'dueAt'])
    }
  })

  it('holds a claim against others until it ends', async () => {
    const id = await inReview()
    const second = await product.signIn('editor')
    const claimed = await claim(editor, id)
    expect(claimed.get('claim.by.id')).toBe(editor.id)
    for (const attempt of [
      claim(second, id),
      transition(product, second, id, { transition: 'approve' }),
      transition(product, second, id, { transition: 'requestChanges', comment: 'Kürzen.' }),
    ]) {
      expect((await attempt).get('error.code')).toBe('claimed')
    }
    expect((await release(second, id)).status).toBe(403)
    expect((await release(admin, id)).get('claim')).toBeNull()
    expect((await transition(product, second, id, { transition: 'approve' })).status).toBe(200)
  })

  it('ends a claim with its time, and with the review', async () => {
    const id = await inReview()
    await claim(editor, id, { minutes: 5 })
    await product.sql.query(
      `UPDATE workflow_claims SET until = now() - interval '1 second' WHERE document = $1`,
      [id],
    )
    const second = await product.signIn('editor')
    expect((await claim(second, id)).get('claim.by.id')).toBe(second.id)
    await transition(product, author, id, { transition: 'withdraw' })
    const after = await product.call('GET', `/regional-sections/${id}/workflow`, editor)
    expect(after.get('claim')).toBeNull()
    expect((await claim(editor, id)).status).toBe(409)
    expect((await claim(author, id)).status).toBe(403)
    for (const minutes of [0, 1441, 1.5]) {
      const refused = await claim(editor, id, { minutes })
      expect([refused.status, refused.get('error.details.0.path')]).toEqual([400, 'minutes'])
    }
  })

  it.each([
    ['withdraw', (id: string) => transition(product, author, id, { transition: 'withdraw' })],
    ['approve', (id: string) => transition(product, editor, id, { transition: 'approve' })],
    [
      'requestChanges',
      (id: string) =>
        transition(product, editor, id, { transition: 'requestChanges', comment: 'Kürzer.' }),
    ],
    ['archive', (id: string) => transition(product, editor, id, { transition: 'archive' })],
    [
      'an edit',
      (id: string) =>
        product.call('PATCH', `/regional-sections/${id}`, {
          ...author,
          body: { headline: 'Neu' },
        }),
    ],
  ])('ends a claim where the review ends with %s', async (_, end) => {
    const [id, other] = [await inReview(), await inReview()]
    for (const claimed of [id, other]) expect((await claim(editor, claimed)).status).toBe(200)
    expect((await end(id)).status).toBe(200)
    const { rows } = await product.sql.query(
      'SELECT document FROM workflow_claims WHERE document = ANY ($1::text[])',
      [[id, other]],
    )
    expect(rows).toEqual([{ document: other }])
  })

  it('lets somebody stand in for another desk while a delegation lasts', async () => {
    const region = await makePair(product)
    const desk = await makeDesk({ regions: [region.region] })
    const boss = await product.signIn('editor', { desks: [desk] })
    const id = await writeSection(product, author, region)
    await transition(product, author, id, { transition: 'submit' })
    const approve = () => transition(product, outsider, id, { transition: 'approve' })
    expect((await approve()).status).toBe(403)
    const delegate = (person: SignedIn, body: Record<string, unknown>) =>
      product.call('POST', '/delegations', { ...person, body })
    const endsAt = new Date(Date.now() + 86_400_000).toISOString()
    expect((await delegate(author, { to: outsider.id, endsAt })).status).toBe(403)
    expect((await delegate(outsider, { from: boss.id, to: outsider.id, endsAt })).status).toBe(403)
    expect((await delegate(boss, { to: author.id, endsAt })).status).toBe(422)
    expect((await delegate(boss, { to: boss.id, endsAt })).status).toBe(422)
    expect((await delegate(boss, { to: outsider.id, endsAt: '2020-01-01T00:00Z' })).status).toBe(
      422,
    )
    for (const dates of [
      { startsAt: '2020-01-01T00:00Z', endsAt: '2021-01-01T00:00Z' },
      { endsAt: new Date(Date.now() - 60_000).toISOString() },
      { endsAt: new Date(Date.now() + 367 * 86_400_000).toISOString() },
    ]) {
      const refused = await delegate(boss, { to: outsider.id, ...dates })
      expect([refused.status, refused.get('error.details.0.path')]).toEqual([422, 'endsAt'])
    }
    const made = await delegate(boss, { to: outsider.id, endsAt })
    expect(made.status).toBe(201)
    const delegation = String(made.get('id'))
    expect((await product.call('GET', '/delegations', editor)).text).toContain(delegation)
    expect((await product.call('DELETE', `/delegations/${delegation}`, outsider)).status).toBe(403)
    expect((await product.call('DELETE', `/delegations/${delegation}`, boss)).status).toBe(200)
    expect((await approve()).status).toBe(403)
    await delegate(admin, { from: boss.id, to: outsider.id, endsAt })
    expect((await approve()).status).toBe(200)
  })

  it('covers by regions, by professions, or by both', async () => {
    const pair = await makePair(product)
    const other = await makePair(product)
    for (const [covers, isCovered] of [
      [{ professions: [pair.profession] }, true],
      [{ professions: [other.profession] }, false],
      [{ regions: [pair.region], professions: [pair.profession] }, true],
      [{ regions: [pair.region], professions: [other.profession] }, false],
    ] as const) {
      const { rows } = await product.sql.query<{ id: string }>(
        `SELECT id FROM regional_sections WHERE region_id = $1`,
        [pair.region],
      )
      const id = rows[0]?.id ?? (await writeSection(product, author, pair))
      const regions = 'regions' in covers ? [...covers.regions] : []
      const desk = await makeDesk({ professions: [...covers.professions], regions })
      const member = await product.signIn('editor', { desks: [desk] })
      const answer = await transition(product, member, id, { transition: 'archive' })
      expect(answer.status).toBe(isCovered ? 200 : 403)
      if (isCovered) await transition(product, member, id, { transition: 'reopen' })
    }
  })
})
