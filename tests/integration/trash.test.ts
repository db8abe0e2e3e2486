import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLive, makePair, transition, writeSection } from '#support/factories.ts'
import { pixel } from '#support/pictures.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { verifyAudit } from '#audit/verify.ts'
import { purgeExpired } from '#trash/purge.ts'

// What was never live is not gone when it is deleted: it comes back as it was, or is gone after its time.

describe('the trash', () => {
  let product: Product
  let author: SignedIn
  let stranger: SignedIn
  let editor: SignedIn
  let second: SignedIn
  let admin: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    stranger = await product.signIn('author')
    editor = await product.signIn('editor')
    second = await product.signIn('editor')
    admin = await product.signIn('admin')
  })
  afterAll(async () => {
    expect((await verifyAudit(product.payload)).problems).toEqual([])
    await product.close()
  })

  const path = (id: string) => `/regional-sections/${id}`
  const remove = (id: string, by = editor) => product.call('DELETE', path(id), by)
  const restore = (id: string, by = editor, body = {}) =>
    product.call('POST', `/regional-sections/trash/${id}/restore`, { ...by, body })
  const read = (id: string, by = editor) =>
    product.call('GET', `/regional-sections/trash/${id}`, by)
  const purge = (id: string, by = editor) =>
    product.call('DELETE', `/regional-sections/trash/${id}`, by)
  const shown = async (by = editor) => {
    const texts = (await product.call('GET', '/newsroom/trash', by)).get('texts')
    return Array.isArray(texts) ? texts.map(({ id }: { id: string }) => id) : []
  }
  const workflow = (id: string, by = editor) => product.call('GET', `${path(id)}/workflow`, by)
  const step = async (id: string, by: SignedIn, name: string, more = {}) => {
    const answer = await transition(product, by, id, { transition: name, ...more })
    expect(answer.status, answer.text).toBe(200)
  }

  it('gives a text back as it was: words, history, comments, writers and rounds', async () => {
    const id = await writeSection(product, author, { headline: 'Erst' })
    await product.call('PATCH', path(id), { ...second, body: { headline: 'Dann' } })
    await product.call('PATCH', `${path(id)}/workflow/assignment`, {
      ...admin,
      body: { author: stranger.id },
    })
    await step(id, author, 'submit')
    await product.call('POST', `${path(id)}/workflow/comments`, {
      ...editor,
      body: { body: 'Wirklich?', isBlocking: true },
    })
    const before = await product.call('GET', `${path(id)}?draft=true&depth=0`, editor)
    const standing = await workflow(id)
    expect((await remove(id)).status).toBe(200)
    expect((await product.call('GET', path(id), editor)).status).toBe(404)
    expect(await shown()).toContain(id)
    expect(await shown(author)).toContain(id)
    expect(await shown(stranger)).not.toContain(id)

    const back = await restore(id)
    expect(back.status, back.text).toBe(200)
    const after = await product.call('GET', `${path(id)}?draft=true&depth=0`, editor)
    const bookkeeping = { updatedAt: 0, createdAt: 0, _status: 0 }
    expect({ ...(after.body as object), ...bookkeeping }).toEqual({
      ...(before.body as object),
      ...bookkeeping,
    })
    const now = await workflow(id)
    expect(now.body).toMatchObject({
      state: 'draft',
      digest: standing.get('digest'),
      openComments: { blocking: 1 },
      text: { title: 'Dann', writer: { id: stranger.id } },
    })
    expect(now.get('events.0')).toMatchObject({ transition: 'restore', to: 'draft' })
    const texts = await product.call('GET', `${path(id)}/workflow/texts`, editor)
    expect(texts.get('texts')).toHaveLength(2)
    expect(await shown()).not.toContain(id)
    // An approval of before counts no more, and whoever wrote does not sign.
    await step(id, author, 'submit')
    const own = await transition(product, second, id, { transition: 'approve' })
    expect(own.status).toBe(403)
  })

  it('ends what was planned and approved', async () => {
    const id = await writeSection(product, author)
    await step(id, author, 'submit')
    await step(id, editor, 'approve')
    const publishAt = new Date(Date.now() + 86_400_000).toISOString()
    await step(id, editor, 'schedule', { publishAt })
    await remove(id)
    await restore(id)
    expect((await workflow(id)).body).toMatchObject({ state: 'draft', plan: null, live: null })
    const refused = await transition(product, editor, id, { transition: 'publish' })
    expect(refused.status).toBe(409)
  })

  it.each([
    ['a draft that was never submitted', () => Promise.resolve(), 200],
    ['a text in review', (id: string) => step(id, author, 'submit'), 403],
    [
      'a text that was withdrawn',
      async (id: string) => {
        await step(id, author, 'submit')
        await step(id, author, 'withdraw')
      },
      403,
    ],
  ] as const)('takes %s from its author: %j', async (_, bring, status) => {
    const id = await writeSection(product, author)
    await bring(id)
    expect((await remove(id, stranger)).status).toBe(403)
    expect((await remove(id, author)).status).toBe(status)
    expect((await product.call('GET', path(id), editor)).status).toBe(status === 200 ? 404 : 200)
    if (status !== 200) return
    expect((await restore(id, stranger)).status).toBe(404)
    expect((await restore(id, author)).status).toBe(200)
    expect((await workflow(id, author)).get('state')).toBe('draft')
  })

  it('takes no draft from who is only to write it', async () => {
    const id = await writeSection(product, author)
    await product.call('PATCH', `${path(id)}/workflow/assignment`, {
      ...admin,
      body: { author: stranger.id },
    })
    expect((await remove(id, stranger)).status).toBe(403)
  })

  it('holds nothing that was live once: that is archived, or deleted for good', async () => {
    const id = await makeLive(product, { author, editor })
    await step(id, editor, 'unpublish')
    expect((await remove(id)).status).toBe(200)
    expect(await shown()).not.toContain(id)
    expect((await restore(id)).status).toBe(404)
  })

  it('keeps to desks', async () => {
    const pair = await makePair(product)
    const desk = await product.payload.create({
      collection: 'desks',
      data: { name: `Ressort ${pair.region}`, regions: [pair.region] },
      overrideAccess: true,
    })
    const here = await product.signIn('editor', { desks: [desk.id] })
    const covered = await writeSection(product, author, pair)
    const other = await writeSection(product, author)
    await remove(covered)
    await remove(other)
    expect(await shown(here)).toEqual([covered])
    expect((await restore(other, here)).status).toBe(404)
    expect((await purge(other, here)).status).toBe(404)
    expect((await restore(covered, here)).status).toBe(200)
  })

  it('is for people, once, and in its own collection', async () => {
    const id = await writeSection(product, author)
    await remove(id)
    const site = await product.makeSite()
    const url = `/regional-sections/trash/${id}/restore`
    expect((await product.call('POST', url, { body: {} })).status).toBe(401)
    expect((await product.call('POST', url, { ...site, body: {} })).status).toBe(403)
    expect((await product.call('GET', '/newsroom/trash', site)).status).toBe(403)
    const elsewhere = `/career-profiles/trash/${id}/restore`
    expect((await product.call('POST', elsewhere, { ...editor, body: {} })).status).toBe(404)
    const both = await Promise.all([restore(id), restore(id, second)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404])
  })

  it('says so where another text has the place, or something is gone', async () => {
    const pair = await makePair(product)
    const id = await writeSection(product, author, pair)
    await remove(id)
    const other = await writeSection(product, author, pair)
    const taken = await restore(id)
    expect([taken.status, taken.get('error.code')]).toEqual([409, 'pair_taken'])
    await remove(other)
    await product.payload.delete({
      collection: 'regions',
      id: pair.region,
      overrideAccess: true,
    })
    const gone = await restore(id)
    expect([gone.status, gone.get('error.code')]).toEqual([409, 'reference_gone'])
    expect(await shown()).toContain(id)
    // A text cannot be without its region; its words are there to be read.
    const without = await restore(id, editor, { without: 'gone' })
    expect([without.status, without.get('error.code')]).toEqual([409, 'reference_gone'])
    expect(without.get('error.details.0.path')).toBe('region')
    expect((await read(id)).get('gone.0.path')).toBe('region')
  })

  describe('of a text that refers to what was deleted since', () => {
    /** What it refers to: the part of the text, the address to delete it at, and what is left of the part. */
    const references = {
      'a picture with words of its own': async () => {
        const { id } = await product.payload.create({
          collection: 'media',
          data: { alt: 'Ein Punkt' },
          file: {
            data: pixel,
            mimetype: 'image/png',
            name: `${randomUUID()}.png`,
            size: pixel.length,
          },
          user: { ...author, collection: 'users', role: 'author' },
          overrideAccess: false,
        })
        return {
          part: { media: [{ file: id, caption: 'Mühevolle Worte' }] },
          at: `/media/${id}`,
          path: 'media.0.file',
          left: { media: [{ file: null, caption: 'Mühevolle Worte' }] },
        }
      },
      'a source': async () => {
        const make = async () =>
          (
            await product.payload.create({
              collection: 'sources',
              data: { name: `Quelle ${randomUUID()}`, kind: 'studie' },
              overrideAccess: true,
            })
          ).id
        const [gone, kept] = [await make(), await make()]
        return {
          part: { sources: [gone, kept] },
          at: `/sources/${gone}`,
          path: 'sources',
          left: { sources: [kept] },
        }
      },
      'a related profession': async () => {
        const { profession } = await makePair(product)
        return {
          part: { relatedProfessions: [{ profession, relation: 'aehnlich' }] },
          at: `/professions/${profession}`,
          path: 'relatedProfessions.0.profession',
          left: { relatedProfessions: [] },
        }
      },
    }

    it.each(Object.entries(references))(
      'names %s, and leaves it out for who says so',
      async (_, make) => {
        const { part, at, path: field, left } = await make()
        const id = await writeSection(product, author, { ...part, headline: 'Der Rest' })
        const { digest } = (await workflow(id)).body as { digest: string }
        await remove(id)
        // What only the trash refers to can be deleted.
        expect((await product.call('DELETE', at, admin)).status).toBe(200)
        const refused = await restore(id)
        expect([refused.status, refused.get('error.code')]).toEqual([409, 'reference_gone'])
        expect(refused.get('error.details')).toMatchObject([{ path: field }])
        expect(refused.get('error.details.0.reason')).toContain('Deleted: ')
        expect(await shown()).toContain(id)

        const seen = await read(id, author)
        expect(seen.body).toMatchObject({ title: 'Der Rest', fields: part, digest })
        expect(seen.get('gone')).toEqual(refused.get('error.details'))

        const back = await restore(id, editor, { without: 'gone' })
        expect(back.status, back.text).toBe(200)
        expect(back.get('leftOut')).toEqual(refused.get('error.details'))
        const now = await workflow(id)
        expect(now.get('digest')).toBe(back.get('digest'))
        expect(now.get('digest')).not.toBe(digest)
        expect(now.get('events.0')).toMatchObject({
          transition: 'restore',
          digest: back.get('digest'),
          data: { leftOut: [{ path: field }] },
        })
        const copy = await product.call('GET', `${path(id)}?draft=true&depth=0`, editor)
        expect(copy.body).toMatchObject({ headline: 'Der Rest', ...left })
        // The text of before is in the history; whoever left something out has written on this one.
        const texts = await product.call('GET', `${path(id)}/workflow/texts`, editor)
        expect(texts.get('texts')).toHaveLength(2)
        await product.call('PATCH', path(id), { ...author, body: { media: [] } })
        await step(id, author, 'submit')
        const own = await transition(product, editor, id, { transition: 'approve' })
        expect([own.status, own.get('error.code')]).toEqual([403, 'four_eyes'])
      },
    )

    it('can be read by who may bring it back, and by nobody else', async () => {
      const id = await writeSection(product, author, { intro: 'Mühevolle Worte' })
      await remove(id)
      for (const by of [author, editor, admin]) {
        const seen = await read(id, by)
        expect(seen.get('fields.intro'), seen.text).toBe('Mühevolle Worte')
        expect(seen.get('gone')).toEqual([])
      }
      expect((await read(id, stranger)).status).toBe(404)
      const site = await product.makeSite()
      const url = `/regional-sections/trash/${id}`
      expect((await product.call('GET', url, site)).status).toBe(403)
      expect((await product.call('GET', url)).status).toBe(401)
      expect((await product.call('GET', `/career-profiles/trash/${id}`, editor)).status).toBe(404)
      const asked = await restore(id, editor, { without: 'everything' })
      expect(asked.status).toBe(400)
      const back = await restore(id, editor, { without: 'gone' })
      expect([back.status, back.get('leftOut')]).toEqual([200, []])
    })
  })

  it('forgets for good what is purged, or what has lain there for its time', async () => {
    const purged = await writeSection(product, author)
    const expired = await writeSection(product, author)
    const kept = await writeSection(product, author)
    for (const id of [purged, expired, kept]) await remove(id)
    expect((await purge(purged)).status).toBe(200)
    await product.sql.query(
      `UPDATE workflow_trash SET expires_at = now() - interval '1 s' WHERE document = $1`,
      [expired],
    )
    expect(await purgeExpired(product.payload)).toBe(1)
    const { rows } = await product.sql.query<{ document: string }>(
      'SELECT DISTINCT document FROM workflow_texts WHERE document = ANY ($1)',
      [[purged, expired, kept]],
    )
    expect(rows.map(({ document }) => document)).toEqual([kept])
    expect((await restore(purged)).status).toBe(404)
    expect((await restore(expired)).status).toBe(404)
    expect((await restore(kept)).status).toBe(200)
  })
})
