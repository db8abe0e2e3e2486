import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  cacheControl,
  chooseEncoding,
  isUnmodified,
  makeAnswer,
  type Answer,
  type Encoding,
} from '../http/answers.ts'
import type { AnswerCache } from '../cache/cache.ts'
import type { Caller } from './callers.ts'
import type { Database } from './database.ts'
import { addressOf, answerHeaders, cacheKey } from './front.ts'
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
  /** Whether its form depends on what the caller accepts. */
  isNegotiated?: boolean
}

/**
 * Answers a request out of the cache, or with what `make` gives, which is then kept. The same address
 * asked by the same audience has the same answer, until one of its tags is forgotten. `address` stands
 * for the request where its URL does not say all of it.
 */
export async function answerCached(
  context: DeliveryContext,
  request: FastifyRequest,
  reply: FastifyReply,
  make: (encoding: Encoding) => Promise<Content | Answer>,
  address = addressOf(request.raw),
): Promise<FastifyReply> {
  const { cache } = context
  const encoding = chooseEncoding(request.headers['accept-encoding'])
  const key = cacheKey(request.caller.audienceKey, encoding, address)
  const cached = cache.get(key)
  if (cached) return send(request, reply, cached)
  const ticket = cache.ticket()
  // Whoever asks for the same before anything is forgotten waits for the same.
  const flight = `${String(ticket)} ${key}`
  const { flights } = context
  let making = flights.get(flight)
  if (!making) {
    making = make(encoding).then((made) =>
      'etag' in made ? made : toAnswer(made, isShared(context, request.caller), encoding),
    )
    flights.set(flight, making)
    void making.catch(() => undefined).finally(() => flights.delete(flight))
  }
  const answer = await making
  cache.put(key, answer, ticket)
  return send(request, reply, answer)
}

/** Whether whoever stands between may keep an answer: it is what anybody may read. */
function isShared({ settings }: DeliveryContext, { audienceKey }: Caller): boolean {
  return settings.isPublic && audienceKey === 'everyone'
}

async function toAnswer(content: Content, isShared: boolean, wanted: Encoding): Promise<Answer> {
  const { body, ...rest } = content
  return makeAnswer({
    ...rest,
    wanted,
    body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
    isShared,
  })
}

/** Sends an answer in the best encoding, or says that the caller has it already. */
export function send(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  reply.headers(answerHeaders(answer))
  reply.header('cache-control', cacheControl(answer))
  if (request.method !== 'POST' && isUnmodified(request.headers, answer)) {
    reply.removeHeader('content-type').removeHeader('content-encoding')
    return reply.code(304).send()
  }
  return reply.send(answer.body)
}

/** Answers what must not be kept by anybody. */
export function sendPrivately(reply: FastifyReply, body: unknown): FastifyReply {
  return reply
    .header('cache-control', 'private, no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(body))
}
