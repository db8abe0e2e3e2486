import { setTimeout as wait } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Sql } from '#read-model/sql.ts'

/** The server's connections to the read model. */
export interface Database {
  sql: Sql
  /** Whether its connections lead somewhere: one answers, or has answered a moment ago, where all are at work. */
  answers: () => Promise<boolean>
  /** How many requests wait for a connection. */
  waiting: () => number
  close: () => Promise<void>
}

/** How long the shortest question may take, in milliseconds; longer than any other may. */
const patience = 6000

/** Opens a pool that can only read, with limits on how long it waits. */
export function openDatabase(url: string, options: { connections: number }): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections,
    connectionTimeoutMillis: 3000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    // Compiling a statement takes longer than running it; moments are read fastest in UTC.
    options:
      '-c default_transaction_read_only=on -c statement_timeout=5000 -c jit=off -c TimeZone=UTC',
    application_name: 'berufsbild delivery',
  })
  // A connection that breaks while idle is replaced at the next request.
  pool.on('error', () => undefined)
  let answeredAt = -Infinity
  pool.on('release', (error: unknown) => {
    if (!error) answeredAt = performance.now()
  })
  const ask = () =>
    pool.query('SELECT 1').then(
      () => true,
      () => false,
    )
  let asked: Promise<boolean> | undefined
  return {
    // Whoever asks meanwhile has the same answer: who only asks takes no connection from those who read.
    answers: async () => {
      asked ??= Promise.race([ask(), wait(patience, false, { ref: false })]).finally(() => {
        asked = undefined
      })
      return (await asked) || performance.now() - answeredAt < patience
    },
    sql: drizzle<Record<string, unknown>>({ client: pool }),
    waiting: () => pool.waitingCount,
    close: () => pool.end(),
  }
}
