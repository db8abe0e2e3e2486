import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rebuildDelivery } from '#publishing/rebuild.ts'
import { openDelivery, type Delivery } from '#support/delivery.ts'
import { makeLive, transition } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { allowed } from '#support/slowness.ts'

let product: Product
let delivery: Delivery
let author: SignedIn
let editor: SignedIn

beforeAll(async () => {
  product = await startProduct()
  delivery = await openDelivery(product)
  author = await product.signIn('author')
  editor = await product.signIn('editor')
})

afterAll(async () => {
  await delivery.close()
  await product.close()
})

interface Entry {
  position: number
  event: string
  id: string
  digest: string | null
}

/** Follows the feed from a cursor to its end. */
async function follow(cursor: string | null, onEntry: (entry: Entry) => void): Promise<string> {
  for (;;) {
    const answer = await delivery.get(
      `/v1/changes?limit=7${cursor === null ? '' : `&cursor=${cursor}`}`,
    )
    expect(answer.status).toBe(200)
    const page = answer.body as { items: Entry[]; cursor: string; hasMore: boolean }
    page.items.forEach(onEntry)
    cursor = page.cursor
    if (!page.hasMore) return cursor
  }
}

describe('the release feed', () => {
  it('gives a follower all of it, once and in order, beside eight writers', async () => {
    const documents: string[] = []
    for (let count = 0; count < 8; count += 1) {
      documents.push(await makeLive(product, { author, editor }))
    }
    const copy = new Map<string, string | null>()
    const positions: number[] = []
    const onEntry = ({ position, id, digest }: Entry): void => {
      positions.push(position)
      copy.set(id, digest)
    }
    let cursor: string | null = null
    let isWriting = true
    const writers = documents.map(async (id, writer) => {
      for (let round = 0; round < 4; round += 1) {
        await transition(product, editor, id, { transition: 'unpublish' })
        await wait((writer * 7 + round * 3) % 20)
        for (const [person, name] of [
          [author, 'submit'],
          [editor, 'approve'],
          [editor, 'publish'],
        ] as const) {
          const answer = await transition(product, person, id, { transition: name })
          expect(answer.status, answer.text).toBe(200)
        }
      }
    })
    const following = (async () => {
      while (isWriting) {
        cursor = await follow(cursor, onEntry)
        await wait(3)
      }
    })()
    await Promise.all(writers)
    isWriting = false
    await following
    await rebuildDelivery(product.payload)
    await follow(cursor, onEntry)
    expect(positions).toEqual([...positions].sort((a, b) => a - b))
    expect(new Set(positions).size).toBe(positions.length)
    expect(positions.length).toBe(8 + 8 * 4 * 2)
    const { rows } = await product.sql.query<{ id: string; digest: string }>(
      'SELECT id, digest FROM delivery.documents',
    )
    const live = new Map(rows.map(({ id, digest }) => [id, digest]))
    expect(new Map([...copy].filter(([, digest]) => digest !== null))).toEqual(live)
    const anew = new Map<string, string | null>()
    await follow(null, ({ id, digest }) => anew.set(id, digest))
    expect(anew).toEqual(copy)
  })

  it('shows nothing of a transaction that began earlier and commits later before it is there', async () => {
    const cursor = await follow(null, () => undefined)
    const insert = `INSERT INTO delivery.releases (document, collection, profession, profession_slug,
        region_slug, digest, sites, reason)
      VALUES ($1, 'career-profiles', $1, 'p', '', 'd', '{}', 'text')`
    const ids = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
    const early = new pg.Client({ connectionString: product.databaseUrl })
    const late = new pg.Client({ connectionString: product.databaseUrl })
    await early.connect()
    await late.connect()
    await early.query('BEGIN')
    await early.query(insert, [ids[0]])
    await late.query('BEGIN')
    await late.query(insert, [ids[1]])
    await late.query('COMMIT')
    const seen: string[] = []
    const next = await follow(cursor, ({ id }) => seen.push(id))
    await early.query('COMMIT')
    await follow(next, ({ id }) => seen.push(id))
    await early.end()
    await late.end()
    expect(seen).toEqual([ids[1], ids[0]])
  })

  it('answers at once when something goes live while somebody waits', async () => {
    const id = await makeLive(product, { author, editor })
    const cursor = await follow(null, () => undefined)
    const startedAt = Date.now()
    const waiting = delivery.get(`/v1/changes?cursor=${cursor}&wait=20`)
    await wait(100)
    await transition(product, editor, id, { transition: 'unpublish' })
    const answer = await waiting
    expect(answer.get('items.0.event')).toBe('removed')
    expect(answer.get('items.0.id')).toBe(id)
    expect(Date.now() - startedAt).toBeLessThan(allowed(5000))
  })

  it('keeps every entry: nobody changes or removes one', async () => {
    for (const statement of [
      `UPDATE delivery.releases SET digest = 'x'`,
      'UPDATE delivery.releases SET position = position + 1',
      'DELETE FROM delivery.releases',
      'TRUNCATE delivery.releases CASCADE',
    ]) {
      await expect(product.sql.query(statement)).rejects.toThrow('append-only')
    }
  })

  it('asks a site to begin anew when what it may see has changed', async () => {
    const site = await product.makeSite()
    const key = { authorization: site.authorization.replace('sites API-Key', 'Bearer') }
    const answer = await delivery.get('/v1/changes', key)
    const cursor = String(answer.get('cursor'))
    expect((await delivery.get(`/v1/changes?cursor=${cursor}`, key)).status).toBe(200)
    const profession = await product.payload.find({
      collection: 'professions',
      limit: 1,
      overrideAccess: true,
    })
    await product.payload.update({
      collection: 'sites',
      id: site.id,
      data: { professions: profession.docs.map(({ id }) => id) },
      overrideAccess: true,
    })
    await expect
      .poll(async () => (await delivery.get(`/v1/changes?cursor=${cursor}`, key)).status)
      .toBe(410)
  })
})
