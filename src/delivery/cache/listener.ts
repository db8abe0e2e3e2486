import pg from 'pg'

/** A connection on which the database tells what has changed. */
export interface Listener {
  /** Says whether all changes up to a moment ago are known to have arrived. */
  isAlive: () => boolean
  /** Runs a statement on the listener's own connection to the primary, where there is one. */
  run: (text: string, values: readonly unknown[]) => Promise<void>
  close: () => Promise<void>
}

const channel = 'delivery'
const pingEvery = 200
/** A round trip that began longer ago than this proves nothing any more. */
const provenFor = 700
const longestPause = 2000

/**
 * Listens for what is to be forgotten. Every 200 ms a round trip on the same connection proves it
 * alive; notifications are delivered in order on it, so whatever was committed before that round trip
 * has arrived. When it breaks, `onLost` is called and it is opened again; changes in between are not
 * known, so `onLost` drops everything.
 */
export function listen(options: {
  url: string
  onChange: (tags: string[]) => void
  onLost: () => void
  onFault: (error: unknown) => void
}): Listener {
  let client: pg.Client | undefined
  let provenAt = 0
  let pause = 100
  let isClosed = false
  let timer: NodeJS.Timeout | undefined

  const lose = (broken: pg.Client, error?: unknown): void => {
    if (client !== broken) return
    client = undefined
    provenAt = 0
    clearTimeout(timer)
    options.onLost()
    if (error !== undefined) options.onFault(error)
    void broken.end().catch(() => undefined)
    if (!isClosed) timer = setTimeout(() => void open(), pause)
    pause = Math.min(pause * 2, longestPause)
  }

  const ping = async (own: pg.Client): Promise<void> => {
    const startedAt = Date.now()
    const late = setTimeout(() => {
      lose(own, new Error('The listening connection does not answer.'))
    }, provenFor)
    try {
      await own.query('SELECT 1')
      if (client !== own) return
      provenAt = startedAt
      pause = 100
      timer = setTimeout(() => void ping(own), pingEvery)
    } catch (error) {
      lose(own, error)
    } finally {
      clearTimeout(late)
    }
  }

  const open = async (): Promise<void> => {
    const own = new pg.Client({
      connectionString: options.url,
      connectionTimeoutMillis: 3000,
      query_timeout: 3000,
      keepAlive: true,
      application_name: 'berufsbild delivery listener',
    })
    client = own
    own.on('error', (error) => {
      lose(own, error)
    })
    own.on('end', () => {
      lose(own, new Error('The listening connection has ended.'))
    })
    own.on('notification', ({ payload = '' }) => {
      const tags = tagsIn(payload)
      if (tags) options.onChange(tags)
      else options.onLost()
    })
    try {
      await own.connect()
      await own.query(`LISTEN ${channel}`)
      options.onLost()
      await ping(own)
    } catch (error) {
      lose(own, error)
    }
  }

  void open()
  return {
    isAlive: () => Date.now() - provenAt < provenFor,
    run: async (text, values) => {
      await client?.query(text, [...values])
    },
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      const open = client
      client = undefined
      provenAt = 0
      await open?.end().catch(() => undefined)
    },
  }
}

/** What is to be forgotten; undefined: nobody of ours has said this, so nothing is known for sure. */
function tagsIn(payload: string): string[] | undefined {
  try {
    const tags: unknown = JSON.parse(payload)
    return Array.isArray(tags) ? tags.map(String) : undefined
  } catch {
    return undefined
  }
}
