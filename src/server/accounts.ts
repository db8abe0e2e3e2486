import pg from 'pg'

/** Says whether anybody can sign in: asked of the migrated database, without Payload. */
export async function hasAccounts(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const found = await client.query('SELECT FROM users WHERE deactivated_at IS NULL LIMIT 1')
    return found.rows.length > 0
  } finally {
    await client.end()
  }
}
