import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  bytesOf,
  cacheControl,
  chooseEncoding,
  isUnmodified,
  makeAnswer,
  type Answer,
} from './answers.ts'
import type { AnswerCache } from './cache/cache.ts'
import type { Caller } from './callers.ts'
import type { Database } from './database.ts'
import { answerHeaders, cacheKey } from './front.ts'
import type { DeliverySettings } from './settings.ts'

/** What every route works with. */
export interface DeliveryContext {
  database: Database
  cache: AnswerCache
  settings: DeliverySettings
  /** Whether changes are heard of: else nothing is answered from memory. */
  isTrusted: () => boolean
  /** Answers that are being made. */
  flights: Map<string, Promise<Answer>>
  /** Waits for something to go live, at most so long (ms). */
  waitForRelease: (ms: number, signal: AbortSignal) => Promise<void>
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Open to everybody, whatever DELIVERY_PUBLIC says. */
    isOpen?: boolean
  }

  interface FastifyRequest {
    caller: Caller
  }
}

/** What a route gives: its content, and what is known of its truth. */
export interface Content {
  body: unknown
  contentType?: string
  tags: readonly string[]
  /** When it is over by itself, in milliseconds since 1970. */
  until?: number
  lastModified?: string | null
  headers?: Record<string, string>
}

/**
 * Answers a request out of the cache, or with what `make` gives, which is then kept. The same address
 * asked by the same audience has the same answer, until one of its tags is forgotten.
 */
export async function answerCached(
  context: DeliveryContext,
  request: FastifyRequest,
  reply: FastifyReply,
  make: () => Promise<Content | Answer>,
): Promise<FastifyReply> {
  const { cache } = context
  const key = cacheKey(request.caller.audienceKey, request.raw.url ?? '')
  const cached = cache.get(key)
  if (cached) return send(request, reply, cached)
  const ticket = cache.ticket()
  // Whoever asks for the same before anything is forgotten waits for the same.
  const flight = `${String(ticket)} ${key}`
  const { flights } = context
  let making = flights.get(flight)
  if (!making) {
    making = make().then((made) => ('etag' in made ? made : toAnswer(made, request.caller)))
    flights.set(flight, making)
    void making.catch(() => undefined).finally(() => flights.delete(flight))
  }
  const answer = await making
  cache.put(key, answer, ticket)
  return send(request, reply, answer)
}

async function toAnswer(content: Content, caller: Caller): Promise<Answer> {
  const { body, ...rest } = content
  return makeAnswer({
    ...rest,
    body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
    isShared: caller.audienceKey === 'everyone',
  })
}

/** Sends an answer in the best encoding, or says that the caller has it already. */
export function send(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  const accepted = request.headers['accept-encoding']
  const encoding = chooseEncoding(Array.isArray(accepted) ? accepted.join(',') : accepted, answer)
  reply.headers(answerHeaders(answer, encoding))
  reply.header('cache-control', cacheControl(answer))
  if (isUnmodified(request.headers, answer)) {
    reply.removeHeader('content-type').removeHeader('content-encoding')
    return reply.code(304).send()
  }
  return reply.send(bytesOf(answer, encoding))
}

/** Answers what must not be kept by anybody. */
export function sendPrivately(reply: FastifyReply, body: unknown): FastifyReply {
  return reply
    .header('cache-control', 'private, no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(body))
}
