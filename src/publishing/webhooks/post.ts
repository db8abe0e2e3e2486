import http from 'node:http'
import https from 'node:https'
import type { Outcome } from './attempts.ts'
import { findTargetProblem, lookUpPublic } from './target.ts'

/** A message for a receiver. */
export interface Post {
  url: string
  headers: Readonly<Record<string, string>>
  body: string
  /** Whether a receiver may have an address that is not public. */
  allowsPrivate: boolean
  /** Milliseconds for everything: name, connection, sending and the answer's status. */
  timeout: number
}

/**
 * Posts a message and gives how that ended; it never throws. Redirects are not followed, and of an
 * answer only the status is read. Each message has a connection of its own, so that its address is judged.
 */
export function post(options: Post): Promise<Outcome> {
  const { url, headers, body, allowsPrivate, timeout } = options
  const problem = findTargetProblem(url, { allowsPrivate })
  if (problem !== null) return Promise.resolve({ error: problem })
  const { request } = new URL(url).protocol === 'https:' ? https : http
  const signal = AbortSignal.timeout(timeout)
  return new Promise((resolve) => {
    const sent = request(url, {
      method: 'POST',
      agent: false,
      signal,
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Berufsbild-Webhooks',
      },
      ...(allowsPrivate ? {} : { lookup: lookUpPublic() }),
    })
    sent.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0 })
      response.destroy()
    })
    sent.on('error', (error) => {
      const silence = `No answer within ${String(timeout / 1000)} s.`
      resolve({ error: signal.aborted ? silence : describe(error) })
    })
    sent.on('close', () => {
      resolve({ error: 'The connection was closed without an answer.' })
    })
    sent.end(body)
  })
}

/** Where several addresses failed, Node's error has a code and no message. */
function describe(error: NodeJS.ErrnoException): string {
  return error.message || error.code || 'The connection failed.'
}
