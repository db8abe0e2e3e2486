import { secureBeforeMigrating } from './before-migrating.ts'
import { ensureDeliverySignIn } from './delivery-role.ts'
import type { Installation } from './installation/installation.ts'
import { launcher } from './launcher.ts'
import { assertLimited } from './roles/assert-limited.ts'
import { serverRoles, type ServerRole } from './roles/grants.ts'
import { makeSignIns } from './roles/make-sign-ins.ts'
import { giveRights } from './roles/rights.ts'
import { nameAt } from './roles/sign-ins.ts'
import { runStep } from './supervise.ts'

/**
 * Makes of a database what the servers of this version need: tables, triggers, what is delivered, the demo where
 * it is wanted, by the owner, in a process that ends; then a role for each server with its rights. Where the
 * owner's address is not told, all that has been done elsewhere, and is asserted.
 *
 * @param hasBackup somebody says that there is one, of a database that is not the embedded one
 * @throws whatever is wrong with the database, as a sentence
 */
export async function bringUpToDate(options: {
  installation: Installation
  settings: Readonly<Record<string, string>>
  hasBackup: boolean
  say: (line: string) => void
}): Promise<void> {
  const { installation, settings, hasBackup, say } = options
  const { addresses, environment, isEmbedded } = installation
  const { owner, maker } = addresses
  const prepare = (own: Readonly<Record<string, string>>) =>
    runStep({
      name: 'prepare',
      args: [launcher, 'src/server/prepare.ts'],
      settings: { ...settings, ...own },
    })
  if (owner === undefined || maker === undefined) {
    await assertServers(installation)
    await prepare({})
    return
  }
  await secureBeforeMigrating({ databaseUrl: maker, isEmbedded, hasBackup, say })
  await makeSignIns(maker, addresses.unmade)
  say('Applying the migrations …')
  await prepare({ DATABASE_OWNER_URL: owner })
  await giveRights(owner, {
    authoring: nameAt(addresses.authoring),
    worker: nameAt(addresses.worker),
  })
  if (environment.DELIVERY_DATABASE_URL === undefined) {
    await ensureDeliverySignIn(maker, environment.PAYLOAD_SECRET ?? '')
  }
  await assertServers(installation)
}

/** Each server signs in as a role that may do its work, and no more. Two may share one. */
async function assertServers({ addresses }: Installation): Promise<void> {
  for (const url of new Set(serverRoles.map((role) => addresses[role]))) {
    const served = serverRoles.filter((role) => addresses[role] === url)
    await assertLimited(url, { may: served, needs: served }, variableOf(served))
  }
}

function variableOf(served: readonly ServerRole[]): string {
  return served.includes('authoring') ? 'DATABASE_URL' : 'WORKER_DATABASE_URL'
}
