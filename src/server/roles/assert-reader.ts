import pg from 'pg'
import { ServerRoleUnfit } from '../configuration/faults.ts'
import { examinePowers, shortened } from './assert-limited.ts'

/** Whether whoever signs in at an address reads what is delivered, and what they may beyond that. */
export async function examineReader(
  databaseUrl: string,
): Promise<{ account: string; reads: boolean; beyond: string[] }> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ account: string; reads: boolean }>(
      `SELECT current_user AS account,
              coalesce(has_table_privilege(to_regclass('delivery.documents'), 'SELECT'), false) AS reads`,
    )
    const { rows: tables } = await client.query<{ found: string }>(
      `SELECT 'it may ' || kind || ' ' || n.nspname || '.' || c.relname AS found
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) kind
       WHERE n.nspname IN ('public', 'delivery', 'guard') AND c.relkind IN ('r', 'p', 'v', 'm')
         AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = c.oid AND e.deptype = 'e')
         AND NOT (n.nspname = 'delivery' AND kind = 'SELECT')
         AND has_table_privilege(c.oid, kind)
       ORDER BY 1`,
    )
    const beyond = [...(await examinePowers(client)), ...tables.map(({ found }) => found)]
    return { account: rows[0]?.account ?? '', reads: rows[0]?.reads === true, beyond }
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * Asserts that the delivery plane reads what is delivered, and can do nothing else: whoever gets into it gets
 * no further. A database that is not there is told by whoever asks it next.
 *
 * @throws ServerRoleUnfit naming what the role may beyond that
 */
export async function assertReader(databaseUrl: string): Promise<void> {
  const found = await examineReader(databaseUrl).catch(() => undefined)
  if (!found || found.beyond.length === 0) return
  throw new ServerRoleUnfit(
    `The delivery plane signs in to the database as "${found.account}", who may do more than read what is delivered: ${shortened(found.beyond, 4).join('; ')}. Leave DELIVERY_DATABASE_URL out, and the start makes an account for it, or name one there that has nothing but what "npm run database:roles -- --print" gives it.`,
  )
}
