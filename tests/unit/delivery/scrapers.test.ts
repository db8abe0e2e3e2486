import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { mayScrape } from '#delivery/http/scrapers.ts'

const token = 'a-token-of-who-looks-after-it'

describe('the metrics without a token', () => {
  it.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])(
    'are for a program on this machine, which asks from %s',
    (address) => {
      expect(mayScrape(requestFrom(address), null)).toBe(true)
    },
  )

  it.each(['192.0.2.7', '10.0.0.1', '2001:db8::1', '::ffff:192.0.2.7', undefined])(
    'are not for whoever asks from %s',
    (address) => {
      expect(mayScrape(requestFrom(address), null)).toBe(false)
    },
  )

  it.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'])(
    'are not for what a proxy on this machine passes on with %s',
    (header) => {
      expect(mayScrape(requestFrom('127.0.0.1', { [header]: '127.0.0.1' }), null)).toBe(false)
    },
  )
})

describe('the metrics with a token', () => {
  it('are for who has it, wherever they are', () => {
    const authorization = `Bearer ${token}`
    expect(mayScrape(requestFrom('192.0.2.7', { authorization }), token)).toBe(true)
    const forwarded = { authorization, 'x-forwarded-for': '192.0.2.7' }
    expect(mayScrape(requestFrom('127.0.0.1', forwarded), token)).toBe(true)
  })

  it.each([undefined, '', token, `Basic ${token}`, 'Bearer ', `Bearer ${token}x`, 'Bearer wrong'])(
    'are not for who sends %s, not even from this machine',
    (authorization) => {
      const headers = authorization === undefined ? {} : { authorization }
      expect(mayScrape(requestFrom('127.0.0.1', headers), token)).toBe(false)
    },
  )
})

function requestFrom(
  address: string | undefined,
  headers: Readonly<Record<string, string>> = {},
): IncomingMessage {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: address })
  return Object.assign(new IncomingMessage(socket), { headers })
}
