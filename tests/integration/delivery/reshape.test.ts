import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { shapeVersion } from '#publishing/shape-version.ts'
import { prerenderStalePortraits } from '#publishing/maintenance.ts'
import { openDelivery, withKey, type Delivery } from '#support/delivery.ts'
import { makeLiveTexts, publishAll, type LiveTexts } from '#support/live-texts.ts'
import { checks } from '#quality/findings/finding.ts'
import { changeReference } from '#support/reference.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { rebuildDelivery, reshapeDelivered } from '#publishing/rebuild.ts'

// A release of the product that delivers more finds texts in an older shape. Here they are made old: a
// field is taken out of what lies there, as if there had been none when it was written.

let product: Product
let delivery: Delivery
let texts: LiveTexts
let people: Record<'author' | 'editor' | 'reviewer', SignedIn>
let site: Awaited<ReturnType<Product['makeSite']>>

beforeAll(async () => {
  product = await startProduct()
  delivery = await openDelivery(product)
  people = {
    author: await product.signIn('author'),
    editor: await product.signIn('editor'),
    reviewer: await product.signIn('editor'),
  }
  site = await product.makeSite()
  const admin = await product.signIn('admin')
  const made = await product.call('POST', `/sites/${site.id}/webhooks`, {
    ...admin,
    body: { url: 'https://example.org/hook' },
  })
  expect(made.status).toBe(201)
  texts = await makeLiveTexts(product, people, { regions: 3 })
})
afterAll(async () => {
  await delivery.close()
  await product.close()
})

const makeOld = (condition = 'true') =>
  product.sql.query(
    `UPDATE delivery.documents SET shape = 'older', text_search = NULL,
       content = (content::jsonb - 'sources')::json WHERE ${condition}`,
  )
const count = async (query: string) => {
  const { rows } = await product.sql.query<{ count: number }>(query)
  return rows[0]?.count
}
const shapes = async () => {
  const { rows } = await product.sql.query<{ shape: string; count: number }>(
    'SELECT shape, count(*)::int FROM delivery.documents GROUP BY shape ORDER BY shape',
  )
  return Object.fromEntries(rows.map((row) => [row.shape, row.count]))
}
const feed = async () => {
  const { rows } = await product.sql.query<{ reason: string; document: string | null }>(
    'SELECT reason, document FROM delivery.releases ORDER BY position',
  )
  return rows
}
const dates = async () =>
  (
    await product.sql.query<Record<string, unknown>>(
      'SELECT id, changed_at FROM delivery.documents ORDER BY id',
    )
  ).rows
const addressOf = (index: number) =>
  `/v1/portraits/${texts.profession.slug}/${String(texts.regions[index]?.slug)}`

