import { getPayload, type Payload } from 'payload'

/**
 * Boots Payload in this process. The environment must name the database (see installation.ts).
 * Node 20 loads modules through a thread that does not keep the process alive: without something
 * else to wait for it can end in the middle of an import, with status 13. So something else waits.
 */
export async function bootPayload(): Promise<Payload> {
  const waiting = setInterval(() => undefined, 1000)
  try {
    const { default: config } = await import('../../payload.config.ts')
    return await getPayload({ config, disableOnInit: true })
  } finally {
    clearInterval(waiting)
  }
}

/**
 * Shuts Payload down. Its adapter keeps one connection checked out for good, so the end of its pool
 * never comes: it is asked for, not waited for, and a connection that the database then cuts is no
 * error any more.
 */
export async function closePayload(payload: Payload): Promise<void> {
  await payload.destroy()
  const pool: unknown = Reflect.get(payload.db, 'pool')
  if (!isPool(pool)) return
  pool.on('error', () => undefined)
  void pool.end()
}

interface Pool {
  on: (event: 'error', listener: () => void) => unknown
  end: () => Promise<void>
}

function isPool(value: unknown): value is Pool {
  return typeof value === 'object' && value !== null && 'end' in value && 'on' in value
}
