import { createHash, createHmac } from 'node:crypto'
import pg from 'pg'
import { DeliveryRoleMissing } from './faults.ts'

// The delivery plane signs in to the database as somebody who can only read the read model. The
// migration makes the role with these rights; who signs in as it follows from the installation.

const group = 'berufsbild_delivery'

/** The address of the same database, for the one who may only read the read model. */
export function deliveryAddress(databaseUrl: string, secret: string): string {
  const url = new URL(databaseUrl)
  const { name, password } = signInOf(databaseUrl, secret)
  url.username = name
  url.password = password
  return url.toString()
}

/**
 * Makes the sign-in, or gives it its password again. It is a member of the migration's role, and
 * nothing else.
 *
 * @throws DeliveryRoleMissing where the database does not let us make one
 */
export async function ensureDeliverySignIn(databaseUrl: string, secret: string): Promise<void> {
  const { name, password } = signInOf(databaseUrl, secret)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('berufsbild delivery role'))`)
    const known = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name])
    const verb = known.rowCount === 0 ? 'CREATE' : 'ALTER'
    const role = client.escapeIdentifier(name)
    await client.query(
      `${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE INHERIT PASSWORD ${client.escapeLiteral(password)}`,
    )
    await client.query(`GRANT ${group} TO ${role}`)
    await client.query('COMMIT')
  } catch (cause) {
    throw new DeliveryRoleMissing(
      `The database does not let this account make the sign-in of the delivery plane. Make one yourself (CREATE ROLE … LOGIN IN ROLE ${group}) and name it in DELIVERY_DATABASE_URL.`,
      { cause },
    )
  } finally {
    await client.end()
  }
}

/** Several installations may share a server: the name holds their database's. */
function signInOf(databaseUrl: string, secret: string): { name: string; password: string } {
  const database = decodeURIComponent(new URL(databaseUrl).pathname.slice(1))
  const mark = createHash('sha256').update(database).digest('hex').slice(0, 12)
  return {
    name: `${group}_${mark}`,
    password: createHmac('sha256', secret).update('delivery sign-in').digest('base64url'),
  }
}
