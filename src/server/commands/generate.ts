import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { generateImportMap } from 'payload'
import { generateTypes } from 'payload/node'
import { describeDelivery } from '../describe-delivery.ts'
import { endWithUsage, readCommandLine } from '../command-line.ts'
import { explainFault } from '../faults.ts'
import { openInstallation, projectRoot, type Installation } from '../installation.ts'
import { bootPayload, closePayload } from '../payload.ts'

// Regenerates what Payload generates: types, import map, and a migration where the collections have
// moved away from the migrations (`npm run generate -- NAME`); and the description of the delivery API
// with the client's types. `npm run check` demands that all of it was committed.

const usage = 'npm run generate -- [NAME OF A MIGRATION]'
const read = readCommandLine({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {},
})
if ('problem' in read) endWithUsage(read, usage)
const [migrationName = 'change', ...others] = read.positionals
if (others.length > 0 || !/^[\w-]+$/.test(migrationName)) {
  endWithUsage(
    { problem: 'The name is one word of letters, digits, dashes and underscores.' },
    usage,
  )
}

const migrations = path.join(projectRoot, 'migrations')
const index = path.join(migrations, 'index.ts')

let installation: Installation | undefined
try {
  installation = await openInstallation()
  await generate()
} catch (error) {
  console.error(explainFault(error))
  process.exitCode = 1
} finally {
  await installation?.close()
}
process.exit()

async function generate(): Promise<void> {
  const payload = await bootPayload()
  await generateTypes(payload.config, { log: false })
  await generateImportMap(payload.config, { force: true, log: false })
  const { description, types } = await describeDelivery()
  writeFileSync(path.join(projectRoot, 'docs/openapi.json'), description)
  writeFileSync(path.join(projectRoot, 'src/client/paths.d.ts'), types)
  const before = new Set(readdirSync(migrations))
  const indexBefore = readFileSync(index, 'utf8')
  // Payload's own way to skip an empty migration ends the process on the spot; so it is made, and
  // taken back when there is nothing in it.
  await payload.db.createMigration({
    payload,
    migrationName,
    forceAcceptWarning: true,
  })
  const made = readdirSync(migrations).filter((name) => !before.has(name))
  const isEmpty = made
    .filter((name) => name.endsWith('.ts'))
    .every((name) => !readFileSync(path.join(migrations, name), 'utf8').includes('db.execute'))
  if (isEmpty) {
    for (const name of made) rmSync(path.join(migrations, name))
    writeFileSync(index, indexBefore)
  } else {
    for (const name of made) console.log(`New migration: migrations/${name}`)
  }
  await closePayload(payload)
}
