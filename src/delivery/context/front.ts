import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  cacheControl,
  chooseEncoding,
  etagOf,
  isUnmodified,
  type Answer,
  type Encoding,
} from '../http/answers.ts'
import type { AnswerCache } from '../cache/cache.ts'
import type { Callers } from './callers.ts'
import type { Address } from '../reading/portraits.ts'

/** What a request has to be asked before it may be answered from memory. */
export interface FrontOptions {
  cache: AnswerCache
  callers: Callers
  /** A portrait as publishing prerendered it for everyone, where there is one. */
  findPrerendered: (address: Address, encoding: Encoding) => Promise<Answer | undefined>
  /** Counts the request, and says whether it is one too many. */
  isTooMuch: (limitKey: string) => boolean
  /** Says, without counting it, whether the next request will be one too many. */
  isExhausted: (limitKey: string) => boolean
  isUnderPressure: () => boolean
  isLogging: boolean
  /** Headers that every answer carries. */
  commonHeaders: () => readonly string[]
  onAnswer: (status: number) => void
  /** The same for an answer that was read first, which took so many seconds. */
  onRead: (route: string, status: number, seconds: number) => void
}

/**
 * Answers before Fastify is asked, where nothing is needed for it but the cache, or one prerendered
 * portrait that is then kept: what a request costs there is three times what its answer costs.
 * Everything else (other origins, too many requests, logs, faults) goes on the whole way.
 */
export function newFront(
  options: FrontOptions,
): (request: IncomingMessage, response: ServerResponse, goOn: () => void) => void {
  const { cache, callers } = options
  const reads = new Map<string, Promise<Answer | undefined>>()

  const headersOf = (answer: Answer): readonly string[] =>
    (answer.headers ??= [
      ...options.commonHeaders(),
      ...Object.entries(answerHeaders(answer)).flat(),
    ])

  /** Reads a portrait once for all who ask for it before anything is forgotten. */
  const read = (key: string, address: Address, encoding: Encoding): Promise<Answer | undefined> => {
    const ticket = cache.ticket()
    const name = `${String(ticket)} ${key}`
    const known = reads.get(name)
    if (known) return known
    const reading = options
      .findPrerendered(address, encoding)
      .then((found) => {
        if (found) cache.put(key, found, ticket)
        return found
      })
      .finally(() => reads.delete(name))
    reads.set(name, reading)
    return reading
  }

  const send = (request: IncomingMessage, response: ServerResponse, answer: Answer): number => {
    const isKnown = isUnmodified(request.headers, answer)
    const status = isKnown ? 304 : 200
    const { body } = answer
    const control = answer.until === Infinity ? [] : ['cache-control', cacheControl(answer)]
    const length = isKnown ? [] : ['content-length', String(body.length)]
    response.writeHead(status, [...headersOf(answer), ...control, ...length])
    response.end(request.method === 'HEAD' || isKnown ? undefined : body)
    return status
  }

  return (request, response, goOn) => {
    const { method, url = '', headers } = request
    const isPlain = (method === 'GET' || method === 'HEAD') && headers.origin === undefined
    const caller = isPlain ? callers.known(headers.authorization) : undefined
    if (!caller || options.isLogging || options.isUnderPressure()) {
      goOn()
      return
    }
    const encoding = chooseEncoding(headers['accept-encoding'])
    const key = cacheKey(caller.audienceKey, encoding, addressOf(request))
    const limitKey = caller.keyId ?? request.socket.remoteAddress ?? ''
    const cached = cache.get(key)
    if (cached) {
      if (options.isTooMuch(limitKey)) goOn()
      else options.onAnswer(send(request, response, cached))
      return
    }
    const asked = caller.audienceKey === callers.nobody.audienceKey ? addressIn(url) : undefined
    if (!asked || options.isExhausted(limitKey)) {
      goOn()
      return
    }
    const startedAt = performance.now()
    read(key, asked, encoding).then((found) => {
      if (!found || options.isTooMuch(limitKey)) {
        goOn()
        return
      }
      const status = send(request, response, found)
      options.onRead(asked.route, status, (performance.now() - startedAt) / 1000)
    }, goOn)
  }
}

/** The address of a portrait, as it is written where nothing has to be folded. */
const plainAddress = /^\/v1\/portraits\/([a-z0-9-]+)(?:\/([a-z0-9-]+))?$/

function addressIn(url: string): (Address & { route: string }) | undefined {
  const [, profession, region = null] = plainAddress.exec(url) ?? []
  if (profession === undefined) return undefined
  const route = `/v1/portraits/:profession${region === null ? '' : '/:region'}`
  return { profession, region, route }
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
