import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { up as endReleases } from '../../migrations/20261130_070500_releases_of_pictures.ts'
import { publish, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

/** The smallest PNG: one transparent pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
/** Another one, of another colour. */
const otherPixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('a picture', () => {
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

  const upload = (name: string, mimetype: string, data: Buffer) =>
    product.payload.create({
      collection: 'media',
      data: { alt: 'Ein Punkt' },
      file: { data, mimetype, name, size: data.length },
      overrideAccess: true,
    })

  it.each([
    { alt: 'x', url: 'http://127.0.0.1:3501/healthz', filename: 'a.png' },
    { alt: 'x', url: '/api/media/file/a.png', filename: 'a.png' },
    { alt: 'x', url: 'file:///etc/passwd', filename: 'a.png' },
    { alt: 'x' },
    undefined,
  ])('comes as a file, and is fetched from no address: %j', async (body) => {
    const answer = await product.call('POST', '/media', { ...author, body })
    expect(answer.status, answer.text).toBe(400)
    expect(answer.get('errors.0.data.errors.0.path')).toBe('file')
    expect((await product.call('POST', '/media', { body })).status).toBeGreaterThan(400)
    const pasted = `/media/paste-url?src=${encodeURIComponent('http://127.0.0.1:3501/healthz')}`
    expect((await product.call('GET', pasted, author)).status).toBeGreaterThanOrEqual(400)
    expect((await product.call('GET', pasted, author)).status).toBeLessThan(500)
  })

  it('is seen by sites from the moment on when a text goes live with it', async () => {
    const picture = await upload('punkt.png', 'image/png', pixel)
    const seen = async (caller?: { authorization: string }) =>
      (await product.call('GET', `/media/${picture.id}`, caller)).status
    expect(await seen(author)).toBe(200)
    const id = await writeSection(product, author, { media: [{ file: picture.id }] })
    for (const [person, name] of [
      [author, 'submit'],
      [editor, 'approve'],
    ] as const) {
      await transition(product, person, id, { transition: name })
      expect([await seen(site), await seen()]).toEqual([404, 404])
    }
    await transition(product, editor, id, { transition: 'publish' })
    expect([await seen(site), await seen()]).toEqual([200, 200])
    const live = await product.call('GET', `/regional-sections/${id}?depth=1`, site)
    expect(live.get('media.0.file.alt')).toBe('Ein Punkt')
    expect(live.text).not.toContain('uploadedBy')
  })

  it('is no SVG and no page, whatever it calls itself', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
    const html = Buffer.from('<!doctype html><script>1</script>')
    await expect(upload('bild.svg', 'image/svg+xml', svg)).rejects.toThrow()
    await expect(upload('bild.png', 'image/png', svg)).rejects.toThrow()
    await expect(upload('seite.html', 'text/html', html)).rejects.toThrow()
  })

  it('stays as it was reviewed, for everybody, until the text is a draft again', async () => {
    const picture = await upload('geprueft.png', 'image/png', pixel)
    const id = await writeSection(product, author, { media: [{ file: picture.id }] })
    const file = path.join(product.mediaFolder, picture.filename ?? '')
    const change = (person: SignedIn, data: Record<string, unknown>) =>
      product.call('PATCH', `/media/${picture.id}`, { ...person, body: data })
    const replace = async () => {
      const name = 'anderes.png'
      return product.payload.update({
        collection: 'media',
        id: picture.id,
        data: {},
        file: { data: pixel, mimetype: 'image/png', name, size: pixel.length },
        overrideAccess: true,
      })
    }
    expect((await change(editor, { alt: 'Vor der Prüfung' })).status).toBe(200)
    for (const [person, name] of [
      [author, 'submit'],
      [editor, 'approve'],
      [editor, 'publish'],
    ] as const) {
      await transition(product, person, id, { transition: name })
      for (const data of [{ alt: 'Ganz anders' }, { credit: 'Wer?' }, { focalX: 3 }]) {
        const answer = await change(editor, data)
        expect([answer.status, answer.get('errors.0.data.details.0.path')]).toEqual([
          409,
          `regional-sections/${id}`,
        ])
      }
      await expect(replace()).rejects.toThrow('Upload the other one')
      expect(existsSync(file)).toBe(true)
    }
    expect((await change(editor, { alt: 'Vor der Prüfung' })).status).toBe(200)
    await product.call('PATCH', `/regional-sections/${id}`, {
      ...author,
      body: { headline: 'Neuer Entwurf', media: [] },
    })
    expect((await change(editor, { alt: 'Ganz anders' })).status).toBe(409)
    for (const statement of [
      `UPDATE media SET alt = 'Heimlich' WHERE id = $1`,
      `UPDATE media SET filename = 'anders.png' WHERE id = $1`,
    ]) {
      await expect(product.sql.query(statement, [picture.id])).rejects.toThrow('does not change')
    }
    await transition(product, editor, id, { transition: 'unpublish' })
    expect((await change(editor, { alt: 'Ganz anders' })).status).toBe(200)
  })

  describe('that was live', () => {
    /** In lists, by its id, and its file, as strangers and sites get them. */
    const publicly = async (picture: { id: string; filename?: string | null }) => {
      const wanted = `where[id][equals]=${picture.id}`
      const seen = await Promise.all(
        [undefined, site].map(async (caller) => {
          const list = await product.call('GET', `/media?${wanted}`, caller)
          const count = await product.call('GET', `/media/count?${wanted}`, caller)
          const graphql = await product.graphql(
            `{ allMedia(where: { id: { equals: "${picture.id}" } }) { totalDocs } }`,
            caller,
          )
          expect(count.get('totalDocs')).toBe(list.get('totalDocs'))
          expect(graphql.get('data.allMedia.totalDocs')).toBe(list.get('totalDocs'))
          const file = await product.respond('GET', `/media/file/${picture.filename ?? ''}`, caller)
          const one = await product.call('GET', `/media/${picture.id}`, caller)
          const isServed = file.status === 200
          const bytes = Buffer.from(await file.arrayBuffer())
          return {
            listed: list.get('totalDocs'),
            alt: one.get('alt'),
            file: isServed ? bytes.toString('base64') : null,
          }
        }),
      )
      expect(seen[0]).toEqual(seen[1])
      return seen[0]
    }
    const asApproved = { alt: 'Ein Punkt', file: pixel.toString('base64') }
    const nothing = { listed: 0, alt: undefined, file: null }

    /** Texts that go live with a picture, each in a way that ends with nothing live that shows it. */
    const ends: Record<string, (id: string) => Promise<void>> = {
      'whose text was unpublished': async (id) => {
        const answer = await transition(product, editor, id, { transition: 'unpublish' })
        expect(answer.status, answer.text).toBe(200)
      },
      'whose text shows another one': async (id) => {
        const other = await upload('anderer.png', 'image/png', pixel)
        const body = { headline: 'Mit anderem Bild', media: [{ file: other.id }] }
        await product.call('PATCH', `/regional-sections/${id}`, { ...author, body })
        await publish(product, { author, editor }, id)
      },
    }
    /** What one person alone can make of it. */
    const form = (data: object, name?: string) => {
      const body = new FormData()
      body.set('_payload', JSON.stringify(data))
      if (name !== undefined) {
        body.set('file', new Blob([otherPixel], { type: 'image/png' }), name)
      }
      return body
    }
    const changes: Record<
      string,
      (picture: { id: string; filename?: string | null }) => Promise<unknown>
    > = {
      'other words': ({ id }) =>
        product.call('PATCH', `/media/${id}`, { ...editor, body: { alt: 'Nie freigegeben' } }),
      'another credit': ({ id }) =>
        product.call('PATCH', `/media/${id}`, { ...editor, body: { credit: 'Nie freigegeben' } }),
      'another file': ({ id }) =>
        product.call('PATCH', `/media/${id}`, { ...editor, body: form({}, 'neu.png') }),
      'another file of its name': ({ id, filename }) =>
        product.call('PATCH', `/media/${id}`, { ...editor, body: form({}, filename ?? '') }),
      'another file and words': ({ id }) =>
        product.call('PATCH', `/media/${id}`, { ...editor, body: form({ alt: 'Nie' }, 'n.png') }),
      'other words by GraphQL': ({ id }) =>
        product.graphql(
          `mutation { updateMedia(id: "${id}", data: { alt: "Nie" }) { id } }`,
          editor,
        ),
      'other words and a release': ({ id }) =>
        product.payload.update({
          collection: 'media',
          id,
          data: { alt: 'Nie', releasedAt: new Date().toISOString() },
          overrideAccess: true,
        }),
      'other words past the product': ({ id }) =>
        product.payload.db.updateOne({ collection: 'media', id, data: { alt: 'Nie' } }),
      'other words by SQL': ({ id }) =>
        product.sql.query(
          `UPDATE media SET alt = 'Nie', released_at = released_at + interval '1 s' WHERE id = $1`,
          [id],
        ),
    }
    const cells = Object.keys(ends).flatMap((end) =>
      Object.keys(changes).map((change) => ({ end, change })),
    )

    const makePast = async (end: string) => {
      const picture = await upload('war-live.png', 'image/png', pixel)
      const id = await writeSection(product, author, { media: [{ file: picture.id }] })
      await publish(product, { author, editor }, id)
      expect(await publicly(picture)).toEqual({ listed: 1, ...asApproved })
      await ends[end]?.(id)
      return picture
    }

    it.each(cells)('and $end, is public no more with $change', async ({ end, change }) => {
      const picture = await makePast(end)
      // A draft that shows it lets nothing out.
      await writeSection(product, author, { media: [{ file: picture.id }] })
      expect(await publicly(picture)).toEqual({ listed: 0, ...asApproved })
      await changes[change]?.(picture)
      const changed = await product.call('GET', `/media/${picture.id}`, editor)
      const { alt, credit, filename } = changed.body as Record<string, string>
      expect([alt, credit, filename]).not.toEqual(['Ein Punkt', null, picture.filename])
      expect(changed.get('releasedAt') ?? null).toBeNull()
      expect(await publicly({ id: picture.id, filename: filename ?? '' })).toEqual(nothing)
      expect((await publicly(picture))?.file).toBeNull()
    })

    it.each(Object.keys(ends))(
      'and %s, stays as it was for pages that show it yet, in no list',
      async (end) => {
        const picture = await makePast(end)
        const same = { alt: 'Ein Punkt' }
        const saved = await product.call('PATCH', `/media/${picture.id}`, { ...editor, body: same })
        expect(saved.status).toBe(200)
        const crop = 'uploadEdits[crop][width]=50&uploadEdits[crop][height]=50'
        const cropped = await product.call('PATCH', `/media/${picture.id}?${crop}`, {
          ...editor,
          body: { alt: '' },
        })
        expect(cropped.status).toBe(409)
        expect(await publicly(picture)).toEqual({ listed: 0, ...asApproved })
      },
    )

    it('is public again by the next text that goes live with it', async () => {
      const picture = await makePast('whose text was unpublished')
      await changes['other words']?.(picture)
      const id = await writeSection(product, author, { media: [{ file: picture.id }] })
      await publish(product, { author, editor }, id)
      expect(await publicly(picture)).toEqual({ ...asApproved, listed: 1, alt: 'Nie freigegeben' })
    })

    it('and was changed before that took it back, is public no more after the upgrade', async () => {
      const [changed, kept] = [
        await makePast('whose text was unpublished'),
        await makePast('whose text was unpublished'),
      ]
      await product.sql.query(`ALTER TABLE media DISABLE TRIGGER workflow_guard_picture`)
      await product.sql.query(`UPDATE media SET alt = 'Nie', updated_at = now() WHERE id = $1`, [
        changed.id,
      ])
      await product.sql.query(`ALTER TABLE media ENABLE TRIGGER workflow_guard_picture`)
      const { payload } = product
      await endReleases({ db: payload.db.drizzle, payload, req: await product.localRequest() })
      expect(await publicly(changed)).toEqual(nothing)
      expect(await publicly(kept)).toEqual({ listed: 0, ...asApproved })
    })

    it('is so by a live text alone, past the product too', async () => {
      const server = await product.connect('worker')
      const changes = ['now()', 'now(), alt = alt', `now(), alt = 'Nie'`]
      const ids = await Promise.all(
        changes.map(async (_, n) => (await upload(`nie-${String(n)}.png`, 'image/png', pixel)).id),
      )
      // Each of its own: a change of the words takes back what was released before.
      for (const [n, change] of changes.entries()) {
        await server
          .query(`UPDATE media SET released_at = ${change} WHERE id = $1`, [ids[n]])
          .catch(() => undefined)
      }
      await server.end()
      await product.sql
        .query(`INSERT INTO media (alt, released_at) VALUES ('Neu', now())`)
        .catch(() => undefined)
      const { rows } = await product.sql.query(
        `SELECT FROM media WHERE released_at IS NOT NULL AND (id = ANY ($1) OR alt = 'Neu')`,
        [ids],
      )
      expect(rows).toEqual([])
    })
  })

  it('does not change while its text is on the way into review', async () => {
    const picture = await upload('gleichzeitig.png', 'image/png', pixel)
    const id = await writeSection(product, author, { media: [{ file: picture.id }] })
    await product.sql.query('BEGIN')
    await product.sql.query('SELECT FROM media WHERE id = $1 FOR UPDATE', [picture.id])
    let isDone = false
    const submitting = transition(product, author, id, { transition: 'submit' }).then((answer) => {
      isDone = true
      return answer
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(isDone).toBe(false)
    await product.sql.query('COMMIT')
    expect((await submitting).status).toBe(200)
  })

  it('is changed one by one', async () => {
    const where = { alt: { exists: true } }
    const all = await product.call('PATCH', '/media?where[alt][exists]=true', {
      ...editor,
      body: { alt: 'Alle' },
    })
    expect(all.status).toBe(403)
    await expect(
      product.payload.update({
        collection: 'media',
        where,
        data: { alt: 'Alle' },
        overrideAccess: true,
      }),
    ).rejects.toThrow('one by one')
  })

  it('is not deleted while a text shows it', async () => {
    const picture = await upload('zweiter.png', 'image/png', pixel)
    const id = await writeSection(product, author, { media: [{ file: picture.id }] })
    const remove = () => product.call('DELETE', `/media/${picture.id}`, editor)
    expect((await remove()).status).toBe(409)
    await publish(product, { author, editor }, id)
    expect((await remove()).status).toBe(409)
  })
})
