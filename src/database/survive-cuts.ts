import type { PostgresAdapter } from '@payloadcms/db-postgres'

/**
 * Lets a connection that the database cuts end what was asked of it, not the process: a server that
 * restarts otherwise throws where nobody listens. Payload listens to the first connection of its pool
 * only, and neither to the pool nor to a connection between two statements of a transaction.
 */
export function surviveCuts(db: PostgresAdapter): void {
  db.pg = { ...db.pg, Pool: surviving(db.pg.Pool) }
}

type Pool = PostgresAdapter['pg']['Pool']

/** Makes pools of the same class, since Drizzle tells a pool from a connection by its class. */
function surviving(Pool: Pool): Pool {
  return new Proxy(Pool, {
    construct: (Pool, options: ConstructorParameters<Pool>) => {
      const pool = new Pool(...options)
      // An idle one is replaced at the next request; one in use rejects the statement that it is given.
      pool.on('error', () => undefined)
      pool.on('connect', (client) => client.on('error', () => undefined))
      return pool
    },
  })
}
