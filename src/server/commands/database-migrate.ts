import { backupFlag } from '../before-migrating.ts'
import { bringUpToDate } from '../bring-up-to-date.ts'
import { endWithUsage, readCommandLine } from '../command-line.ts'
import { explainFault } from '../configuration/faults.ts'
import { openInstallation, type Installation } from '../installation/installation.ts'
import { ownerOf } from '../owner.ts'

// `npm run database:migrate` does what a start does before it starts servers, and ends: so that the start itself
// need not be told the owner's address.

const usage = `npm run database:migrate [-- ${backupFlag}]`
const read = readCommandLine({
  args: process.argv.slice(2),
  options: { [backupFlag.slice(2)]: { type: 'boolean', default: false } },
})
if ('problem' in read) endWithUsage(read, usage)

let installation: Installation | undefined
try {
  installation = await openInstallation('authoring')
  ownerOf(installation.addresses.owner)
  const { handedDown, dataDirectory, environment } = installation
  const demo = environment.DEMO ?? 'off'
  await bringUpToDate({
    installation,
    settings: { ...handedDown, DEMO: demo, DATA_DIR: dataDirectory },
    hasBackup: process.argv.includes(backupFlag),
    say: (line) => {
      console.log(line)
    },
  })
  console.log('The database is up to date, and each server has its role.')
} catch (error) {
  console.error(explainFault(error))
  process.exitCode = 1
} finally {
  await installation?.close()
}
process.exit()
