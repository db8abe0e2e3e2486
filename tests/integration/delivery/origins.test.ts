import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDelivery, withKey, type Delivery } from '#support/delivery.ts'
import { startProduct, type Product } from '#support/product.ts'

// What a browser is told: whether a page of some origin may read an answer. It asks with a preflight,
// which carries no key, before it sends one.

const own = 'https://portal.example'
const origins = { own, 'of another site': 'https://other.example', unknown: 'https://evil.example' }
const methods = ['OPTIONS', 'GET', 'HEAD', 'POST'] as const

type Origin = keyof typeof origins | 'none'
type Method = (typeof methods)[number]

interface Case {
  method: Method
  origin: Origin
  hasKey: boolean
  isPublic: boolean
}

const cases: readonly Case[] = methods.flatMap((method) =>
  [...Object.keys(origins), 'none'].flatMap((origin) =>
    [true, false].flatMap((hasKey) =>
      [true, false].map((isPublic) => ({ method, origin: origin as Origin, hasKey, isPublic })),
    ),
  ),
)

describe('a browser', () => {
  let product: Product
  let deliveries: { open: Delivery; closed: Delivery }
  let key: { authorization: string }

  beforeAll(async () => {
    product = await startProduct()
    const site = await siteAt(own)
    await siteAt(origins['of another site'])
    key = withKey(site)
    deliveries = {
      open: await openDelivery(product, { isPublic: true }),
      closed: await openDelivery(product, { isPublic: false }),
    }
  })
  afterAll(async () => {
    await deliveries.open.close()
    await deliveries.closed.close()
    await product.close()
  })

  const siteAt = async (origin: string) => {
    const site = await product.makeSite()
    await product.payload.update({
      collection: 'sites',
      id: site.id,
      data: { origins: [origin] },
      overrideAccess: true,
    })
    return site
  }

  const send = ({ method, origin, hasKey, isPublic }: Case): Promise<Response> => {
    const { url } = isPublic ? deliveries.open : deliveries.closed
    const isQuery = method === 'POST'
    return fetch(`${url}${isQuery ? '/graphql' : '/v1/regions'}`, {
      method,
      headers: {
        ...(origin === 'none' ? {} : { origin: origins[origin] }),
        ...(hasKey ? key : {}),
        ...(isQuery ? { 'content-type': 'application/json' } : {}),
        ...(method === 'OPTIONS'
          ? {
              'access-control-request-method': 'GET',
              'access-control-request-headers': 'authorization',
            }
          : {}),
      },
      ...(isQuery ? { body: JSON.stringify({ query: '{ __typename }' }) } : {}),
    })
  }

  it.each(cases)(
    'sends $method from origin $origin, key $hasKey, public $isPublic',
    async (asked) => {
      const answer = await send(asked)
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([
        statusOf(asked),
        mayRead(asked) && asked.origin !== 'none' ? origins[asked.origin] : null,
      ])
    },
  )

  it('learns which methods and headers it may send, and may keep that', async () => {
    const asked: Case = { method: 'OPTIONS', origin: 'own', hasKey: false, isPublic: false }
    const { headers } = await send(asked)
    expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST, OPTIONS')
    expect(headers.get('access-control-allow-headers')).toBe('authorization')
    expect(headers.get('access-control-max-age')).toBe('600')
    expect(headers.get('vary')).toContain('Origin')
  })
})

/** With a key the origins of its site count, in a preflight those of all, and without one any or none. */
function mayRead({ method, origin, hasKey, isPublic }: Case): boolean {
  if (origin === 'none') return false
  if (method === 'OPTIONS') return isPublic || origin !== 'unknown'
  return hasKey ? origin === 'own' : isPublic
}

function statusOf(asked: Case): number {
  const { method, origin, hasKey, isPublic } = asked
  if (method === 'OPTIONS') {
    if (origin === 'none') return isPublic ? 400 : 404
    return mayRead(asked) ? 204 : 404
  }
  return hasKey || isPublic ? 200 : 401
}
