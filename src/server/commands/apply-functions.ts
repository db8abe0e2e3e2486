import pg from 'pg'
import { endWithUsage, readCommandLine } from '../command-line.ts'
import { explainFault } from '../configuration/faults.ts'
import { applyFunctions, findTriggers } from '../functions.ts'
import { openInstallation } from '../installation/installation.ts'
import { ownerOf } from '../owner.ts'

// `npm run guard:apply` makes functions and triggers anew, after a start has refused a database in which
// triggers are missing. It does what no start does by itself: whoever runs it has found out why.

const read = readCommandLine({ args: process.argv.slice(2), options: {} })
if ('problem' in read) endWithUsage(read, 'npm run guard:apply')

const installation = await openInstallation('authoring')
try {
  await applyAgain(ownerOf(installation.addresses.owner))
} catch (error) {
  console.error(explainFault(error))
  process.exitCode = 1
} finally {
  await installation.close()
}

async function applyAgain(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(hashtext('berufsbild migrations'))`)
    const before = new Set(await findTriggers(client))
    await applyFunctions(client, { isAgain: true })
    const made = (await findTriggers(client)).filter((trigger) => !before.has(trigger))
    console.log(
      made.length === 0
        ? 'All triggers were there and fire.'
        : `Made again: ${made.join(', ')}. Run "npm run audit:verify" now: it finds a live text that was changed meanwhile.`,
    )
  } finally {
    await client.end()
  }
}
