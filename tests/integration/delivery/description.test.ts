import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepLog } from '#audit/keep-log.ts'
import {
  createDeliveryClient,
  fetchEvidence,
  fetchPortrait,
  followChanges,
  verifyPortrait,
} from '#client/index.ts'
import { openDelivery, type Delivery } from '#support/delivery.ts'
import { makeLive } from '#support/factories.ts'
import { startProduct, type Product } from '#support/product.ts'

let product: Product
let delivery: Delivery

beforeAll(async () => {
  product = await startProduct()
  delivery = await openDelivery(product)
  const author = await product.signIn('author')
  const editor = await product.signIn('editor')
  const id = await makeLive(product, { author, editor })
  await keepLog(product.payload)
  const { rows } = await product.sql.query<{ profession_id: string; region_id: string }>(
    'SELECT profession_id, region_id FROM regional_sections WHERE id = $1',
    [id],
  )
  await product.payload.create({
    collection: 'job-references',
    data: {
      profession: rows[0]?.profession_id ?? '',
      region: rows[0]?.region_id ?? '',
      title: 'Stelle',
      url: 'https://example.org/job',
      externalId: '1',
      hiringOrganization: 'Beispiel GmbH',
      datePosted: new Date().toISOString(),
      validThrough: new Date(Date.now() + 86_400_000).toISOString(),
      employmentType: ['FULL_TIME'],
    },
    overrideAccess: true,
  })
})

afterAll(async () => {
  await delivery.close()
  await product.close()
})

interface Description {
  paths: Record<
    string,
    { get?: { responses: Record<string, { content?: Record<string, unknown> }> } }
  >
}

describe('the description of the API', () => {
  it('is the one that is kept in the repository', async () => {
    const { text } = await delivery.get('/v1/openapi.json')
    const kept: unknown = JSON.parse(await readFile('docs/openapi.json', 'utf8'))
    expect(JSON.parse(text)).toEqual(kept)
  })

  it('is shown on a page that nobody frames, and that asks nothing of the browser', async () => {
    const { status, headers } = await delivery.get('/docs/')
    expect(status).toBe(200)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /^default-src 'self'; script-src 'self'; .*frame-ancestors 'none'$/u,
      ) as string,
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'permissions-policy': expect.stringContaining('camera=()') as string,
    })
  })

  it('holds for what every route answers, good and bad', async () => {
    const description = (await delivery.get('/v1/openapi.json')).body as Description
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    addFormats(ajv)
    ajv.addSchema(description, 'api')
    const item = async (path: string, field: string) =>
      String((await delivery.get(path)).get(`items.0.${field}`))
    const portrait = await item('/v1/portraits', 'href')
    const asked: Record<string, string[]> = {
      '/v1/portraits/{profession}': ['/v1/portraits/nichts'],
      '/v1/portraits/{profession}/{region}': [
        portrait,
        ...['html', 'markdown', 'text', 'lexical'].map((format) => `${portrait}?format=${format}`),
        `${portrait}?fields=headline,jobs`,
        `${portrait}?format=pdf`,
        `${portrait}?preview=x`,
      ],
      '/v1/portraits': ['/v1/portraits?count=true', '/v1/portraits?limit=0'],
      '/v1/professions': ['/v1/professions?count=true', '/v1/professions?cursor=x'],
      '/v1/professions/{slug}': [
        `/v1/professions/${await item('/v1/professions', 'slug')}`,
        '/v1/professions/nichts',
      ],
      '/v1/regions': ['/v1/regions', '/v1/regions?kind=dorf'],
      '/v1/regions/{slug}': [
        `/v1/regions/${await item('/v1/regions', 'slug')}`,
        '/v1/regions/nichts',
      ],
      '/v1/jobs': ['/v1/jobs?count=true', '/v1/jobs?radiusKm=1'],
      '/v1/jobs/{id}': [await item('/v1/jobs', 'href'), '/v1/jobs/nichts'],
      '/v1/search': ['/v1/search?q=beruf', '/v1/search'],
      '/v1/changes': ['/v1/changes', '/v1/changes?cursor=x'],
      '/v1/keys': ['/v1/keys'],
      '/v1/log/checkpoint': ['/v1/log/checkpoint'],
      '/v1/log/proof': ['/v1/log/proof?index=0', '/v1/log/proof', '/v1/log/proof?index=99999'],
      '/v1/log/consistency': ['/v1/log/consistency?from=1', '/v1/log/consistency?from=99999'],
    }
    const described = Object.keys(description.paths).filter(
      (path) => !/sitemap|openapi|graphql/.test(path),
    )
    expect(Object.keys(asked).sort()).toEqual(described.sort())
    for (const [path, urls] of Object.entries(asked)) {
      for (const url of urls) {
        const { status, body, text, headers } = await delivery.get(url)
        const type = (headers.get('content-type') ?? '').split(';')[0] ?? ''
        const content = description.paths[path]?.get?.responses[String(status)]?.content
        expect(content, `${url} ${String(status)}`).toHaveProperty([type])
        const pointer = [path, 'get', 'responses', String(status), 'content', type, 'schema']
          .map((part) =>
            part
              .replaceAll('~', '~0')
              .replaceAll('/', '~1')
              .replaceAll('{', '%7B')
              .replaceAll('}', '%7D'),
          )
          .join('/')
        const validate = ajv.compile({ $ref: `api#/paths/${pointer}` })
        validate(type === 'text/plain' ? text : body)
        expect(validate.errors, url).toBe(null)
      }
    }
  })
})

describe('the client', () => {
  it('fetches what the description promises', async () => {
    const client = createDeliveryClient({ url: `${delivery.url}/` })
    const { data } = await client.GET('/v1/portraits', { params: { query: { limit: 1 } } })
    const [first] = data?.items ?? []
    const region = first?.region?.slug ?? ''
    const profession = first?.profession.slug ?? ''
    const portrait = await fetchPortrait(client, { profession, region })
    expect(portrait.sections[0]?.html).toBe('<p>Vieles.</p>')
    expect(await verifyPortrait(portrait, await fetchEvidence(client, portrait))).toEqual({
      isVerified: true,
      problems: [],
      referenceData: 'asPublished',
      redactedAt: null,
    })
    await expect(fetchPortrait(client, { profession })).rejects.toThrow('404')
    const missing = await client.GET('/v1/portraits/{profession}', {
      params: { path: { profession: 'nichts' } },
    })
    expect(missing.error?.code).toBe('not_found')
  })

  it('follows the feed', async () => {
    const client = createDeliveryClient({ url: delivery.url })
    for await (const { releases, cursor } of followChanges(client)) {
      expect(releases.map(({ event }) => event)).toContain('published')
      expect(cursor).not.toBe('')
      break
    }
  })
})
