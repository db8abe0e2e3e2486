import type { Product, SignedIn } from './product.ts'
import { makePair, publish, writeSection } from './factories.ts'

/** A profession and a region with names, slugs and codes to ask for, and their live portrait. */
export interface Gardener {
  author: SignedIn
  editor: SignedIn
  pair: { profession: string; region: string }
  address: string
}

/** Publishes the portrait of gardeners in Cologne. */
export async function makeGardener(product: Product): Promise<Gardener> {
  const author = await product.signIn('author')
  const editor = await product.signIn('editor')
  const pair = await makePair(product)
  await product.payload.update({
    collection: 'professions',
    id: pair.profession,
    data: { name: 'Gärtner/in', slug: 'gaertner', kldb2010: '12102' },
    overrideAccess: true,
  })
  await product.payload.update({
    collection: 'regions',
    id: pair.region,
    data: { name: 'Köln', slug: 'koeln', ags: '05315000', latitude: 50.94, longitude: 6.96 },
    overrideAccess: true,
  })
  const id = await writeSection(product, author, {
    ...pair,
    headline: 'Was <b>wächst</b> & gedeiht',
    intro: 'Im Gewächshaus beginnt der Tag früh.',
  })
  await publish(product, { author, editor }, id)
  return { author, editor, pair, address: '/v1/portraits/gaertner/koeln' }
}
