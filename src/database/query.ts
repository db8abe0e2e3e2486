import type { SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isRecord } from '#model/documents.ts'

/**
 * Runs SQL inside the request's own transaction, or outside one where there is none, and gives the
 * rows. Payload keeps the transaction's connection under its id in `sessions`.
 */
export async function query(
  req: PayloadRequest,
  statement: SQL,
): Promise<Record<string, unknown>[]> {
  const transaction = await req.transactionID
  const sessions: unknown = Reflect.get(req.payload.db, 'sessions')
  const session: unknown =
    transaction !== undefined && transaction !== null && isRecord(sessions)
      ? sessions[String(transaction)]
      : undefined
  const connection: unknown = isRecord(session)
    ? session.db
    : Reflect.get(req.payload.db, 'drizzle')
  if (!canExecute(connection)) throw new Error('There is no PostgreSQL connection.')
  const result = await connection.execute(statement)
  return result.rows.filter(isRecord)
}

interface SqlConnection {
  execute: (statement: unknown) => Promise<{ rows: unknown[] }>
}

function canExecute(value: unknown): value is SqlConnection {
  return (
    typeof value === 'object' &&
    value !== null &&
    'execute' in value &&
    typeof value.execute === 'function'
  )
}
