import { availableParallelism } from 'node:os'
import pLimit from 'p-limit'
import { isRecord } from '#model/documents.ts'
import { bodyLimitOf, type BodyLimit } from './body-limits.ts'
import { lagOfLoop } from './load.ts'
import type { Lists } from './query-cost.ts'
import { isMultipart, readWithin } from './read-body.ts'
import { answerRefusal, foreign, notThere, overloaded, tooLarge, unreadable } from './refusals.ts'
import { listsOf, type WithCollections } from './lists.ts'
import { leadsNowhere } from './paths.ts'
import { isForeign, type OwnAddress } from './same-origin.ts'
import { withNamedCookies, withOwnCookies } from './session-cookie.ts'
import { newTurns, shed } from './turns.ts'

type DoorConfig = OwnAddress & WithCollections
type Handler<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>

/**
 * Requests that one process answers at once: more would only wait for each other. Those that bring files
 * take as long as their line does, and keep to themselves.
 */
const lanes = { others: { taken: 0, most: 120 }, files: { taken: 0, most: 24 } }
/** Bodies that are still coming: each takes the room of its route in memory. */
const readings = { small: { taken: 0, most: 1000 }, large: { taken: 0, most: 100 } }
/**
 * A password takes a fifth of a second of a processor. They take turns: no more at once than there are
 * processors, nor than leave a thread of Node's four for files and addresses; and few enough are judged at once
 * for attempts that are counted before they are judged (src/accounts/sign-in) to be told from guessing.
 */
const passwords = newTurns({ atOnce: Math.min(availableParallelism(), 3), patience: 15_000 })
/** What signs in by a password, sets one, or asks for it before a change to how somebody signs in. */
const takingPasswords: readonly RegExp[] = [
  /^\/users\/(login|reset-password|first-register)$/,
  /^\/account\/(password|email|recovery-codes)$/,
  /^\/account\/(app|passkeys)(\/|$)/,
]
/**
 * Payload builds the schema of GraphQL when it is asked for the first time, a tenth of a second and more: for each
 * request anew that comes before it is there. They take turns until then.
 */
const building = pLimit(1)
/** In bytes. */
const large = 1_000_000
/** From how late an event loop is (ms), and how many wait already, others are better off elsewhere. */
const lateLoop = { lag: 3000, atWork: 24 } as const
/** Seconds. */
const comeAgainAfter = 2

/**
 * The door of the authoring plane: what stands before every route of its API. It turns away what is more
 * than this process can do (503, with Retry-After), and a body that is larger or deeper than its route
 * takes (413, 400), before anybody parses it, a path that Payload would stumble over (404), and what another site's page sends in the name of whoever is
 * signed in (403).
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
    const path = pathOf(request)
    if (leadsNowhere(path)) return answerRefusal(notThere, request)
    // Whoever watches is answered whatever else there is to do.
    if (path === '/healthz') return handler(request, ...rest)
    const limit = bodyLimitOf(path)
    const read = await readInTurn(request, limit, listsOf(own))
    if ('status' in read) return answerRefusal(read, request)
    if (request.method === 'POST' && takingPasswords.some((route) => route.test(path))) {
      const response = await passwords(() => handler(read.request, ...rest))
      return response === shed ? answerRefusal(overloaded(comeAgainAfter), request) : response
    }
    const lane = isMultipart(request) ? lanes.files : lanes.others
    if (lane.taken >= lane.most || isLate())
      return answerRefusal(overloaded(comeAgainAfter), request)
    lane.taken += 1
    try {
      const response = await (path === '/graphql' && !hasSchema()
        ? building(() => handler(read.request, ...rest))
        : handler(read.request, ...rest))
      return read.hasOverrun() && !response.ok
        ? answerRefusal(tooLarge(limit.bytes), request)
        : response
    } catch (error) {
      // Payload's route of GraphQL reads the body before it answers for faults.
      if (isBadRequest(error)) return answerRefusal(unreadable, request)
      throw error
    } finally {
      lane.taken -= 1
    }
  }
  return async (request, ...rest) => {
    const own = await config
    return withNamedCookies(await guarded(withOwnCookies(request, own), ...rest), own)
  }
}

/** Reads a body. Nobody who sends nothing holds a place at work; but there are not places for all of them. */
async function readInTurn(
  request: Request,
  limit: BodyLimit,
  lists: Lists,
): ReturnType<typeof readWithin> {
  const isLarge = limit.bytes > large && !isMultipart(request)
  const reading = isLarge ? readings.large : readings.small
  if (request.body && reading.taken >= reading.most) return overloaded(comeAgainAfter)
  reading.taken += 1
  try {
    return await readWithin(request, limit, lists)
  } finally {
    reading.taken -= 1
  }
}

/** Payload's error for a request that it cannot read. */
function isBadRequest(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, 'status') === 400
}

/** Whether Payload has built the schema of GraphQL; it keeps it for the process. */
function hasSchema(): boolean {
  const kept: unknown = Reflect.get(globalThis, '_payload_graphql')
  return isRecord(kept) && isRecord(kept.graphql)
}

/** How many requests this process answers now. */
export function requestsAtWork(): number {
  return lanes.others.taken + lanes.files.taken
}

/** Whether the event loop comes late while many wait for it. */
function isLate(): boolean {
  return requestsAtWork() >= lateLoop.atWork && lagOfLoop() > lateLoop.lag
}

/** The path below `/api`. */
function pathOf({ url }: Request): string {
  return new URL(url).pathname.replace(/^\/api(?=\/|$)/, '').replace(/\/$/, '')
}
