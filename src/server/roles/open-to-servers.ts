import { serverRoles } from './grants.ts'
import { makeSignIns } from './make-sign-ins.ts'
import { giveRights } from './rights.ts'
import { addressesFrom, nameAt, signInOf, type ServerAddresses } from './sign-ins.ts'

/**
 * Makes a role for each server, with its rights, in a database that has its tables; gives their addresses.
 *
 * @param ownerUrl of an owner who may make roles
 * @throws ServerRoleMissing, ServerRoleUnfit
 */
export async function openToServers(ownerUrl: string, secret: string): Promise<ServerAddresses> {
  await makeSignIns(
    ownerUrl,
    serverRoles.map((role) => signInOf(ownerUrl, role, secret)),
  )
  const addresses = addressesFrom(ownerUrl, secret)
  await giveRights(ownerUrl, {
    authoring: nameAt(addresses.authoring),
    worker: nameAt(addresses.worker),
  })
  return addresses
}
