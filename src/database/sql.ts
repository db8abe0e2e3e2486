import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { PayloadRequest } from 'payload'

/** Drizzle's builder over the tables of tables.ts. */
export type Sql = NodePgDatabase<Record<string, unknown>>

/**
 * The builder on the connection of the request's own transaction: what it writes is kept or undone with
 * it, and it sees what the transaction has written. Outside a transaction each statement stands alone.
 * Payload keeps the connections of its transactions under their ids.
 */
export async function sqlIn({
  payload,
  transactionID,
}: Pick<PayloadRequest, 'payload' | 'transactionID'>): Promise<Sql> {
  const { drizzle, sessions = {} } = payload.db
  const transaction = await transactionID
  const connection: unknown =
    transaction === undefined || transaction === null ? undefined : sessions[transaction]?.db
  return isSql(connection) ? connection : drizzle
}

function isSql(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && 'select' in value && 'execute' in value
}
