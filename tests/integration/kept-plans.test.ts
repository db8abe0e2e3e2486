import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLive, makePair, transition, writeSection } from '#support/factories.ts'
import { pixel } from '#support/pictures.ts'
import { publishBySql } from '#support/publication-by-sql.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { verifyAudit } from '#audit/verify.ts'
import { runDuePlans } from '#planning/run.ts'

// A plan publishes the text that it was made for, also where the author has written on since.

describe('a plan that is kept over an edit', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let second: SignedIn
  let site: { authorization: string }

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    second = await product.signIn('editor')
    site = await product.makeSite()
  })
  afterAll(async () => {
    expect((await verifyAudit(product.payload)).problems).toEqual([])
    await product.close()
  })

  const planned = 'Was geplant ist'
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  const step = async (id: string, person: SignedIn, name: string, more = {}) => {
    const answer = await transition(product, person, id, { transition: name, ...more })
    expect(answer.status, answer.text).toBe(200)
    return answer
  }
  const write = (id: string, body: Record<string, unknown>, query = '?keepPlan=true') =>
    product.call('PATCH', `/regional-sections/${id}${query}`, { ...author, body })
  /** A text that is approved and scheduled, and whose author has begun another one since. */
  const goneOn = async (id?: string) => {
    const text = id ?? (await writeSection(product, author, { headline: planned }))
    if (id !== undefined) await write(id, { headline: planned })
    await step(text, author, 'submit')
    await step(text, editor, 'approve')
    await step(text, editor, 'schedule', { publishAt: inDays(2) })
    const edited = await write(text, { headline: 'Die neue Fassung' })
    expect(edited.status, edited.text).toBe(200)
    return text
  }
  const comeDue = async (id: string) => {
    await product.sql.query(
      `UPDATE workflow_plans SET due_at = now() - interval '1 s' WHERE document = $1`,
      [id],
    )
    return runDuePlans(product.payload)
  }
  const workflow = (id: string) => product.call('GET', `/regional-sections/${id}/workflow`, editor)
  const headlineOf = async (id: string, person: { authorization: string }, query = '') =>
    (await product.call('GET', `/regional-sections/${id}${query}`, person)).get('headline')

  it('publishes its text under its digest, and leaves the new one alone', async () => {
    const id = await goneOn()
    const before = await workflow(id)
    expect(before.body).toMatchObject({ state: 'draft', plan: { isOfWorkingCopy: false } })
    const digest = before.get('plan.digest')
    expect(await comeDue(id)).toBe(1)
    const after = await workflow(id)
    expect(after.body).toMatchObject({
      state: 'draft',
      digest: before.get('digest'),
      live: { digest, approvals: [{ approvedBy: { id: editor.id } }] },
      plan: null,
    })
    expect(after.get('events.0')).toMatchObject({ transition: 'publish', digest, to: 'draft' })
    expect(await headlineOf(id, site)).toBe(planned)
    expect(await headlineOf(id, author, '?draft=true')).toBe('Die neue Fassung')
    // And the new one goes its own way.
    await step(id, author, 'submit')
    await step(id, editor, 'approve')
    await step(id, editor, 'publish')
    expect(await headlineOf(id, site)).toBe('Die neue Fassung')
  })

  it.each(['in_review', 'changes_requested', 'approved'])(
    'does so whatever the new one is: %s',
    async (stage) => {
      const id = await goneOn()
      await step(id, author, 'submit')
      if (stage === 'approved') await step(id, editor, 'approve')
      if (stage === 'changes_requested') {
        await step(id, editor, 'requestChanges', { comment: 'Kürzen.' })
      }
      expect(await comeDue(id)).toBe(1)
      const after = await workflow(id)
      expect(after.body).toMatchObject({ state: stage, plan: null })
      expect(await headlineOf(id, site)).toBe(planned)
      expect(after.get('digest')).not.toBe(after.get('live.digest'))
    },
  )

  it('is off where nobody says that it stays', async () => {
    const typo = await goneOn()
    await write(typo, { headline: planned })
    const refused = await write(typo, { headline: 'Ganz neu' }, '?keepPlan=ja')
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('keepPlan')
    expect((await workflow(typo)).get('state')).toBe('scheduled')
    for (const query of ['', '?keepPlan=false', '?draft=true&autosave=true']) {
      const id = await goneOn()
      await write(id, { headline: planned })
      expect((await workflow(id)).get('state')).toBe('scheduled')
      await write(id, { headline: 'Ganz neu' }, query)
      expect((await workflow(id)).body).toMatchObject({ state: 'draft', plan: null })
      expect(await comeDue(id)).toBe(0)
    }
  })

  it('stays over every edit once somebody has said so of it, until they take it back', async () => {
    const id = await writeSection(product, author, { headline: planned })
    const say = (isKept: boolean, by = author) =>
      product.call('PATCH', `/regional-sections/${id}/workflow/plan`, { ...by, body: { isKept } })
    expect((await say(true)).status).toBe(409)
    await step(id, author, 'submit')
    await step(id, editor, 'approve')
    await step(id, editor, 'schedule', { publishAt: inDays(2) })
    const stranger = await product.signIn('author')
    expect((await say(true, stranger)).status).toBe(403)
    expect((await say(true)).get('plan')).toMatchObject({ isKept: true, isOfWorkingCopy: true })
    expect((await say(false)).get('plan.isKept')).toBe(false)
    expect((await say(true)).status).toBe(200)
    await write(id, { headline: 'Die neue Fassung' }, '?draft=true&autosave=true')
    await write(id, { headline: 'Die neueste' }, '')
    expect((await workflow(id)).body).toMatchObject({ state: 'draft', plan: { isKept: true } })
    expect(await comeDue(id)).toBe(1)
    expect(await headlineOf(id, site)).toBe(planned)
    expect(await headlineOf(id, author, '?draft=true')).toBe('Die neueste')
  })

  it('is that of the working copy again when the words come back in the same round', async () => {
    const id = await goneOn()
    await write(id, { headline: planned })
    expect((await workflow(id)).body).toMatchObject({
      state: 'scheduled',
      plan: { isOfWorkingCopy: true },
    })
    await step(id, editor, 'publish')
    expect(await headlineOf(id, site)).toBe(planned)
  })

  it('finds its own text live where the words come back in another round', async () => {
    const id = await goneOn()
    await step(id, author, 'submit')
    await write(id, { headline: planned })
    expect((await workflow(id)).get('state')).toBe('draft')
    expect(await comeDue(id)).toBe(1)
    expect((await workflow(id)).body).toMatchObject({ state: 'live', plan: null })
    expect(await headlineOf(id, site)).toBe(planned)
  })

  it('follows what is live, which stays until then', async () => {
    const id = await makeLive(product, { author, editor })
    await goneOn(id)
    expect(await headlineOf(id, site)).not.toBe(planned)
    expect(await comeDue(id)).toBe(1)
    expect(await headlineOf(id, site)).toBe(planned)
  })

  it('goes live under a working copy that was live until then: that is a draft', async () => {
    const id = await writeSection(product, author, { headline: 'Das Original' })
    for (const [person, name] of [
      [author, 'submit'],
      [editor, 'approve'],
      [editor, 'publish'],
    ] as const) {
      await step(id, person, name)
    }
    await goneOn(id)
    await write(id, { headline: 'Das Original' })
    expect((await workflow(id)).get('state')).toBe('live')
    expect(await comeDue(id)).toBe(1)
    expect((await workflow(id)).get('state')).toBe('draft')
    expect(await headlineOf(id, site)).toBe(planned)
    await step(id, author, 'submit')
  })

  it('keeps what it refers to, also where the new version does not', async () => {
    const picture = await product.payload.create({
      collection: 'media',
      data: { alt: 'Ein Punkt' },
      file: { data: pixel, mimetype: 'image/png', name: 'noch-einer.png', size: pixel.length },
      user: { ...author, collection: 'users', role: 'author' },
      overrideAccess: false,
    })
    const source = await product.payload.create({
      collection: 'sources',
      data: { name: `Quelle ${picture.id}`, kind: 'studie' },
      overrideAccess: true,
    })
    const id = await writeSection(product, author, {
      headline: planned,
      media: [{ file: picture.id }],
      sources: [source.id],
    })
    await step(id, author, 'submit')
    await step(id, editor, 'approve')
    await step(id, editor, 'schedule', { publishAt: inDays(2) })
    expect((await write(id, { media: [], sources: [] })).status).toBe(200)
    const admin = await product.signIn('admin')
    for (const entry of [`/media/${picture.id}`, `/sources/${source.id}`]) {
      const answer = await product.call('DELETE', entry, admin)
      expect([answer.status, entry]).toEqual([409, entry])
    }
    expect(await comeDue(id)).toBe(1)
    expect((await workflow(id)).get('live')).not.toBeNull()
  })

  it('gives way to a newer text that goes live before it', async () => {
    const id = await goneOn()
    await step(id, author, 'submit')
    await step(id, editor, 'approve')
    const live = await step(id, second, 'publish')
    expect(live.get('plan')).toBeNull()
    expect((await workflow(id)).get('events.0')).toMatchObject({
      data: { planners: [editor.id] },
    })
    expect(await comeDue(id)).toBe(0)
    expect(await headlineOf(id, site)).toBe('Die neue Fassung')
  })

  it.each([
    ['unschedule', {}],
    ['archive', {}],
    ['revokeApproval', { comment: 'Doch nicht.' }],
  ])('is off after %s', async (name, more) => {
    const id = await goneOn()
    const answer = await step(id, editor, name, more)
    expect(answer.get('plan')).toBeNull()
    expect(answer.get('state')).toBe(name === 'archive' ? 'archived' : 'draft')
    expect(await comeDue(id)).toBe(0)
    expect(await headlineOf(id, site)).toBeUndefined()
  })

  it('is off when what is live is taken off by hand', async () => {
    const id = await makeLive(product, { author, editor })
    await goneOn(id)
    const off = await step(id, editor, 'unpublish')
    expect(off.get('plan')).toBeNull()
    expect(await comeDue(id)).toBe(0)
    expect((await product.call('GET', `/regional-sections/${id}`, site)).status).toBe(404)
  })

  it('fails where somebody holds its text up, and tells why; not for what is said on the new one', async () => {
    const comment = (id: string) =>
      product.call('POST', `/regional-sections/${id}/workflow/comments`, {
        ...second,
        body: { body: 'Die Zahl stimmt nicht.', isBlocking: true },
      })
    const id = await writeSection(product, author, { headline: planned })
    await step(id, author, 'submit')
    await step(id, editor, 'approve')
    await step(id, editor, 'schedule', { publishAt: inDays(2) })
    expect((await comment(id)).status).toBe(201)
    await write(id, { headline: 'Die neue Fassung' })
    expect(await comeDue(id)).toBe(1)
    const failed = await workflow(id)
    expect(failed.get('events.0')).toMatchObject({ transition: 'planFailed', to: 'draft' })
    expect(String(failed.get('events.0.comment'))).toContain('Die Zahl stimmt nicht.')
    expect(failed.get('live')).toBeNull()

    const other = await goneOn()
    expect((await comment(other)).status).toBe(201)
    expect(await comeDue(other)).toBe(1)
    expect(await headlineOf(other, site)).toBe(planned)
  })

  it('fails where a doubt from before it was made is opened again', async () => {
    const id = await writeSection(product, author, { headline: 'Eine erste Fassung' })
    const comments = `/regional-sections/${id}/workflow/comments`
    const said = await product.call('POST', comments, {
      ...second,
      body: { body: 'Die Zahl stimmt nicht.', isBlocking: true },
    })
    const resolve = async (isResolved: boolean) => {
      const thread = `${comments}/${String(said.get('id'))}`
      const answer = await product.call('PATCH', thread, { ...second, body: { isResolved } })
      expect(answer.status, answer.text).toBe(200)
    }
    await write(id, { headline: planned })
    await step(id, author, 'submit')
    await resolve(true)
    await step(id, editor, 'approve')
    await step(id, editor, 'schedule', { publishAt: inDays(2) })
    await resolve(false)
    // An edit by the author does not take the doubt away.
    await write(id, { headline: 'Die neue Fassung' })
    expect(await comeDue(id)).toBe(1)
    const failed = await workflow(id)
    expect(failed.get('events.0')).toMatchObject({ transition: 'planFailed' })
    expect(failed.get('live')).toBeNull()
  })

  it('keeps its address and its pictures', async () => {
    const picture = await product.payload.create({
      collection: 'media',
      data: { alt: 'Ein Punkt' },
      file: { data: pixel, mimetype: 'image/png', name: 'punkt.png', size: pixel.length },
      user: { ...author, collection: 'users', role: 'author' },
      overrideAccess: false,
    })
    const id = await writeSection(product, author, {
      headline: planned,
      media: [{ file: picture.id }],
    })
    await step(id, author, 'submit')
    await step(id, editor, 'approve')
    await step(id, editor, 'schedule', { publishAt: inDays(2) })
    const pair = await makePair(product)
    const moved = await write(id, pair)
    expect(moved.status).toBe(400)
    expect(moved.text).toContain('eingeplant')
    await write(id, { media: [] })
    expect((await write(id, pair)).status).toBe(400)
    const changed = await product.call('PATCH', `/media/${picture.id}`, {
      ...editor,
      body: { alt: 'Etwas anderes' },
    })
    expect(changed.status).toBe(409)
    expect(await comeDue(id)).toBe(1)
    const live = await product.call('GET', `/regional-sections/${id}?depth=1`, site)
    expect(live.get('media.0.file.alt')).toBe('Ein Punkt')
  })

  it('is all that the database lets through before, beside and after its date', async () => {
    const id = await goneOn()
    const { rows } = await product.sql.query<{ digest: string }>(
      'SELECT digest FROM workflow_plans WHERE document = $1',
      [id],
    )
    const digest = rows[0]?.digest
    const attempt = (under: unknown) => publishBySql(product, { id, digest: under })
    const set = (change: string) =>
      product.sql.query(`UPDATE workflow_plans SET ${change} WHERE document = $1`, [id])
    expect(await attempt(digest)).toContain('no valid approval')
    await set(`due_at = now() - interval '1 s'`)
    expect(await attempt(digest)).toBeNull()
    expect(await attempt(String((await workflow(id)).get('digest')))).toContain('no valid approval')
    await set('round = 7')
    expect(await attempt(digest)).toContain('no valid approval')
    await set('round = 1')
    await set(`approvals = '[]'`)
    expect(await attempt(digest)).toContain('no valid approval')
    await set(`approvals = (SELECT jsonb_agg(id) FROM workflow_approvals WHERE document = $1)`)
    expect(await attempt(digest)).toBeNull()
    await set(`status = 'done'`)
    expect(await attempt(digest)).toContain('no valid approval')
  })
})
