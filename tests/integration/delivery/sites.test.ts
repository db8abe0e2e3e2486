import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliveryAddress } from '#server/delivery-role.ts'
import { openDelivery, withKey, type Delivery } from '#support/delivery.ts'
import { makePair, publish, sectionContent, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { allowed } from '#support/slowness.ts'

let product: Product
let delivery: Delivery
let closed: Delivery
let author: SignedIn
let editor: SignedIn
let admin: SignedIn

beforeAll(async () => {
  product = await startProduct()
  delivery = await openDelivery(product)
  closed = await openDelivery(product, { isPublic: false })
  author = await product.signIn('author')
  editor = await product.signIn('editor')
  admin = await product.signIn('admin')
})

afterAll(async () => {
  await closed.close()
  await delivery.close()
  await product.close()
})

async function slugOf(collection: 'professions' | 'regions', id: string): Promise<string> {
  const entry = await product.payload.findByID({ collection, id, depth: 0, overrideAccess: true })
  return entry.slug ?? ''
}

describe('what a site may see', () => {
  it('is what is for everyone and what is for it, through every route', async () => {
    const a = await product.makeSite()
    const b = await product.makeSite()
    const pair = await makePair(product)
    const id = await writeSection(product, author, {
      ...pair,
      headline: 'Geheimgarten',
      sites: [a.id],
    })
    await product.call('PATCH', `/regional-sections/${id}`, {
      authorization: editor.authorization,
      body: { sites: [a.id] },
    })
    const admin2 = await product.signIn('editor')
    await publish(product, { author, editor: admin2 }, id)
    const profession = await slugOf('professions', pair.profession)
    const region = await slugOf('regions', pair.region)
    const { extendLexicon } = await import('#publishing/maintenance.ts')
    await extendLexicon(product.payload)
    await wait(300)
    const routes = [
      `/v1/portraits/${profession}/${region}`,
      `/v1/portraits/${profession}/${region}?format=text&fields=headline`,
      '/v1/portraits?limit=100&count=true',
      `/v1/portraits?profession=${profession}`,
      `/v1/portraits?region=${region}`,
      '/v1/search?q=Geheimgarten',
      '/v1/changes?limit=1000',
      await partOf(withKey(b)),
    ]
    for (const route of routes) {
      const marks = new RegExp(`Geheimgarten|${id}|${profession}/${region}`)
      const forA = await delivery.get(route, withKey(a))
      const forB = await delivery.get(route, withKey(b))
      const forAll = await delivery.get(route)
      if (!route.includes('sitemap')) expect(forA.text, route).toMatch(marks)
      // The answer to a request names the address that was asked for.
      const hidden = (answer: typeof forB) => (answer.status === 404 ? '' : answer.text)
      expect(hidden(forB), route).not.toMatch(marks)
      expect(hidden(forAll), route).not.toMatch(marks)
    }
    await transition(product, admin2, id, { transition: 'unpublish' })
    await wait(300)
    const path = `/v1/portraits/${profession}/${region}`
    expect((await delivery.get(path, withKey(a))).status).toBe(410)
    expect((await delivery.get(path, withKey(b))).status).toBe(404)
  })

  async function partOf(headers: Record<string, string>): Promise<string> {
    const { text } = await delivery.get('/v1/sitemap.xml', headers)
    const part = /<loc>([^<]+)<\/loc>/.exec(text)?.[1] ?? ''
    return part === '' ? '/v1/sitemap.xml' : part.replace('http://localhost:3001', '')
  }

  it('is narrowed by professions and regions: lists, counts, search, jobs and feed', async () => {
    const mine = await makePair(product)
    const other = await makePair(product)
    for (const pair of [mine, other]) {
      const id = await writeSection(product, author, { ...pair, intro: 'Umkreissuche überall.' })
      await publish(product, { author, editor }, id)
      await product.payload.create({
        collection: 'job-references',
        data: {
          ...pair,
          title: 'Stelle',
          url: 'https://example.org/job',
          externalId: pair.region,
          hiringOrganization: 'Beispiel GmbH',
          datePosted: new Date().toISOString(),
        },
        overrideAccess: true,
      })
    }
    for (const scope of [{ professions: [mine.profession] }, { regions: [mine.region] }]) {
      const site = await product.makeSite()
      await product.payload.update({
        collection: 'sites',
        id: site.id,
        data: scope,
        overrideAccess: true,
      })
      const key = withKey(site)
      const own = {
        profession: await slugOf('professions', mine.profession),
        region: await slugOf('regions', mine.region),
      }
      const foreign = {
        profession: await slugOf('professions', other.profession),
        region: await slugOf('regions', other.region),
      }
      const portrait = await delivery.get(`/v1/portraits/${own.profession}/${own.region}`, key)
      expect(portrait.status).toBe(200)
      expect(portrait.headers.get('cache-control')).toContain('private')
      expect(
        (await delivery.get(`/v1/portraits/${foreign.profession}/${foreign.region}`, key)).status,
      ).toBe(404)
      expect((await delivery.get('/v1/portraits?count=true', key)).get('total')).toBe(1)
      expect((await delivery.get('/v1/jobs?count=true', key)).get('total')).toBe(1)
      for (const route of [
        '/v1/search?q=umkreissuche&type=portrait',
        '/v1/changes?limit=1000',
        `/v1/jobs?profession=${foreign.profession}`,
        `/v1/jobs?region=${foreign.region}`,
        `/v1/jobs?region=${own.region}`,
      ]) {
        const { text } = await delivery.get(route, key)
        expect(text, route).not.toMatch(
          new RegExp(`${other.profession}|${other.region}|${foreign.profession}/`),
        )
      }
      const kind = 'professions' in scope ? 'professions' : 'regions'
      const foreignSlug = kind === 'professions' ? foreign.profession : foreign.region
      expect((await delivery.get(`/v1/${kind}/${foreignSlug}`, key)).status).toBe(404)
      expect((await delivery.get(`/v1/${kind}?count=true`, key)).get('total')).toBe(1)
    }
  })

  it('covers a region with all that lies in it', async () => {
    const pair = await makePair(product)
    const land = await product.payload.create({
      collection: 'regions',
      data: { name: `Land ${pair.region}`, slug: '', kind: 'land' },
      overrideAccess: true,
    })
    await product.payload.update({
      collection: 'regions',
      id: pair.region,
      data: { parent: land.id },
      overrideAccess: true,
    })
    const id = await writeSection(product, author, { ...pair })
    await publish(product, { author, editor }, id)
    const site = await product.makeSite()
    await product.payload.update({
      collection: 'sites',
      id: site.id,
      data: { regions: [land.id] },
      overrideAccess: true,
    })
    const { text } = await delivery.get('/v1/portraits', withKey(site))
    expect(text).toContain(id)
  })

  it('shows a nationwide text inside a portrait only to those who may see it', async () => {
    const site = await product.makeSite()
    const pair = await makePair(product)
    const id = await writeSection(product, author, { ...pair })
    await publish(product, { author, editor }, id)
    const created = await product.call('POST', '/career-profiles', {
      authorization: author.authorization,
      body: { ...sectionContent({ headline: 'Nur für eine' }), profession: pair.profession },
    })
    const profile = String(created.get('doc.id'))
    await product.payload.update({
      collection: 'career-profiles',
      id: profile,
      data: { sites: [site.id] },
      draft: true,
      overrideAccess: true,
    })
    for (const [person, name] of [
      [author, 'submit'],
      [editor, 'approve'],
      [editor, 'publish'],
    ] as const) {
      const answer = await transition(
        product,
        person,
        profile,
        { transition: name },
        'career-profiles',
      )
      expect(answer.status, answer.text).toBe(200)
    }
    await wait(300)
    const path = `/v1/portraits/${await slugOf('professions', pair.profession)}/${await slugOf('regions', pair.region)}`
    expect((await delivery.get(path)).get('profile')).toBe(null)
    expect((await delivery.get(path, withKey(site))).get('profile.headline')).toBe('Nur für eine')
  })
})

describe('a key', () => {
  it('is needed where anonymous callers are not let in', async () => {
    const site = await product.makeSite()
    expect((await closed.get('/v1/portraits')).status).toBe(401)
    expect((await closed.get('/v1/portraits', withKey(site))).status).toBe(200)
    expect((await closed.get('/healthz')).status).toBe(200)
    expect((await closed.get('/v1/openapi.json')).status).toBe(200)
    expect((await closed.get('/docs/')).status).toBe(200)
    expect((await closed.get('/docs/../v1/portraits')).status).toBe(401)
  })

  it('is replaced without downtime, notes its last use, and is dead within a second of its end', async () => {
    const site = await product.makeSite()
    const made = await product.call('POST', `/sites/${site.id}/keys`, {
      authorization: admin.authorization,
      body: { label: 'neu' },
    })
    const second = { authorization: `Bearer ${String(made.get('key'))}` }
    expect((await closed.get('/v1/regions', withKey(site))).status).toBe(200)
    expect((await closed.get('/v1/regions', second)).status).toBe(200)
    const keys = async () => {
      const answer = await product.call('GET', `/sites/${site.id}/keys`, {
        authorization: admin.authorization,
      })
      return answer.get('keys') as { id: string; label: string | null; lastUsedAt: string | null }[]
    }
    await expect
      .poll(async () => (await keys()).every(({ lastUsedAt }) => lastUsedAt !== null))
      .toBe(true)
    const listed = await keys()
    expect(JSON.stringify(listed)).not.toContain(String(made.get('key')))
    const own = listed.find(({ label }) => label === 'neu')
    await product.call('DELETE', `/sites/${site.id}/keys/${String(own?.id)}`, {
      authorization: admin.authorization,
    })
    await expect
      .poll(async () => (await closed.get('/v1/regions', second)).status, {
        timeout: allowed(1000),
        interval: 20,
      })
      .toBe(401)
    expect((await closed.get('/v1/regions', withKey(site))).status).toBe(200)
  })

  it('ends at its date, on both planes', async () => {
    const site = await product.makeSite()
    const made = await product.call('POST', `/sites/${site.id}/keys`, {
      authorization: admin.authorization,
      body: { expiresAt: new Date(Date.now() + 1200).toISOString() },
    })
    const key = String(made.get('key'))
    expect((await closed.get('/v1/regions', { authorization: `Bearer ${key}` })).status).toBe(200)
    await wait(1300)
    expect((await closed.get('/v1/regions', { authorization: `Bearer ${key}` })).status).toBe(401)
    const native = await product.call('GET', '/regions', { authorization: `sites API-Key ${key}` })
    expect(native.status).toBe(403)
  })

  it('is limited to so many requests a minute, answered from memory or not', async () => {
    const limited = await openDelivery(product, { rateLimit: 20 })
    const site = await product.makeSite()
    const statuses: number[] = []
    for (let count = 0; count < 25; count += 1) {
      const answer = await limited.get('/v1/regions', withKey(site))
      statuses.push(answer.status)
      if (answer.status === 429)
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect(statuses.filter((status) => status === 200).length).toBe(20)
    expect(statuses.at(-1)).toBe(429)
    await limited.close()
  })

  it('lets browsers read from the origins of its site only', async () => {
    const site = await product.makeSite()
    await product.payload.update({
      collection: 'sites',
      id: site.id,
      data: { origins: ['https://portal.example'] },
      overrideAccess: true,
    })
    await wait(300)
    const allowed = async (origin: string) =>
      (await closed.get('/v1/regions', { ...withKey(site), origin })).headers.get(
        'access-control-allow-origin',
      )
    expect(await allowed('https://portal.example')).toBe('https://portal.example')
    expect(await allowed('https://other.example')).toBe(null)
  })
})

describe('the role of the delivery plane', () => {
  it('reads the read model and nothing else, and writes nothing', async () => {
    const client = new pg.Client({
      connectionString: deliveryAddress(product.databaseUrl, 'a secret for the tests only'),
    })
    await client.connect()
    await client.query('SELECT FROM delivery.portraits')
    const { rows } = await product.sql.query<{ name: string }>(
      `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
       WHERE schemaname = 'public'`,
    )
    expect(rows.length).toBeGreaterThan(50)
    for (const { name } of rows) {
      await expect(client.query(`SELECT FROM ${name}`), name).rejects.toThrow('permission denied')
    }
    for (const statement of [
      'DELETE FROM delivery.documents',
      `UPDATE delivery.portraits SET body = ''`,
      'INSERT INTO delivery.lexicon VALUES (1)',
      'CREATE TABLE x (y int)',
      'CREATE TABLE delivery.x (y int)',
      `SELECT delivery.invalidate('{all}')`,
      'SELECT FROM preview_texts',
      'SET ROLE postgres',
    ]) {
      await expect(client.query(statement), statement).rejects.toThrow()
    }
    await client.end()
  })
})
