import { readdirSync } from 'node:fs'
import path from 'node:path'
import { generateImportMap, getPayload } from 'payload'
import { generateTypes } from 'payload/node'
import { openInstallation, projectRoot } from '../installation.ts'

// Regenerates what Payload generates: types, import map, and a migration where the collections have
// moved away from the migrations. `npm run check` demands that all of it was committed.

const installation = await openInstallation()
try {
  const { default: config } = await import('../../../payload.config.ts')
  const awaited = await config
  await generateTypes(awaited, { log: false })
  await generateImportMap(awaited, { force: true, log: false })
  const payload = await getPayload({ config, disableOnInit: true })
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
  await payload.destroy()
} finally {
  await installation.close()
}
process.exit(0)
