import { bodyLimitOf } from './body-limits.ts'
import { lagOfLoop } from './load.ts'
import { readWithin } from './read-body.ts'
import { answerRefusal, foreign, overloaded, tooLarge } from './refusals.ts'
import { isForeign, type OwnAddress } from './same-origin.ts'

type Handler<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>

/** Requests that one process answers at once: more would only wait for each other. */
const mostAtWork = 120
/** From how late an event loop is (ms), and how many wait already, others are better off elsewhere. */
const lateLoop = { lag: 3000, atWork: 24 } as const
/** Seconds. */
const comeAgainAfter = 2

let atWork = 0

/**
 * The door of the authoring plane: what stands before every route of its API. It turns away what is more
 * than this process can do (503, with Retry-After), and a body that is larger or deeper than its route
 * takes (413, 400), before anybody parses it, and what another site's page sends in the name of whoever is
 * signed in (403).
 *
 * @param config the product's own
 */
export function guardRoute<Rest extends unknown[]>(
  config: OwnAddress | Promise<OwnAddress>,
  handler: Handler<Rest>,
): Handler<Rest> {
  return async (request, ...rest) => {
    if (isForeign(request, await config)) return answerRefusal(foreign, request)
    if (isOverloaded()) return answerRefusal(overloaded(comeAgainAfter), request)
    atWork += 1
    try {
      const limit = bodyLimitOf(pathOf(request))
      const read = await readWithin(request, limit)
      if ('status' in read) return answerRefusal(read, request)
      const response = await handler(read.request, ...rest)
      return read.hasOverrun() && !response.ok
        ? answerRefusal(tooLarge(limit.bytes), request)
        : response
    } finally {
      atWork -= 1
    }
  }
}

/** How many requests this process answers now. */
export function requestsAtWork(): number {
  return atWork
}

/** Whether to turn requests away until it gets better. */
function isOverloaded(): boolean {
  const lag = lagOfLoop()
  return atWork >= mostAtWork || (atWork >= lateLoop.atWork && lag > lateLoop.lag)
}

/** The path below `/api`. */
function pathOf({ url }: Request): string {
  return new URL(url).pathname.replace(/^\/api(?=\/|$)/, '').replace(/\/$/, '')
}
