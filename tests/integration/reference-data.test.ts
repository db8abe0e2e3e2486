import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDelivery, withKey } from '#support/delivery.ts'
import { makeLive, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

describe('reference data', () => {
  let product: Product
  let editor: SignedIn
  let author: SignedIn
  beforeAll(async () => {
    product = await startProduct()
    editor = await product.signIn('editor')
    author = await product.signIn('author')
  })
  afterAll(() => product.close())

  const post = (collection: string, body: object) =>
    product.call('POST', `/${collection}`, { ...editor, body })

  it.each([
    ['professions', { name: 'A', kldb2010: '43191' }, 'kldb2010'],
    ['professions', { name: 'B', kldb2010: 43394 }, 'kldb2010'],
    ['professions', { name: 'C', isco08: '13' }, 'isco08'],
    ['professions', { name: 'D', baJobTitles: ['43394-111', '1'] }, 'baJobTitles'],
    ['professions', { name: 'E', slug: 'Nicht gut' }, 'slug'],
    ['professions', { name: '!' }, 'slug'],
    ['regions', { name: 'F', kind: 'gemeinde', ags: 5316000 }, 'ags'],
    ['regions', { name: 'G', kind: 'gemeinde', ags: '05315000', ars: '053160000000' }, 'ars'],
    ['regions', { name: 'H', kind: 'gemeinde', postalCodes: ['5137'] }, 'postalCodes'],
    ['sources', { name: 'I', kind: 'studie', url: 'javascript:alert(1)' }, 'url'],
  ])('refuses a wrong value in %s: %j names %s', async (collection, body, field) => {
    const answer = await post(collection, body)
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.get('errors.0.data.errors'))).toContain(`"path":"${field}"`)
  })

  it('takes Leverkusen with its codes and knows its Land', async () => {
    const answer = await post('regions', {
      name: 'Leverkusen',
      kind: 'kreisfreieStadt',
      ags: '05316000',
      ars: '053160000000',
      nuts3: 'DEA24',
    })
    expect(answer.status).toBe(201)
    expect(answer.get('doc.slug')).toBe('leverkusen')
    expect(answer.get('doc.land')).toBe('DE-NW')
  })

  it('remembers the slugs that an entry had, and gives them to nobody else', async () => {
    const made = await post('professions', { name: 'Bäcker/in' })
    const id = String(made.get('doc.id'))
    expect(made.get('doc.slug')).toBe('baecker')
    const moved = await product.call('PATCH', `/professions/${id}`, {
      ...editor,
      body: { slug: 'backhandwerk' },
    })
    expect(moved.get('doc.formerSlugs')).toEqual(['baecker'])
    expect((await post('professions', { name: 'Baecker' })).status).toBe(400)
    const back = await product.call('PATCH', `/professions/${id}`, {
      ...editor,
      body: { slug: 'baecker' },
    })
    expect(back.get('doc.formerSlugs')).toEqual(['backhandwerk'])
  })

  it('gives a copy a slug of its own, and none that it never had', async () => {
    const made = await post('professions', { name: 'Käser/in' })
    const moved = await product.call('PATCH', `/professions/${String(made.get('doc.id'))}`, {
      ...editor,
      body: { slug: 'kaeseherstellung' },
    })
    expect(moved.get('doc.formerSlugs')).toEqual(['kaeser'])
    for (const [body, slug] of [
      [{ name: 'Käser/in der Alpen' }, 'kaeseherstellung-kopie'],
      [{ name: 'Käser/in im Tal', slug: 'kaese' }, 'kaese'],
    ] as const) {
      const path = `/professions/${String(made.get('doc.id'))}/duplicate`
      const copied = await product.call('POST', path, { ...editor, body })
      expect(copied.status, copied.text).toBe(200)
      expect([copied.get('doc.slug'), copied.get('doc.formerSlugs')]).toEqual([slug, []])
    }
  })

  it('suggests skills to people who write, and shows them to no site', async () => {
    const skill = 'Teig mit den Händen prüfen'
    const id = await makeLive(product, { author, editor })
    const section = await product.call('GET', `/regional-sections/${id}?depth=0`, editor)
    const path = `/professions/${String(section.get('profession'))}`
    const slugOf = async (of: string) => String((await product.call('GET', of, editor)).get('slug'))
    const address = `${await slugOf(path)}/${await slugOf(`/regions/${String(section.get('region'))}`)}`
    const site = await product.makeSite()
    const delivery = await openDelivery(product)
    try {
      const places = [
        `/v1/professions/${await slugOf(path)}`,
        `/v1/portraits/${address}`,
        '/v1/changes',
      ]
      const readAll = () =>
        Promise.all(
          places.map(async (place) => {
            const { status, text } = await delivery.get(place, withKey(site))
            return { status, text }
          }),
        )
      const before = await readAll()
      expect(before.map(({ status }) => status)).toEqual([200, 200, 200])

      const body = { skills: [skill] }
      expect((await product.call('PATCH', path, { ...author, body })).status).toBe(403)
      expect((await product.call('PATCH', path, { ...editor, body })).status).toBe(200)
      expect((await product.call('GET', path, author)).get('skills')).toEqual([skill])

      expect(await readAll()).toEqual(before)
      const toSite = await product.call('GET', path, site)
      expect(toSite.status).toBe(200)
      expect(toSite.text).not.toContain('skills')
      const asked = await product.call('GET', '/professions?where[skills][equals]=x', site)
      expect(asked.status).toBe(400)
      const after = await product.call('GET', `/regional-sections/${id}?depth=0`, editor)
      expect(after.get('digest')).toBe(section.get('digest'))
      expect(after.get('skills')).toEqual(section.get('skills'))
    } finally {
      await delivery.close()
    }
  })

  it('is not deleted while something refers to it, and says what does', async () => {
    const admin = await product.signIn('admin')
    for (const id of [
      await writeSection(product, author),
      await makeLive(product, { author, editor }),
    ]) {
      const section = await product.call(
        'GET',
        `/regional-sections/${id}?depth=0&draft=true`,
        editor,
      )
      for (const field of ['profession', 'region']) {
        const path = `/${field}s/${String(section.get(field))}`
        const answer = await product.call('DELETE', path, admin)
        expect(answer.status).toBe(409)
        expect(answer.text).toContain(`regional-sections/${id}`)
        expect((await product.call('GET', path, admin)).status).toBe(200)
      }
    }
  })
})
