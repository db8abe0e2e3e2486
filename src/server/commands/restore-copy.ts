import { endWithUsage, readCommandLine } from '../command-line.ts'
import { findCopies, restoreCopy } from '../database-copies.ts'
import { explainFault } from '../configuration/faults.ts'
import { openInstallation, type Installation } from '../installation/installation.ts'
import { ownerOf } from '../owner.ts'

// `npm run database:restore` lists the copies that starts have kept before they changed the database, and
// what copies have replaced; with the name of one, that takes the place of the database. The product must
// not run meanwhile.

const usage = 'npm run database:restore -- [NAME OF A COPY]'
const read = readCommandLine({ args: process.argv.slice(2), allowPositionals: true, options: {} })
if ('problem' in read) endWithUsage(read, usage)
const [copy, ...others] = read.positionals
if (others.length > 0) endWithUsage({ problem: 'One copy at a time.' }, usage)

let installation: Installation | undefined
try {
  installation = await openInstallation('authoring')
  const databaseUrl = ownerOf(installation.addresses.maker)
  if (copy === undefined) {
    const copies = await findCopies(databaseUrl)
    console.log(copies.length === 0 ? 'No copy is kept.' : copies.join('\n'))
  } else {
    const replaced = await restoreCopy(databaseUrl, copy)
    console.log(`${copy} is the database now. What was there is kept as ${replaced}.`)
  }
} catch (error) {
  console.error(explainFault(error))
  process.exitCode = 1
} finally {
  await installation?.close()
}
process.exit()
