import { availableParallelism } from 'node:os'
import pLimit from 'p-limit'
import { readSiteKey } from '#access/site-keys.ts'
import { isRecord } from '#model/documents.ts'
import { bodyLimitOf, bodyLimitOfQuestion, type BodyLimit } from './body-limits.ts'
import { callerOf, type Caller, type TokenFacts } from './caller.ts'
import { lagOfLoop } from './load.ts'
import { listsOf, type WithCollections } from './lists.ts'
import { makePlaces, type Places } from './places.ts'
import type { Lists } from './query-cost.ts'
import { isMultipart, readWithin, type Readable } from './read-body.ts'
import {
  answerRefusal,
  foreign,
  notThere,
  overloaded,
  siteSender,
  unknownSender,
  unreadable,
  type Refusal,
} from './refusals.ts'
import { decodePath, leadsNowhere } from './paths.ts'
import { isQuestion } from './question-in-body.ts'
import { isForeign, isReading, type OwnAddress } from './same-origin.ts'
import { withNamedCookies, withOwnCookies } from './session-cookie.ts'
import { takesPassword } from './takes-password.ts'
import { newTurns, shed } from './turns.ts'

type DoorConfig = OwnAddress & WithCollections & TokenFacts
type Handler<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>

/**
 * Requests that one process answers at once, by whom they come from: each holds the loop for its while, a tenth of
 * a second for the largest text, and what all of them hold together everybody else waits for. A browser asks six
 * things at once: nobody waits for themselves, who only works. Those that bring files
 * take as long as their line does, and keep to themselves.
 */
const work = newTurns({ atOnce: 12, share: 6, patience: 20_000, line: 150 })
const files = newTurns({ atOnce: 8, share: 2, patience: 30_000, line: 20 })
/**
 * Routes that ask the provider of sign-ins, which may take its time, three times over: whoever waits for it holds the loop for
 * nothing, and nobody else up. Anybody may knock there.
 */
const asksProvider = /^\/(?:sign-in\/oidc(?:\/.*)?|users\/logout)$/
const abroad = newTurns({ atOnce: 60, share: 12, patience: 20_000, line: 60 })
/**
 * Bodies that are still coming: each takes the room of its route in memory, for as long as its sender likes.
 * So those who are signed in and those who are not have places of their own, and each of them a share.
 */
const readings = {
  signedIn: {
    small: makePlaces({ most: 1000, share: 100 }),
    large: makePlaces({ most: 80, share: 12 }),
  },
  strangers: {
    small: makePlaces({ most: 1000, share: 400 }),
    large: makePlaces({ most: 100, share: 50 }),
  },
}
/**
 * A password takes a fifth of a second of a processor. They take turns, by whom they come from: no more at once than there are
 * processors, nor than leave a thread of Node's four for files and addresses; and few enough are judged at once
 * for attempts that are counted before they are judged (src/accounts/sign-in) to be told from guessing.
 */
const passwords = newTurns({ atOnce: Math.min(availableParallelism(), 3), patience: 15_000 })
/**
 * Payload builds the schema of GraphQL when it is asked for the first time, a tenth of a second and more: for each
 * request anew that comes before it is there. They take turns until then.
 */
const building = pLimit(1)
/** In bytes. */
const large = 1_000_000
/** From how late an event loop is (ms), and how many wait already, others are better off elsewhere. */
const lateLoop = { lag: 3000, atWork: 12 } as const
/** Seconds. */
const comeAgainAfter = 2

/**
 * The door of the authoring plane: what stands before every route of its API. It turns away what is more
 * than this process can do (503, with Retry-After), files of whoever is not signed in (401), a body that is larger
 * or deeper than its route takes (413, 400) or that does not come (408), before anybody parses it, a path that
 * Payload would stumble over (404), and what another site's page sends in the name of whoever is signed in (403).
 *
 * @param config the product's own; of its collections the names of lists are known, by which a query of GraphQL is judged
 */
