import { readdirSync } from 'node:fs'
import path from 'node:path'
import { generateImportMap } from 'payload'
import { generateTypes } from 'payload/node'
import { openInstallation, projectRoot } from '../installation.ts'
import { bootPayload, closePayload } from '../payload.ts'

// Regenerates what Payload generates: types, import map, and a migration where the collections have
// moved away from the migrations. `npm run check` demands that all of it was committed.

const installation = await openInstallation()
try {
  const payload = await bootPayload()
  await generateTypes(payload.config, { log: false })
  await generateImportMap(payload.config, { force: true, log: false })
  const migrations = path.join(projectRoot, 'migrations')
  const before = new Set(readdirSync(migrations))
  await payload.db.createMigration({
    payload,
    migrationName: process.argv[2] ?? 'change',
    skipEmpty: true,
    forceAcceptWarning: true,
  })
  const made = readdirSync(migrations).filter((name) => !before.has(name))
  for (const name of made) console.log(`New migration: migrations/${name}`)
  await closePayload(payload)
} finally {
  await installation.close()
}
process.exit(0)
