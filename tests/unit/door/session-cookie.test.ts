import { describe, expect, it } from 'vitest'
import { isForeign } from '#door/same-origin.ts'
import { readOwnCookies, withNamedCookies, withOwnCookies } from '#door/session-cookie.ts'

const secure = { serverURL: 'https://cms.example.org', cookiePrefix: 'payload' }
const plain = { serverURL: 'http://localhost:3000', cookiePrefix: 'payload' }

describe('the cookie of a session', () => {
  it.each([
    ['__Host-payload-token=a; payload-theme=dark', 'payload-token=a; payload-theme=dark'],
    ['payload-token=planted; __Host-payload-token=a', 'payload-token=a'],
    ['payload-token=planted', ''],
    ['__Host-payload-token=a=b', 'payload-token=a=b'],
    ['x__Host-payload-token=a;  b=c', 'x__Host-payload-token=a; b=c'],
  ])('over https is read from %s', (sent, read) => {
    expect(readOwnCookies(sent, secure)).toBe(read)
    expect(readOwnCookies(sent, plain)).toBe(sent)
  })

  it('has a name over https that nobody else in the domain can write', () => {
    const headers = new Headers()
    headers.append('Set-Cookie', 'payload-token=a; Path=/; Secure=true; HttpOnly=true')
    headers.append('Set-Cookie', 'payload-theme=dark; Path=/')
    const response = withNamedCookies(new Response('x', { status: 201, headers }), secure)
    expect(response.status).toBe(201)
    expect(response.headers.getSetCookie()).toEqual([
      '__Host-payload-token=a; Path=/; Secure=true; HttpOnly=true',
      'payload-theme=dark; Path=/',
    ])
  })

  it('is told as one before it is judged where a request comes from', async () => {
    const request = new Request('https://cms.example.org/api/x', {
      method: 'POST',
      body: 'kept',
      headers: { cookie: '__Host-payload-token=a', origin: 'https://evil.example.org' },
    })
    const own = withOwnCookies(request, secure)
    expect(isForeign(own, secure)).toBe(true)
    expect(await own.text()).toBe('kept')
  })
})