export function guardRoute<Rest extends unknown[]>(
  config: DoorConfig | Promise<DoorConfig>,
  handler: Handler<Rest>,
): Handler<Rest> {
  const guarded: Handler<Rest> = async (request, ...rest) => {
    const own = await config
    if (isForeign(request, own)) return answerRefusal(foreign, request)
    const sent = pathOf(request)
    if (leadsNowhere(sent)) return answerRefusal(notThere, request)
    const path = decodePath(sent)
    if (path === pictureOfLink) return answerRefusal(notThere, request)
    // Whoever watches is answered whatever else there is to do. They send nothing: who does waits as others do.
    if (path === '/healthz' && isReading(request)) return handler(asNobody(request), ...rest)
    const limit = limitOf(request, path)
    const caller = await callerOf(request, own)
    const bringsFiles = limit.takesFiles && isMultipart(request)
    if (bringsFiles && !caller.isSignedIn) {
      const isSite = readSiteKey(request.headers.get('authorization')) !== null
      return answerRefusal(isSite ? siteSender : unknownSender, request)
    }
    const read = await readInTurn(request, limit, { caller, lists: listsOf(own) })
    if ('status' in read) return answerRefusal(read, request)
    const takesPasswords = takesPassword(request, path, read.body)
    const usual = asksProvider.test(path) ? abroad : work
    const turns = takesPasswords ? passwords : bringsFiles ? files : usual
    if (!takesPasswords && isLate()) return answerRefusal(overloaded(comeAgainAfter), request)
    const carryOut = () =>
      path === '/graphql' && !hasSchema()
        ? building(() => handler(read.request, ...rest))
        : handler(read.request, ...rest)
    try {
      const response = await turns(caller.key, carryOut)
      if (response === shed) return answerRefusal(overloaded(comeAgainAfter), request)
      const refused = response.ok ? null : read.refusedSince()
      return refused ? answerRefusal(refused, request) : response
    } catch (error) {
      // Payload's route of GraphQL reads the body before it answers for faults.
      if (isBadRequest(error)) return answerRefusal(unreadable, request)
      throw error
    }
  }
  return async (request, ...rest) => {
    const own = await config
    return withNamedCookies(await guarded(withOwnCookies(request, own), ...rest), own)
  }
}

/** The same question of nobody: who asks is looked up for no answer that has no turn. */
function asNobody({ url, method }: Request): Request {
  return new Request(url, { method })
}

/** Reads a body. Nobody who sends nothing holds a place at work; but there are not places for all of them. */
async function readInTurn(
  request: Request,
  limit: BodyLimit,
  { caller, lists }: { caller: Caller; lists: Lists },
): Promise<Readable | Refusal> {
  if (!request.body) return readWithin(request, limit, lists)
  const leave = placesFor(request, limit, caller).take(caller.key)
  if (!leave) return overloaded(comeAgainAfter)
  try {
    return await readWithin(request, limit, lists)
  } finally {
    leave()
  }
}

/** A body takes no more room than the length that it states, which the server holds it to. */
function placesFor(request: Request, { bytes, takesFiles }: BodyLimit, caller: Caller): Places {
  const kind = caller.isSignedIn ? readings.signedIn : readings.strangers
  const room = Math.min(bytes, Number(request.headers.get('content-length') ?? bytes) || bytes)
  return room > large && !(takesFiles && isMultipart(request)) ? kind.large : kind.small
}

/** Payload's error for a request that it cannot read. */
function isBadRequest(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, 'status') === 400
}

/**
 * Where Payload draws a picture for whoever shares a link, of words that anybody may send along. No page of ours
 * names one, and it would be drawn in the way of everybody else.
 */
const pictureOfLink = '/og'

/** Whether Payload has built the schema of GraphQL; it keeps it for the process. */
function hasSchema(): boolean {
  const kept: unknown = Reflect.get(globalThis, '_payload_graphql')
  return isRecord(kept) && isRecord(kept.graphql)
}

/** How many requests this process answers now. */
export function requestsAtWork(): number {
  return work.taken() + files.taken()
}

/** Whether the event loop comes late while many wait for it. */
function isLate(): boolean {
  return requestsAtWork() >= lateLoop.atWork && lagOfLoop() > lateLoop.lag
}

/** What a body may be at a path, by what it says of itself. */
function limitOf(request: Request, path: string): BodyLimit {
  if (request.method === 'POST' && isQuestion(request)) return bodyLimitOfQuestion
  const limit = bodyLimitOf(path)
  return limit.takesFiles && !isMultipart(request) ? bodyLimitOf('') : limit
}

/** The path below `/api`, as it was sent. */
function pathOf({ url }: Request): string {
  return new URL(url).pathname.replace(/^\/api(?=\/|$)/, '').replace(/\/$/, '')
}
