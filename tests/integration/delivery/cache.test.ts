import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDelivery, withKey, type Delivery } from '#support/delivery.ts'
import { makePair, publish, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

let product: Product
let copies: Delivery[]
let author: SignedIn
let editor: SignedIn

beforeAll(async () => {
  product = await startProduct()
  copies = [await openDelivery(product), await openDelivery(product)]
  author = await product.signIn('author')
  editor = await product.signIn('editor')
})

afterAll(async () => {
  for (const copy of copies) await copy.close()
  await product.close()
})

async function makeAddress() {
  const pair = await makePair(product)
  const id = await writeSection(product, author, { ...pair, headline: 'Fassung 0' })
  await publish(product, { author, editor }, id)
  const slugs = await Promise.all(
    (['professions', 'regions'] as const).map(async (collection) => {
      const entryId = collection === 'professions' ? pair.profession : pair.region
      const entry = await product.payload.findByID({
        collection,
        id: entryId,
        overrideAccess: true,
      })
      return entry.slug ?? ''
    }),
  )
  return { id, path: `/v1/portraits/${slugs.join('/')}` }
}

async function change(id: string, headline: string): Promise<void> {
  await product.call('PATCH', `/regional-sections/${id}`, {
    authorization: author.authorization,
    body: { headline },
  })
  await publish(product, { author, editor }, id)
}

/** Both copies serve it within a second of now. */
async function expectEverywhere(path: string, expected: unknown, read = 'headline'): Promise<void> {
  const deadline = Date.now() + 1000
  for (const copy of copies) {
    let shown: unknown
    do {
      const answer = await copy.get(path)
      shown = read === 'status' ? answer.status : answer.get(read)
      if (shown === expected) break
      await wait(10)
    } while (Date.now() < deadline)
    expect(shown).toBe(expected)
  }
}

/** The column that the tests change is the one without compression. */
const whole = { 'accept-encoding': 'identity' }

async function killListeners(): Promise<void> {
  await product.sql.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'berufsbild delivery listener' AND datname = current_database()`,
  )
}

async function cacheOf(copy: Delivery): Promise<unknown> {
  return (await copy.get('/readyz')).get('cache')
}

describe('a publication', () => {
  it('is served by every copy within a second, over and over', async () => {
    const { id, path } = await makeAddress()
    for (let version = 1; version <= 3; version += 1) {
      for (const copy of copies) await copy.get(path)
      await change(id, `Fassung ${String(version)}`)
      await expectEverywhere(path, `Fassung ${String(version)}`)
    }
    await transition(product, editor, id, { transition: 'unpublish' })
    await expectEverywhere(path, 410, 'status')
  })

  it('is served within a second too while the listening connection is killed', async () => {
    const { id, path } = await makeAddress()
    for (const copy of copies) await copy.get(path)
    await killListeners()
    await change(id, 'Nach dem Abriss')
    await expectEverywhere(path, 'Nach dem Abriss')
    for (const copy of copies) await expect.poll(() => cacheOf(copy)).toBe('on')
    for (const copy of copies) await copy.get(path)
    const killing = (async () => {
      for (let count = 0; count < 5; count += 1) {
        await killListeners()
        await wait(60)
      }
    })()
    await transition(product, editor, id, { transition: 'unpublish' })
    await expectEverywhere(path, 410, 'status')
    await killing
  })
})

describe('the cache', () => {
  it('is bypassed while nothing proves that changes are heard of', async () => {
    const { id, path } = await makeAddress()
    const [copy] = copies
    if (!copy) throw new Error('There is no copy.')
    await expect.poll(() => cacheOf(copy)).toBe('on')
    await copy.get(path, whole)
    // Not killed: it answers nothing any more, as when a network swallows it.
    const { rows } = await product.sql.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'berufsbild delivery listener'
       AND datname = current_database()`,
    )
    for (const { pid } of rows) process.kill(pid, 'SIGSTOP')
    try {
      await wait(750)
      expect(await cacheOf(copy)).toBe('bypassed')
      // What changes without any notification at all:
      await product.sql.query(
        `UPDATE delivery.portraits SET body = replace(body, 'Fassung 0', 'Ungehört') WHERE document = $1`,
        [id],
      )
      expect((await copy.get(path, whole)).get('headline')).toBe('Ungehört')
    } finally {
      for (const { pid } of rows) process.kill(pid, 'SIGCONT')
    }
    await expect.poll(() => cacheOf(copy)).toBe('on')
  })

  it('answers from memory what was asked for twice: a change that nobody tells of is not seen', async () => {
    const { id, path } = await makeAddress()
    const [copy] = copies
    if (!copy) throw new Error('There is no copy.')
    await expect.poll(() => cacheOf(copy)).toBe('on')
    const write = (headline: string) =>
      product.sql.query('UPDATE delivery.portraits SET body = $2 WHERE document = $1', [
        id,
        JSON.stringify({ headline }),
      ])
    const read = async () => (await copy.get(path, whole)).get('headline')
    expect(await read()).toBe('Fassung 0')
    await write('after the first time')
    expect(await read()).toBe('after the first time')
    await write('after the second time')
    expect(await read()).toBe('after the first time')
  })

  it('keeps what one site sees from another', async () => {
    const { path } = await makeAddress()
    const [copy] = copies
    if (!copy) throw new Error('There is no copy.')
    const site = await product.makeSite()
    const other = await makePair(product)
    await product.payload.update({
      collection: 'sites',
      id: site.id,
      data: { professions: [other.profession] },
      overrideAccess: true,
    })
    for (let count = 0; count < 3; count += 1) {
      expect((await copy.get(path)).status).toBe(200)
      expect((await copy.get(path, withKey(site))).status).toBe(404)
    }
  })
})
