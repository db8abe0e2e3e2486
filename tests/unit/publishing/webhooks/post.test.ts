import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeFailure } from '#publishing/webhooks/attempts.ts'
import { post } from '#publishing/webhooks/post.ts'

// A receiver that answers what is no answer, or does not end: one attempt, that ends in time and in plain words.

describe('a message to a receiver', () => {
  let server: Server
  let speak: (socket: Socket) => void = () => undefined
  let url = ''
  let heard = ''

  beforeAll(async () => {
    server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', (data) => {
        heard = data.toString()
        speak(socket)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    url = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}/hook`
  })
  afterAll(() => {
    server.close()
  })

  const send = (more: Partial<Parameters<typeof post>[0]> = {}) =>
    post({ url, headers: {}, body: '{}', allowsPrivate: true, timeout: 500, ...more })
  /** Says something over and over, until nobody listens. */
  const repeat =
    (text: string, first = '') =>
    (socket: Socket) => {
      socket.write(first)
      const timer = setInterval(() => socket.write(text), 5)
      socket.on('close', () => {
        clearInterval(timer)
      })
    }
  const say = (text: string) => (socket: Socket) => {
    socket.end(text)
  }

  it.each<[what: string, speak: (socket: Socket) => void, failure: string | null]>([
    ['a good answer', say('HTTP/1.1 204 No Content\r\n\r\n'), null],
    ['one that goes on for ever', repeat('x', 'HTTP/1.1 200 OK\r\n\r\n'), null],
    ['a redirect', say('HTTP/1.1 308 x\r\nLocation: http://127.0.0.1:1/\r\n\r\n'), 'redirects'],
    [
      'another protocol',
      say('HTTP/1.1 101 x\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
      'closed',
    ],
    ['word that an answer will come, for ever', repeat('HTTP/1.1 103 x\r\n\r\n'), 'No answer'],
    ['headers for ever', repeat('X-A: y\r\n', 'HTTP/1.1 200 OK\r\n'), 'No answer'],
    ['headers without measure', say(`HTTP/1.1 200 OK\r\n${'X-A: y\r\n'.repeat(20_000)}`), 'Parse'],
    ['a status that there is not', say('HTTP/1.1 000 x\r\n\r\n'), 'HTTP 0'],
    ['a page and no status', say('<html>'), 'Parse'],
    ['a NUL', say('\0'), 'Parse'],
    ['nothing', (socket) => socket.destroy(), 'hang up'],
    ['silence', () => undefined, 'No answer'],
  ])('is answered by %s', async (_, what, failure) => {
    speak = what
    const said = describeFailure(await send())
    if (failure === null) expect(said).toBeNull()
    else expect(said).toContain(failure)
  })

  it('cannot be made two by what is in its headers', async () => {
    speak = say('HTTP/1.1 204 x\r\n\r\n')
    await expect(send({ headers: { 'webhook-id': 'x\r\nX-Other: y' } })).rejects.toThrow()
    expect(heard).not.toContain('X-Other')
  })

  it.each(['http://localhost:1/', 'http://127.0.0.1:1/', 'http://[::ffff:7f00:1]:1/', 'http://0/'])(
    'goes nowhere that is not public: %s',
    async (address) => {
      const outcome = await send({ url: address, allowsPrivate: false })
      expect(describeFailure(outcome)).toContain('public Internet')
    },
  )
})
