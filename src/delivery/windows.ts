import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit'

/** Counts requests of each caller in windows of a minute. */
export interface Windows {
  /** Counts one more, and gives how many there were in this window and how long it lasts, in ms. */
  hit: (key: string) => { current: number; ttl: number }
  /** How many there were in this window. */
  count: (key: string) => number
}

const length = 60_000

/** One count for the requests that Fastify sees and for those that are answered before it. */
export function newWindows(): Windows {
  let counts = new Map<string, number>()
  let endsAt = Date.now() + length
  const beginAnew = (): number => {
    const now = Date.now()
    if (now >= endsAt) {
      counts = new Map()
      endsAt = now + length
    }
    return now
  }
  return {
    hit: (key) => {
      const now = beginAnew()
      const current = (counts.get(key) ?? 0) + 1
      counts.set(key, current)
      return { current, ttl: endsAt - now }
    },
    count: (key) => {
      beginAnew()
      return counts.get(key) ?? 0
    },
  }
}

/** The same count in the form in which the plugin asks for it. */
export function asStore(windows: Windows): FastifyRateLimitStoreCtor {
  return class WindowStore implements FastifyRateLimitStore {
    incr(
      key: string,
      callback: (error: Error | null, result?: { current: number; ttl: number }) => void,
    ): void {
      callback(null, windows.hit(key))
    }

    child(): FastifyRateLimitStore {
      return this
    }
  }
}
