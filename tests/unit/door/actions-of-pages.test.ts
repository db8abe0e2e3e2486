import { NextRequest } from 'next/server'
import { describe, expect, it } from 'vitest'
import { proxy } from '../../../src/proxy.ts'

describe('what changes something by a page', () => {
  const ask = (headers: Record<string, string>, method = 'POST') =>
    proxy(
      new NextRequest('http://cms.example/admin', {
        method,
        headers: { host: 'cms.example', ...headers },
      }),
    ).status

  it.each([
    ['another site', 'https://elsewhere.example'],
    ['another port', 'http://cms.example:8080'],
    ['nobody who says so', 'null'],
    ['what is no address', 'x'],
  ])('is refused from %s', (_, origin) => {
    expect(ask({ origin, 'next-action': '00'.repeat(21) })).toBe(403)
    // A form without scripts names its action in its body, or none.
    expect(ask({ origin })).toBe(403)
    expect(ask({ origin, 'content-type': 'multipart/form-data; boundary=x' }, 'PUT')).toBe(403)
  })

  it('is refused with a cookie, where nobody says where it comes from', () => {
    expect(ask({ cookie: 'payload-token=x' })).toBe(403)
    expect(ask({ cookie: 'payload-token=x', 'sec-fetch-site': 'same-site' })).toBe(403)
  })

  it('is passed on from our own pages, and from programs', () => {
    const action = { 'next-action': '00'.repeat(21) }
    expect(ask({ origin: 'http://cms.example', ...action })).toBe(200)
    expect(ask(action)).toBe(200)
    expect(ask({ origin: 'https://elsewhere.example', ...action }, 'GET')).toBe(200)
    expect(ask({ cookie: 'payload-token=x', 'sec-fetch-site': 'same-origin' })).toBe(200)
  })
})
