import pg from 'pg'
import { codeOf, reasonOf, ServerRoleMissing } from '../configuration/faults.ts'
import { makeRole } from './make-role.ts'
import type { SignIn } from './sign-ins.ts'

const insufficientPrivilege = '42501'

/**
 * Makes the roles that servers sign in as, or gives them their passwords again. The account of the address
 * needs CREATEROLE, and no more than that.
 *
 * @throws ServerRoleMissing where the database does not let us make one
 */
export async function makeSignIns(makerUrl: string, signIns: readonly SignIn[]): Promise<void> {
  const client = new pg.Client({ connectionString: makerUrl })
  await client.connect()
  try {
    for (const signIn of signIns) {
      await client.query('BEGIN')
      await makeRole(client, signIn).catch((error: unknown) => {
        throw codeOf(error) === insufficientPrivilege
          ? explain(error, client.user, signIn.name)
          : error
      })
      await client.query('COMMIT')
    }
  } finally {
    await client.end()
  }
}

function explain(error: unknown, account = '', name: string): ServerRoleMissing {
  return new ServerRoleMissing(
    `"${account}" may not make the database role "${name}": ${reasonOf(error)}. Give "${account}" CREATEROLE (and, from PostgreSQL 16 on, ADMIN on that role, where another account made it), or let whoever administrates the database run what "npm run database:roles -- --print" prints, and name the addresses in DATABASE_URL, WORKER_DATABASE_URL and DELIVERY_DATABASE_URL beside DATABASE_OWNER_URL.`,
    { cause: error },
  )
}
