import { rm } from 'node:fs/promises'
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
  const files: string[] = []

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    site = await product.makeSite()
  })
  afterAll(async () => {
    await product.close()
    for (const file of files) await rm(path.join('media', file), { force: true })
  })

  const upload = async (name: string, mimetype: string, data: Buffer) => {
    const picture = await product.payload.create({
      collection: 'media',
      data: { alt: 'Ein Punkt' },
      file: { data, mimetype, name, size: data.length },
      overrideAccess: true,
    })
    files.push(picture.filename ?? '')
    return picture
  }

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

  it('is not deleted while a text shows it', async () => {
    const picture = await upload('zweiter.png', 'image/png', pixel)
    const id = await writeSection(product, author, { media: [{ file: picture.id }] })
    const remove = () => product.call('DELETE', `/media/${picture.id}`, editor)
    expect((await remove()).status).toBe(409)
    await publish(product, { author, editor }, id)
    expect((await remove()).status).toBe(409)
  })
})
