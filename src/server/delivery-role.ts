import { createHmac } from 'node:crypto'
import pg from 'pg'
import { codeOf, DeliveryRoleMissing, reasonOf } from './configuration/faults.ts'
import { makeRole } from './roles/make-role.ts'
import { addressAs, databaseOf, markOf, type SignIn } from './roles/sign-ins.ts'

// The delivery plane signs in to the database as somebody who can only read the read model. The
// migrations say what that is, as the rights of one role of the whole server; each installation's own
// sign-in gets them in its own database, and in no other.

const group = 'berufsbild_delivery'

/** The address of the same database, for the one who may only read the read model. */
export function deliveryAddress(databaseUrl: string, secret: string): string {
  return addressAs(databaseUrl, signInOf(databaseUrl, secret))
}

/**
 * Makes the sign-in, or gives it its password and its rights again. The account of the address needs
 * CREATEROLE, and no more than that.
 *
 * @throws DeliveryRoleMissing where the database does not let us make one
 */
export async function ensureDeliverySignIn(databaseUrl: string, secret: string): Promise<void> {
  const { name, password } = signInOf(databaseUrl, secret)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    await makeRole(client, { name, password })
    await giveRights(client, name)
    await client.query('COMMIT')
  } catch (error) {
    throw codeOf(error) === insufficientPrivilege ? explain(error, client.user, name) : error
  } finally {
    await client.end()
  }
}

const insufficientPrivilege = '42501'

/** The rights of the group in this database, whoever made the group. */
async function giveRights(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(rightsOf, [name, group])
  for (const { statement } of rows) await client.query(statement)
}

/** The last line ends a membership, with which a sign-in once read the other installations' too. */
const rightsOf = `
  SELECT format('REVOKE ALL ON ALL %s IN SCHEMA delivery FROM %I', kind, $1::text) AS statement
    FROM unnest(ARRAY['TABLES', 'FUNCTIONS']) AS kind
  UNION ALL SELECT format('GRANT USAGE ON SCHEMA delivery TO %I', $1)
  UNION ALL SELECT format('GRANT SELECT ON %s TO %I', oid::regclass, $1) FROM pg_class
    WHERE relnamespace = 'delivery'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
      AND has_table_privilege($2::name, oid, 'SELECT')
  UNION ALL SELECT format('GRANT EXECUTE ON FUNCTION %s TO %I', oid::regprocedure, $1) FROM pg_proc
    WHERE pronamespace = 'delivery'::regnamespace AND has_function_privilege($2::name, oid, 'EXECUTE')
  UNION ALL SELECT format('REVOKE %I FROM %I', $2::text, $1) FROM pg_auth_members
    WHERE pg_get_userbyid(roleid) = $2 AND pg_get_userbyid(member) = $1
      AND pg_get_userbyid(grantor) = current_user`

function explain(error: unknown, account = '', name: string): DeliveryRoleMissing {
  const detail = error instanceof pg.DatabaseError ? error.detail : undefined
  const reason = [reasonOf(error), detail?.replace(/\.$/, '')].filter(Boolean).join('; ')
  return new DeliveryRoleMissing(
    `"${account}" may not make the database role "${name}" for the delivery plane: ${reason}. Give "${account}" CREATEROLE (and, from PostgreSQL 16 on, ADMIN on that role, where another account made it), or make a role yourself (CREATE ROLE … LOGIN IN ROLE ${group}) and name it in DELIVERY_DATABASE_URL.`,
    { cause: error },
  )
}

/** Several installations may share a server: the name holds their database's. */
function signInOf(databaseUrl: string, secret: string): SignIn {
  return {
    name: `${group}_${markOf(databaseOf(databaseUrl))}`,
    password: createHmac('sha256', secret).update('delivery sign-in').digest('base64url'),
  }
}
