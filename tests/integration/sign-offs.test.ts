import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { transition, writeSection } from '#support/factories.ts'
import { publishBySql } from '#support/publication-by-sql.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { askForSignOffs, type Givers } from '#support/sign-off-rules.ts'
import { verifyAudit } from '#audit/verify.ts'
import { deliver } from '#publishing/deliver.ts'
import type { SignOffKind } from '#model/sign-offs.ts'

// Kinds of approval, side by side: each signs what it answers for, and counts while that is the same.

describe('sign-offs by kind', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let second: SignedIn
  let lawyer: SignedIn
  let admin: SignedIn
  let site: { authorization: string }

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    second = await product.signIn('editor')
    lawyer = await product.signIn('author')
    admin = await product.signIn('admin')
    site = await product.makeSite()
  })
  afterEach(() => ask([]))
  afterAll(async () => {
    expect((await verifyAudit(product.payload)).problems).toEqual([])
    await product.close()
  })

  /** What the house asks for, whatever is at risk, and who gives it. */
  const ask = (kinds: readonly SignOffKind[], givers: Partial<Record<SignOffKind, Givers>> = {}) =>
    askForSignOffs(product, admin, kinds, givers)
  const path = (id: string) => `/regional-sections/${id}`
  const sign = (id: string, by: SignedIn, kind: SignOffKind, more = {}) =>
    product.call('POST', `${path(id)}/workflow/sign-offs`, { ...by, body: { kind, ...more } })
  const takeBack = (id: string, by: SignedIn, kind: SignOffKind) =>
    product.call('POST', `${path(id)}/workflow/sign-offs/${kind}/take-back`, {
      ...by,
      body: { comment: 'Das trägt so nicht.' },
    })
  const step = async (id: string, by: SignedIn, name: string, more = {}) => {
    const answer = await transition(product, by, id, { transition: name, ...more })
    expect(answer.status, `${name}: ${answer.text}`).toBe(200)
    return answer
  }
  const edit = async (id: string, by: SignedIn, body: Record<string, unknown>) => {
    const answer = await product.call('PATCH', path(id), { ...by, body })
    expect(answer.status, answer.text).toBe(200)
  }
  /** A change of the figures alone: the words are as they were. */
  const raised = {
    salaryFigures: [
      { kind: 'einstieg', min: 41_000, max: 46_000, period: 'JAHR', currency: 'EUR' },
    ],
  }
  const inReview = async () => {
    const id = await writeSection(product, author)
    await step(id, author, 'submit')
    return id
  }
  const workflow = (id: string, by = editor) => product.call('GET', `${path(id)}/workflow`, by)

  it('are given beside the approval, in any order, and the last one approves', async () => {
    await ask(['language', 'legal'], { legal: { by: 'named', people: [lawyer.id] } })
    const id = await inReview()
    const approved = await step(id, editor, 'approve')
    expect(approved.body).toMatchObject({
      state: 'in_review',
      approval: { given: 1, required: 1, text: '1 of 1, missing: Language, Legal' },
    })
    const language = await sign(id, second, 'language', { comment: 'Liest sich gut.' })
    expect(language.status, language.text).toBe(201)
    expect(language.get('state')).toBe('in_review')
    expect(language.get('approval.text')).toBe('1 of 1, missing: Legal')
    const legal = await sign(id, lawyer, 'legal')
    expect(legal.status, legal.text).toBe(201)
    expect(legal.get('state')).toBe('approved')
    await step(id, editor, 'publish')
    const receipt = await product.call('GET', `${path(id)}/workflow/texts`, editor)
    expect(receipt.get('receipt.signOffs')).toMatchObject([
      { kind: 'language', by: second.name },
      { kind: 'legal', by: lawyer.name },
    ])
    expect((await product.call('GET', path(id), site)).status).toBe(200)
  })

  it.each([
    [
      'archived',
      async (id: string) => {
        await step(id, second, 'archive')
        await step(id, second, 'reopen')
        await step(id, author, 'submit')
      },
    ],
    ['taken off the net', (id: string) => step(id, second, 'unpublish')],
  ])('are nobody’s own when what they wrote is %s', async (_, end) => {
    const id = await writeSection(product, author)
    await edit(id, editor, { headline: 'Von der Redakteurin' })
    await step(id, author, 'submit')
    await step(id, second, 'approve')
    await step(id, second, 'publish')
    await ask(['language'])
    await edit(id, author, raised)
    await step(id, author, 'submit')
    expect((await sign(id, editor, 'language')).status).toBe(201)
    await end(id)
    const view = await workflow(id)
    expect(view.get('state')).toBe('in_review')
    expect(view.get('approval.missingSignOffs')).toEqual(['language'])
    expect((await sign(id, editor, 'language')).status).toBe(403)
    expect((await sign(id, second, 'language')).status).toBe(201)
  })

  it('are nobody’s own in what comes out of the trash', async () => {
    const id = await writeSection(product, author)
    await edit(id, editor, { headline: 'Von der Redakteurin' })
    await step(id, author, 'submit')
    await step(id, second, 'approve')
    await edit(id, author, raised)
    await step(id, author, 'submit')
    await ask(['language', 'legal'])
    expect((await sign(id, editor, 'language')).status).toBe(201)
    expect((await sign(id, admin, 'legal')).status).toBe(201)
    expect((await product.call('DELETE', path(id), second)).status).toBe(200)
    const restored = await product.call('POST', `/regional-sections/trash/${id}/restore`, second)
    expect(restored.status, restored.text).toBe(200)
    await step(id, author, 'submit')
    // The administration wrote nothing: what it signed is as it was.
    expect((await workflow(id)).get('approval.missingSignOffs')).toEqual(['language'])
    expect((await sign(id, editor, 'language')).status).toBe(403)
  })

  it('approve nothing by themselves', async () => {
    await ask(['language'])
    const id = await inReview()
    expect((await sign(id, second, 'language')).get('state')).toBe('in_review')
    expect((await step(id, editor, 'approve')).get('state')).toBe('approved')
  })

  it.each([
    ['who wrote it', 'language', () => author, 403],
    ['an editor', 'language', () => editor, 201],
    ['somebody who is not named', 'legal', () => editor, 403],
    ['the administration, where it is not named', 'legal', () => admin, 403],
    ['somebody who is named', 'legal', () => lawyer, 201],
    ['an editor, of what is not asked for', 'expertise', () => editor, 409],
  ] as const)('by %s (%s): %j', async (_, kind, person, status) => {
    await ask(['language', 'legal'], { legal: { by: 'named', people: [lawyer.id] } })
    const id = await inReview()
    const view = await workflow(id, person())
    const told: unknown = view.get('signOffs')
    const mayGive = Array.isArray(told)
      ? told.some((one: { kind: string; mayGive: boolean }) => one.kind === kind && one.mayGive)
      : null
    expect(mayGive).toBe(status === 201)
    expect((await sign(id, person(), kind)).status).toBe(status)
  })

  it('are nobody’s who wrote on the text, named or not', async () => {
    await ask(['legal'], { legal: { by: 'named', people: [lawyer.id, second.id] } })
    const id = await writeSection(product, author)
    await edit(id, second, { headline: 'Auch von der Zweiten' })
    await step(id, author, 'submit')
    expect((await sign(id, second, 'legal')).status).toBe(403)
    expect((await sign(id, lawyer, 'legal')).status).toBe(201)
  })

  it('are given by a desk that is named', async () => {
    const region = await product.payload.create({
      collection: 'regions',
      data: { name: 'Anderswo', slug: '', kind: 'gemeinde' },
      overrideAccess: true,
    })
    const desk = await product.payload.create({
      collection: 'desks',
      data: { name: 'Recht', regions: [region.id] },
      overrideAccess: true,
    })
    const legal = await product.signIn('editor', { desks: [desk.id] })
    await ask(['legal'], { legal: { by: 'named', desks: [desk.id] } })
    const id = await inReview()
    expect((await sign(id, editor, 'legal')).status).toBe(403)
    expect((await sign(id, legal, 'legal')).status).toBe(201)
    // A list that has become empty names nobody.
    await product.sql.query('DELETE FROM workflow_settings_rels')
    await product.sql.query('UPDATE workflow_settings SET updated_at = now()')
    const other = await inReview()
    for (const person of [editor, legal, admin]) {
      expect((await sign(other, person, 'legal')).status).toBe(403)
    }
  })

  it('count while what they answer for is the same, whatever else is changed', async () => {
    await ask(['language', 'legal'])
    const id = await inReview()
    await sign(id, second, 'language')
    await sign(id, second, 'legal')
    // A search description is the language's; a picture, a salary or a source would be the law's.
    await edit(id, author, { seo: { description: 'Kurz gesagt.' } })
    await step(id, author, 'submit')
    expect((await workflow(id)).get('signOffs')).toMatchObject([
      { kind: 'language', given: null },
      { kind: 'legal', given: { by: { id: second.id } } },
    ])
    const half = await step(id, editor, 'approve')
    expect(half.get('approval.text')).toBe('1 of 1, missing: Language')
    // Words that come back are signed off already.
    await edit(id, author, { seo: { description: null } })
    await step(id, author, 'submit')
    expect((await step(id, editor, 'approve')).get('state')).toBe('approved')
  })

  it('are given once, of the text that was seen, and while it is in review', async () => {
    await ask(['language'])
    const draft = await writeSection(product, author)
    expect((await sign(draft, editor, 'language')).get('error.code')).toBe('wrong_state')
    const id = await inReview()
    const stale = await sign(id, editor, 'language', { expectedDigest: '0'.repeat(64) })
    expect(stale.get('error.code')).toBe('digest_mismatch')
    expect((await sign(id, editor, 'language')).status).toBe(201)
    expect((await sign(id, second, 'language')).get('error.code')).toBe('already_signed_off')
  })

  it('are held up by what holds an approval up', async () => {
    await ask(['language'])
    const id = await inReview()
    await product.call('POST', `${path(id)}/workflow/comments`, {
      ...second,
      body: { body: 'Die Zahl stimmt nicht.', isBlocking: true },
    })
    const held = await sign(id, editor, 'language')
    expect(held.status).toBe(422)
    expect(held.text).toContain('Die Zahl stimmt nicht.')
  })

  it.each(['in_review', 'approved', 'scheduled'])('are taken back from %s', async (stage) => {
    await ask(['legal'], { legal: { by: 'named', people: [lawyer.id] } })
    const id = await inReview()
    await sign(id, lawyer, 'legal')
    if (stage !== 'in_review') await step(id, editor, 'approve')
    if (stage === 'scheduled') {
      const publishAt = new Date(Date.now() + 86_400_000).toISOString()
      await step(id, editor, 'schedule', { publishAt })
    }
    expect((await takeBack(id, author, 'legal')).status).toBe(403)
    const back = await takeBack(id, lawyer, 'legal')
    expect(back.status, back.text).toBe(200)
    expect(back.body).toMatchObject({
      state: 'in_review',
      plan: null,
      signOffs: [{ kind: 'legal', given: null }],
    })
    expect((await workflow(id)).get('events.0')).toMatchObject({
      transition: 'takeBackSignOff',
      from: stage,
      comment: 'Das trägt so nicht.',
    })
    expect((await takeBack(id, lawyer, 'legal')).status).toBe(409)
    expect((await sign(id, lawyer, 'legal')).status).toBe(201)
  })

  it('are an expert’s by a link, where the house says so', async () => {
    await ask(['expertise'], { expertise: { by: 'named', experts: true } })
    const answer = async (opinion: string) => {
      const id = await inReview()
      await step(id, editor, 'approve')
      const link = await product.call('POST', `${path(id)}/workflow/expert-links`, {
        ...editor,
        body: {},
      })
      const said = await product.call('POST', `/expert-review/${String(link.get('token'))}`, {
        body: { name: 'Fachfrau', opinion, comment: 'Gelesen.', comments: [] },
      })
      expect(said.status, said.text).toBe(201)
      return workflow(id)
    }
    expect((await answer('object')).get('state')).toBe('in_review')
    const agreed = await answer('agree')
    expect(agreed.body).toMatchObject({
      state: 'approved',
      signOffs: [{ kind: 'expertise', given: { by: { name: 'Fachfrau' } } }],
    })
    await ask(['expertise'], { expertise: { by: 'reviewers' } })
    expect((await answer('agree')).get('state')).toBe('in_review')
  })

  it('are no expert’s where a comment blocks, or by a link of who wrote the text; what they say is kept', async () => {
    await ask(['expertise'], { expertise: { by: 'named', experts: true } })
    const answer = async (id: string, maker: SignedIn) => {
      const link = await product.call('POST', `${path(id)}/workflow/expert-links`, {
        ...maker,
        body: {},
      })
      const said = await product.call('POST', `/expert-review/${String(link.get('token'))}`, {
        body: { name: 'Fachfrau', opinion: 'agree', comment: 'Gelesen.', comments: [] },
      })
      expect(said.status, said.text).toBe(201)
      expect((await workflow(id)).get('signOffs')).toMatchObject([{ given: null }])
    }
    const held = await inReview()
    await product.call('POST', `${path(held)}/workflow/comments`, {
      ...second,
      body: { body: 'Unter uns: das stimmt nicht.', isBlocking: true },
    })
    await answer(held, editor)
    const own = await writeSection(product, author)
    await edit(own, second, { headline: 'Auch von der Zweiten' })
    await step(own, author, 'submit')
    await answer(own, second)
  })

  it('stay on the receipt of what was published with them, and only those', async () => {
    await ask(['language'])
    const id = await inReview()
    await sign(id, second, 'language')
    await step(id, editor, 'approve')
    await step(id, editor, 'publish')
    const receipt = async () =>
      (await product.call('GET', `${path(id)}/workflow/texts`, editor)).get('receipt.signOffs')
    const before = await receipt()
    expect(before).toMatchObject([{ kind: 'language', by: second.name }])
    // Of the next version, which has the same words: it is no part of what was published.
    await ask(['language', 'legal'])
    await edit(id, author, { seo: { title: 'Ein anderer Titel' } })
    await step(id, author, 'submit')
    await sign(id, editor, 'legal')
    await deliver(await product.localRequest(), { collection: 'regional-sections', id })
    expect(await receipt()).toEqual(before)
  })

  it('free what waited for one that is asked for no more', async () => {
    await ask(['legal'], { legal: { by: 'named', people: [lawyer.id] } })
    const id = await inReview()
    await step(id, editor, 'approve')
    expect((await workflow(id)).get('state')).toBe('in_review')
    await ask([])
    expect((await workflow(id)).get('state')).toBe('approved')
    await step(id, editor, 'publish')
  })

  it('are asked for by the database too, under the digests of what they answer for', async () => {
    await ask(['legal'])
    const id = await inReview()
    await sign(id, second, 'legal')
    await step(id, editor, 'approve')
    const digest = (await workflow(id)).get('digest')
    const attempt = (before: string) => publishBySql(product, { id, digest, before })
    expect(await attempt('SELECT 1')).toBeNull()
    const taken = `INSERT INTO workflow_revocations (approval, document, revoked_by, revoked_by_name, reason)
      SELECT id, document, 'x', 'x', 'x' FROM workflow_sign_offs WHERE document = '${id}'`
    expect(await attempt(taken)).toContain('no valid approval')
    for (const statement of [
      'UPDATE workflow_sign_offs SET kind = kind',
      'DELETE FROM workflow_sign_offs',
      'TRUNCATE workflow_sign_offs',
    ]) {
      await expect(product.sql.query(statement)).rejects.toThrow('append-only')
    }
    const forged = `INSERT INTO workflow_sign_offs
      (document, document_collection, kind, digest, text_digest, given_by, given_by_name, given_as)
      VALUES ($1, 'regional-sections', 'legal', 'x', $2, $3, 'x', 'editor')`
    await expect(product.sql.query(forged, [id, digest, editor.id])).rejects.toThrow('in review')
    const other = await inReview()
    const own = [other, (await workflow(other)).get('digest'), author.id]
    await expect(product.sql.query(forged, own)).rejects.toThrow('contributed')
  })
})
