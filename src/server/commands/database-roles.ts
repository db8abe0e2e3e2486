import { readFile } from 'node:fs/promises'
import { endWithUsage, readCommandLine } from '../command-line.ts'
import { readEnvironment } from '../configuration/environment.ts'
import { explainFault } from '../configuration/faults.ts'
import { ensureDeliverySignIn } from '../delivery-role.ts'
import { openInstallation } from '../installation/installation.ts'
import { ownerOf } from '../owner.ts'
import { isEmptyAt } from '../pending-migrations.ts'
import { makeSignIns } from '../roles/make-sign-ins.ts'
import { giveRights } from '../roles/rights.ts'
import { printRoles } from '../roles/print-roles.ts'
import { nameAt } from '../roles/sign-ins.ts'
import { tablesIn } from '../roles/structure-tables.ts'

// `npm run database:roles` makes the roles that the servers sign in to the database as, and gives them their
// rights and no others, as often as one likes; every start does the same. `--print` prints the SQL of it for
// whoever administrates the database, and touches nothing.

const usage = 'npm run database:roles [-- --print]'
const read = readCommandLine({
  args: process.argv.slice(2),
  options: { print: { type: 'boolean', default: false } },
})
if ('problem' in read) endWithUsage(read, usage)

try {
  if (read.values.print) {
    const structure = new URL('../../../migrations/structure.sql', import.meta.url)
    const { DATABASE_OWNER_URL, DATABASE_URL } = readEnvironment()
    const url = DATABASE_OWNER_URL ?? DATABASE_URL
    console.log(printRoles(url, tablesIn(await readFile(structure, 'utf8'))))
  } else {
    await makeRoles()
  }
} catch (error) {
  console.error(explainFault(error))
  process.exitCode = 1
}
process.exit()

async function makeRoles(): Promise<void> {
  const installation = await openInstallation('authoring')
  const { addresses, environment } = installation
  try {
    const owner = ownerOf(addresses.owner)
    await makeSignIns(ownerOf(addresses.maker), addresses.unmade)
    const names = { authoring: nameAt(addresses.authoring), worker: nameAt(addresses.worker) }
    if (await isEmptyAt(owner)) {
      console.log(
        'The database is empty: the first start makes its tables, and gives rights on them.',
      )
    } else {
      await giveRights(owner, names)
      if (environment.DELIVERY_DATABASE_URL === undefined) {
        await ensureDeliverySignIn(ownerOf(addresses.maker), environment.PAYLOAD_SECRET ?? '')
      }
      console.log(
        `"${names.authoring}" has the rights of the authoring plane, "${names.worker}" those of the worker.`,
      )
    }
  } finally {
    await installation.close()
  }
}
