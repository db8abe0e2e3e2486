import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { generateImportMap, type Payload } from 'payload'
import { generateTypes } from 'payload/node'
import { describeDelivery } from '../describe-delivery.ts'
import { endWithUsage, readCommandLine } from '../command-line.ts'
import { provideEnvironment } from '../configuration/environment.ts'
import { explainFault } from '../configuration/faults.ts'
import { applyFunctions } from '../functions.ts'
import { projectRoot } from '../installation/installation.ts'
import { describeLimits, limitedTables } from '../limits-of-fields.ts'
import { describeOwnLimits } from '../limits-of-own-tables.ts'
import { migrate } from '../migrate.ts'
import { bootPayload, closePayload } from '../payload.ts'
import { openTemporaryDatabase, type TemporaryDatabase } from '../postgres/temporary.ts'
import { describeStructure } from '../structure.ts'
import { defineTables, refuseDefaultsInTexts } from '../table-definitions.ts'

// Regenerates, on a database of its own, what follows from the rest: types, import map, and a migration where
// the collections have moved away from the migrations (`npm run generate -- NAME`); the description of the
// delivery API with the client's types; the structure that the migrations make, and definitions of its tables.
// `npm run check` demands that all of it was committed.

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

let database: TemporaryDatabase | undefined
try {
  database = await openTemporaryDatabase('generate')
  provideEnvironment({
    DATABASE_URL: database.url,
    PAYLOAD_SECRET: 'a secret for generating only',
    LOG_LEVEL: 'error',
  })
  const payload = await bootPayload()
  await generate(payload)
  await describeDatabase(payload, database.url)
  await closePayload(payload)
} catch (error) {
  console.error(explainFault(error))
  process.exitCode = 1
} finally {
  await database?.close()
}
process.exit()

async function generate(payload: Payload): Promise<void> {
  await generateTypes(payload.config, { log: false })
  await generateImportMap(payload.config, { force: true, log: false })
  const { description, types } = await describeDelivery()
  write('docs/openapi.json', description)
  write('src/client/paths.d.ts', types)
  write('migrations/functions/limits-of-fields.sql', describeLimits(payload.config))
  await generateMigration(payload)
}

async function generateMigration(payload: Payload): Promise<void> {
  const before = new Set(readdirSync(migrations))
  const indexBefore = readFileSync(index, 'utf8')
  // Payload's own way to skip an empty migration ends the process on the spot; so it is made, and
  // taken back when there is nothing in it.
  await payload.db.createMigration({
    payload,
    migrationName: `generated_${migrationName}`,
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
    // Payload compares with the newest picture of its tables; those before it tell nothing any more.
    for (const name of before) if (name.endsWith('.json')) rmSync(path.join(migrations, name))
  }
}

/** Runs all migrations, the new one too, and tells what the database is after them. */
async function describeDatabase(payload: Payload, databaseUrl: string): Promise<void> {
  await migrate(payload, databaseUrl, { mayChange: true })
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await refuseDefaultsInTexts(client)
    const ownLimits = await describeOwnLimits(client, limitedTables(payload.config))
    write('migrations/functions/limits-of-own-tables.sql', ownLimits)
    // Its triggers are a part of the structure.
    await applyFunctions(client, { isAgain: true })
    write('migrations/structure.sql', await describeStructure(client))
    const payloadsTables = Object.values(payload.db.rawTables).map(({ name }) => name)
    for (const [schema, file] of [
      ['public', 'src/database/tables.ts'],
      ['delivery', 'src/read-model/tables.ts'],
    ] as const) {
      write(file, await defineTables(client, schema, payloadsTables))
    }
  } finally {
    await client.end()
  }
}

function write(file: string, text: string): void {
  writeFileSync(path.join(projectRoot, file), text)
}
