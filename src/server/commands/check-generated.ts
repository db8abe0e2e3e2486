import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { endWithUsage, readCommandLine } from '../command-line.ts'
import { projectRoot } from '../installation/installation.ts'
import { runStep } from '../supervise.ts'

// Regenerates all that is generated and fails when that changes anything: what is generated is committed
// together with what it is generated from. What it finds it puts back: this asks, and mends nothing.

const read = readCommandLine({ args: process.argv.slice(2), options: {} })
if ('problem' in read) endWithUsage(read, 'npm run generated')

const generated = [
  'src/payload-types.ts',
  'src/app/(payload)/admin/importMap.js',
  'docs/openapi.json',
  'src/client/paths.d.ts',
  'src/database/tables.ts',
  'migrations/functions/limits-of-fields.sql',
  'migrations/functions/limits-of-own-tables.sql',
  'src/read-model/tables.ts',
]

const before = readAll()
let changed: string[]
try {
  await runStep({
    name: 'generate',
    args: ['--import', 'tsx', 'src/server/commands/generate.ts', 'drift'],
    settings: { NODE_ENV: 'production' },
  })
} finally {
  changed = putBack(before, readAll())
}
if (changed.length > 0) {
  console.error(
    `Generated files are out of date: ${changed.join(', ')}. Run "npm run generate -- NAME" and commit what it makes. Nothing was changed now.`,
  )
  process.exit(1)
}
console.log('Generated files are up to date.')

/** All that is generated, the migrations too and the structure beside them: what stands in each file. */
function readAll(): Map<string, string> {
  const migrations = readdirSync(path.join(projectRoot, 'migrations'), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => `migrations/${name}`)
  return new Map(
    [...generated, ...migrations].map((file) => [
      file,
      readFileSync(path.join(projectRoot, file), 'utf8'),
    ]),
  )
}

/** Makes the files what they were. Gives the names of those that were not. */
function putBack(were: ReadonlyMap<string, string>, are: ReadonlyMap<string, string>): string[] {
  const files = [...new Set([...were.keys(), ...are.keys()])]
  const others = files.filter((file) => were.get(file) !== are.get(file))
  for (const file of others) {
    const text = were.get(file)
    const place = path.join(projectRoot, file)
    if (text === undefined) rmSync(place)
    else writeFileSync(place, text)
  }
  return others
}
