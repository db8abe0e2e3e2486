import { describe, expect, it } from 'vitest'
import { authoringOriginOf, deliveryOriginOf } from '#server/configuration/origins.ts'

describe('where the delivery plane is called', () => {
  const own = { DELIVERY_PORT: 3001, CMS_HOST: '127.0.0.1' }

  it.each([
    [own, 'http://127.0.0.1:3001'],
    [{ ...own, DELIVERY_HOST: '0.0.0.0' }, 'http://127.0.0.1:3001'],
    [{ ...own, CMS_HOST: '::' }, 'http://[::1]:3001'],
    [{ ...own, DELIVERY_HOST: '::1' }, 'http://[::1]:3001'],
    [{ ...own, DELIVERY_HOST: 'delivery' }, 'http://delivery:3001'],
    [{ ...own, DELIVERY_URL: 'https://api.example.org/' }, 'https://api.example.org'],
  ])('is %j: %s', (environment, origin) => {
    expect(
      deliveryOriginOf({ DELIVERY_URL: undefined, DELIVERY_HOST: undefined, ...environment }),
    ).toBe(origin)
  })
})

describe('where people sign in', () => {
  it('is what the environment names, or this machine', () => {
    expect(authoringOriginOf({ CMS_URL: undefined, CMS_PORT: 3000 })).toBe('http://localhost:3000')
    expect(authoringOriginOf({ CMS_URL: 'https://cms.example.org/', CMS_PORT: 3000 })).toBe(
      'https://cms.example.org',
    )
  })
})
