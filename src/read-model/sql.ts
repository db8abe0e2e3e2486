import type { NodePgDatabase } from 'drizzle-orm/node-postgres'

/**
 * Drizzle's builder over the tables of the read model: publishing's in the transaction of a transition,
 * the server's on its own pool.
 */
export type Sql = NodePgDatabase<Record<string, unknown>>
