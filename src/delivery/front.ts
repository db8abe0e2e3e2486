import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  cacheControl,
  chooseEncoding,
  etagOf,
  isUnmodified,
  type Answer,
  type Encoding,
} from './answers.ts'
import type { AnswerCache } from './cache/cache.ts'
import type { Callers } from './callers.ts'

/** What a request has to be asked before it may be answered from memory. */
export interface FrontOptions {
  cache: AnswerCache
  callers: Callers
  /** Counts the request, and says whether it is one too many. */
  isTooMuch: (limitKey: string) => boolean
  isUnderPressure: () => boolean
  isLogging: boolean
  /** Headers that every answer carries. */
  commonHeaders: () => readonly string[]
  onAnswer: (status: number) => void
}

/**
 * Answers from the cache before Fastify is asked, where nothing but the cache is needed for it. Says
 * whether it has answered. Everything else (other origins, too many requests, logs) goes the whole way.
 */
export function newFront(
  options: FrontOptions,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const prepared = new WeakMap<Answer, readonly string[]>()

  const headersOf = (answer: Answer): readonly string[] => {
    const known = prepared.get(answer)
    if (known) return known
    const made = [...options.commonHeaders(), ...Object.entries(answerHeaders(answer)).flat()]
    prepared.set(answer, made)
    return made
  }

  return (request, response) => {
    const { method, url, headers } = request
    if (method !== 'GET' && method !== 'HEAD') return false
    if (url === undefined || headers.origin !== undefined) return false
    const caller = options.callers.known(headers.authorization)
    if (!caller) return false
    const encoding = chooseEncoding(headers['accept-encoding'])
    const address = addressOf(request)
    const answer = options.cache.get(cacheKey(caller.audienceKey, encoding, address))
    if (!answer || options.isLogging || options.isUnderPressure()) return false
    const limitKey = caller.keyId ?? request.socket.remoteAddress ?? ''
    if (options.isTooMuch(limitKey)) return false
    const isKnown = isUnmodified(headers, answer)
    const status = isKnown ? 304 : 200
    const { body } = answer
    const control = answer.until === Infinity ? [] : ['cache-control', cacheControl(answer)]
    const length = isKnown ? [] : ['content-length', String(body.length)]
    response.writeHead(status, [...headersOf(answer), ...control, ...length])
    response.end(method === 'HEAD' || isKnown ? undefined : body)
    options.onAnswer(status)
    return true
  }
}

export function cacheKey(audienceKey: string, encoding: Encoding, address: string): string {
  return `${audienceKey} ${encoding} ${address}`
}

/** What is asked for: the address, and with GraphQL, whose answers have two forms, what is accepted. */
export function addressOf({ url = '', headers }: IncomingMessage): string {
  return url.startsWith('/graphql') ? `${headers.accept ?? ''} ${url}` : url
}

/** The headers of an answer, except those that depend on the moment. */
export function answerHeaders(answer: Answer): Record<string, string> {
  const { encoding, lastModified, tags } = answer
  return {
    'content-type': answer.contentType,
    etag: etagOf(answer),
    vary: `${answer.isNegotiated === true ? 'Accept, ' : ''}Accept-Encoding, Authorization, Origin`,
    ...(tags.length > 0 ? { 'surrogate-key': tags.join(' ') } : {}),
    ...(lastModified === null ? {} : { 'last-modified': lastModified }),
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    ...(answer.until === Infinity ? { 'cache-control': cacheControl(answer) } : {}),
  }
}
