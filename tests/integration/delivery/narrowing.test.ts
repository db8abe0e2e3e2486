import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDelivery, withKey, type Delivery } from '#support/delivery.ts'
import { makePair, publish, writeSection } from '#support/factories.ts'
import { startProduct, type Product } from '#support/product.ts'
import { allowed } from '#support/slowness.ts'

let product: Product
let delivery: Delivery
let pair: { profession: string; region: string }
let other: { profession: string; region: string }

beforeAll(async () => {
  product = await startProduct()
  delivery = await openDelivery(product)
  const people = { author: await product.signIn('author'), editor: await product.signIn('editor') }
  pair = await makePair(product)
  other = await makePair(product)
  for (const [{ profession, region }, slug] of [
    [pair, 'koch'],
    [other, 'koch-gehilfe'],
  ] as const) {
    await product.payload.update({
      collection: 'professions',
      id: profession,
      data: { slug },
      overrideAccess: true,
    })
    await publish(
      product,
      people,
      await writeSection(product, people.author, { profession, region }),
    )
  }
})

afterAll(async () => {
  await delivery.close()
  await product.close()
})

it('forgets what a site saw before its scope was changed', async () => {
  const site = await product.makeSite()
  const narrow = (profession: string) =>
    product.payload.update({
      collection: 'sites',
      id: site.id,
      data: { professions: [profession] },
      overrideAccess: true,
    })
  const status = async () => (await delivery.get('/v1/professions/koch', withKey(site))).status
  await narrow(pair.profession)
  await expect.poll(status).toBe(200)
  await status()
  await narrow(other.profession)
  await expect.poll(status, { timeout: allowed(1500), interval: 50 }).toBe(404)
})

it('lists every address in the sitemap where one slug begins with another', async () => {
  const index = await delivery.get('/v1/sitemap.xml')
  const part = /<loc>([^<]+)<\/loc>/.exec(index.text)?.[1]?.replace('http://localhost:3001', '')
  const { text } = await delivery.get(part ?? '')
  expect(text).toContain('/koch/')
  expect(text).toContain('/koch-gehilfe/')
})
