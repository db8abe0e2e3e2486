import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { endWithUsage, readCommandLine } from '../command-line.ts'
import { projectRoot } from '../installation/installation.ts'
import { runStep } from '../supervise.ts'

// Regenerates all that is generated and fails when that changes anything: what is generated is committed
// together with what it is generated from.

const read = readCommandLine({ args: process.argv.slice(2), options: {} })
if ('problem' in read) endWithUsage(read, 'npm run generated')

const generated = [
  'src/payload-types.ts',
  'src/app/(payload)/admin/importMap.js',
  'docs/openapi.json',
  'src/client/paths.d.ts',
  'src/database/tables.ts',
  'src/read-model/tables.ts',
]

const before = fingerprints()
await runStep({
  name: 'generate',
  args: ['--import', 'tsx', 'src/server/commands/generate.ts', 'drift'],
  settings: { NODE_ENV: 'production' },
})
const after = fingerprints()
const changed = [...after].filter(([file, hash]) => before.get(file) !== hash).map(([file]) => file)
if (changed.length > 0) {
  console.error(
    `Generated files were out of date: ${changed.join(', ')}. Run "npm run generate" and commit.`,
  )
  process.exit(1)
}
console.log('Generated files are up to date.')

/** Of the migrations too, and of the structure beside them. */
function fingerprints(): Map<string, string> {
  const migrations = readdirSync(path.join(projectRoot, 'migrations'), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => `migrations/${name}`)
  return new Map(
    [...generated, ...migrations].map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(path.join(projectRoot, file)))
        .digest('hex'),
    ]),
  )
}
