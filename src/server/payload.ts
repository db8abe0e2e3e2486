import { createRequire } from 'node:module'
import { getPayload, type Payload } from 'payload'

/**
 * Boots Payload in this process. The environment must name the database (see installation.ts).
 *
 * @throws Error where Node resolves Lexical to modules that may never finish loading
 */
export async function bootPayload(): Promise<Payload> {
  assertLexicalLoads()
  const { default: config } = await import('../../payload.config.ts')
  return getPayload({ config, disableOnInit: true })
}

/**
 * Lexical's modules for the condition `node` await an import of their own at the top level; on
 * Node 20 their graph now and then never settles, and the process hangs or ends with status 13.
 */
function assertLexicalLoads(): void {
  const { resolve } = createRequire(import.meta.url)
  if (/\.(?:prod|dev)\.m?js$/.test(resolve('lexical'))) return
  throw new Error('Start Node with --conditions=production: see docs/decisions.')
}

/**
 * Shuts Payload down. Its adapter keeps one connection checked out for good, so the end of its pool
 * never comes: it is asked for, not waited for.
 */
export async function closePayload(payload: Payload): Promise<void> {
  await payload.destroy()
  const pool: unknown = Reflect.get(payload.db, 'pool')
  if (!isPool(pool)) return
  void pool.end()
}

interface Pool {
  end: () => Promise<void>
}

function isPool(value: unknown): value is Pool {
  return typeof value === 'object' && value !== null && 'end' in value
}
