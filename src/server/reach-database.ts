import pg from 'pg'

/** Whether the database answers somebody who comes with a connection of their own. */
export async function isDatabaseThere(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 3000,
    query_timeout: 3000,
  })
  // A connection that is cut is an answer, too, and no fault of whoever asks.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