describe('texts that lie in the read model in an older shape', () => {
  beforeEach(async () => {
    await makeOld()
  })

  it('are read whole, while old and new stand side by side', async () => {
    await makeOld(`region IS NULL`)
    expect(await reshapeDelivered(product.payload, stopAfter(2))).toBe(2)
    expect(await shapes()).toEqual({ older: 2, [shapeVersion]: 2 })
    for (const index of [0, 1, 2]) {
      const portrait = await delivery.get(`${addressOf(index)}?format=text`)
      expect(portrait.status).toBe(200)
      expect(portrait.get('sources')).toEqual([])
      expect(portrait.get('profile.sources')).toEqual([])
    }
  })

  it('are written anew, taken up where that broke off, and are no news of any text', async () => {
    const before = { feed: await feed(), dates: await dates() }
    const told = await count('SELECT count(*)::int FROM webhook_deliveries')
    expect(await reshapeDelivered(product.payload, stopAfter(1))).toBe(1)
    expect(await feed()).toEqual(before.feed)
    expect(await reshapeDelivered(product.payload)).toBe(3)
    expect(await shapes()).toEqual({ [shapeVersion]: 4 })
    expect(await feed()).toEqual([...before.feed, { reason: 'reshaped', document: null }])
    expect(await dates()).toEqual(before.dates)
    expect(await count('SELECT count(*)::int FROM webhook_deliveries')).toBe(told)
    // Once: what is in today's shape is not spoken of again.
    expect(await reshapeDelivered(product.payload)).toBe(0)
    expect(await feed()).toHaveLength(before.feed.length + 1)
  })

  it('keep the receipt that they were published with, whatever checks there are by now', async () => {
    const checksOf = async () => (await delivery.get(addressOf(0))).get('receipt.checks')
    const kept = [{ check: 'headline', result: 'warned' }]
    await product.sql.query(
      `UPDATE delivery.documents SET content =
         jsonb_set(content::jsonb, '{receipt,checks}', '${JSON.stringify(kept)}')::json`,
    )
    await reshapeDelivered(product.payload)
    expect(await checksOf()).toEqual(kept)
    await rebuildDelivery(product.payload)
    expect(await checksOf()).toEqual(kept)
    // What is published anew is asked all of today's.
    const [id = ''] = texts.sections
    const body = { intro: 'Eine andere Einleitung.' }
    await product.call('PATCH', `/regional-sections/${id}`, { ...people.author, body })
    await publishAll(product, people, 'regional-sections', [id])
    expect(await checksOf()).toHaveLength(checks.length)
  })

  it('tell each site once that all is to be read again, whatever its scope', async () => {
    const admin = await product.signIn('admin')
    await product.call('PATCH', `/sites/${site.id}`, {
      ...admin,
      body: { professions: [texts.profession.id], regions: [texts.regions[0]?.id] },
    })
    const key = withKey(site)
    const start = (await delivery.get('/v1/changes?limit=1000', key)).get('cursor')
    await reshapeDelivered(product.payload)
    const { body } = await delivery.get(`/v1/changes?cursor=${String(start)}`, key)
    expect(body).toMatchObject({
      items: [
        {
          event: 'reshaped',
          reason: 'reshaped',
          id: null,
          profession: null,
          region: null,
          digest: null,
          href: '/v1/portraits',
        },
      ],
    })
    const graphql = await delivery.post(
      '/graphql',
      { query: `{ changes(cursor: "${String(start)}") { items { event id profession } } }` },
      key,
    )
    expect(graphql.get('data.changes.items')).toEqual([
      { event: 'reshaped', id: null, profession: null },
    ])
  })

  it('change the finished answers of a profession with its nationwide text', async () => {
    await reshapeDelivered(product.payload)
    await prerenderStalePortraits(product.payload)
    const first = await delivery.get(addressOf(0))
    // Another rendering of the same text: it differs in bytes, not in its digest.
    await product.sql.query(
      `UPDATE delivery.documents SET shape = 'older',
         content = jsonb_set(content::jsonb, '{intro}', '"Anders gerendert."')::json
       WHERE region IS NULL`,
    )
    await product.sql.query(`UPDATE delivery.portraits SET fresh_until = '-infinity'`)
    await prerenderStalePortraits(product.payload)
    const old = await product.sql.query(
      'SELECT body FROM delivery.portraits WHERE region IS NOT NULL ORDER BY document',
    )
    expect(JSON.stringify(old.rows)).toContain('Anders gerendert.')
    await reshapeDelivered(product.payload)
    await prerenderStalePortraits(product.payload)
    const anew = await product.sql.query('SELECT body FROM delivery.portraits')
    expect(JSON.stringify(anew.rows)).not.toContain('Anders gerendert.')
    const again = await delivery.get(addressOf(0))
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
  })

  it('leave their turn to the others where one cannot be written, and say so', async () => {
    const [stuck] = [...texts.sections].sort()
    await product.sql.query(`
      CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF NEW.id = '${String(stuck)}' THEN RAISE EXCEPTION 'stuck'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER refuse_one BEFORE UPDATE ON delivery.documents
        FOR EACH ROW EXECUTE FUNCTION refuse_one()`)
    const before = await feed()
    await expect(reshapeDelivered(product.payload)).rejects.toThrow()
    await product.sql.query('DROP FUNCTION refuse_one CASCADE')
    expect(await shapes()).toEqual({ older: 1, [shapeVersion]: 3 })
    expect(await feed()).toEqual(before)
    expect(await reshapeDelivered(product.payload)).toBe(1)
    expect(await feed()).toHaveLength(before.length + 1)
  })

  it('are brought along by a rebuild too, which is no news of them either', async () => {
    const before = await feed()
    await rebuildDelivery(product.payload)
    expect(await shapes()).toEqual({ [shapeVersion]: 4 })
    expect(await feed()).toEqual(before)
    await reshapeDelivered(product.payload)
    expect(await feed()).toEqual([...before, { reason: 'reshaped', document: null }])
  })

  it('are found by their words when their profession gets another name meanwhile', async () => {
    await changeReference(product, {
      collection: 'professions',
      id: texts.profession.id,
      data: { aliases: ['Umbenannte'] },
    })
    for (const query of ['umbenannte', 'einleitung']) {
      const found = await delivery.get(`/v1/search?q=${query}&type=portrait`)
      expect(found.get('items')).toHaveLength(4)
    }
    const { rows } = await product.sql.query<{ search: string }>(
      'SELECT search::text FROM delivery.documents ORDER BY id',
    )
    await reshapeDelivered(product.payload)
    const after = await product.sql.query<{ search: string }>(
      'SELECT search::text FROM delivery.documents ORDER BY id',
    )
    const words = (list: { search: string }[]) =>
      list.map(({ search }) => search.replace(/[:,\d]/g, ''))
    expect(words(after.rows)).toEqual(words(rows))
  })
})

/** Says stop after so many questions. */
function stopAfter(times: number): () => boolean {
  let asked = 0
  return () => (asked += 1) > times
}
