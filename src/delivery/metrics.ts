import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What the server counts, in the words of Prometheus. */
export interface Metrics {
  contentType: string
  print: () => Promise<string>
  /** A request that went the whole way; seconds. */
  observe: (route: string, status: number, seconds: number) => void
  /** A request that was answered from memory. */
  countCached: (status: number) => void
}

/**
 * `state` tells what is to be read at the moment of a scrape; `database` is asked how many places of what sites
 * read are not what was published, and how many seconds ago all of it was last compared (-1: never so far).
 */
export function newMetrics(
  state: () => { entries: number; bytes: number; isTrusted: boolean; waiting: number },
  database: { countFaults: () => Promise<number>; ageOfComparison: () => Promise<number> },
): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const requests = new Histogram({
    name: 'delivery_request_duration_seconds',
    help: 'Requests that were not answered from memory.',
    labelNames: ['route', 'status'] as const,
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [register],
  })
  const cached = new Counter({
    name: 'delivery_cached_requests_total',
    help: 'Requests that were answered from memory.',
    labelNames: ['status'] as const,
    registers: [register],
  })
  const found = cached.labels('200')
  const unchanged = cached.labels('304')
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [register],
      collect() {
        this.set(read())
      },
    })
  gauge('delivery_cache_entries', 'Answers in memory.', () => state().entries)
  gauge('delivery_cache_bytes', 'Bytes of the answers in memory.', () => state().bytes)
  gauge('delivery_cache_trusted', '1 while changes are heard of.', () => Number(state().isTrusted))
  gauge('delivery_database_waiting', 'Requests that wait for a connection.', () => state().waiting)
  const asked = (name: string, help: string, ask: () => Promise<number>) =>
    new Gauge({
      name,
      help: `${help}; -1 while that is not known.`,
      registers: [register],
      async collect() {
        this.set(await ask().catch(() => -1))
      },
    })
  asked(
    'delivery_faults_open',
    'Places of what sites read that are not what was published',
    database.countFaults,
  )
  asked(
    'delivery_comparison_age_seconds',
    'Seconds since all that sites read was last compared with what was published',
    database.ageOfComparison,
  )
  return {
    contentType: register.contentType,
    print: () => register.metrics(),
    observe: (route, status, seconds) => {
      requests.labels(route, String(status)).observe(seconds)
    },
    countCached: (status) => {
      if (status === 304) unchanged.inc()
      else found.inc()
    },
  }
}
