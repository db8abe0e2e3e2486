import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publish, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

/** The smallest PNG: one transparent pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
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
