import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { childEnvironment } from '../environment.ts'
import { projectRoot } from '../installation.ts'

// Regenerates types, import map and migrations on a database of its own and fails when that changes
// anything: what is generated is committed together with what it is generated from.

const generated = ['src/payload-types.ts', 'src/app/(payload)/admin/importMap.js']

const before = fingerprints()
const folder = mkdtempSync(path.join(os.tmpdir(), 'berufsbild-check-'))
try {
  execFileSync(process.execPath, ['--import', 'tsx', 'src/server/commands/generate.ts', 'drift'], {
    env: childEnvironment({ DATA_DIR: folder, LOG_LEVEL: 'error', NODE_ENV: 'production' }),
    stdio: 'inherit',
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const after = fingerprints()
const changed = [...after].filter(([file, hash]) => before.get(file) !== hash).map(([file]) => file)
if (changed.length > 0) {
  console.error(
    `Generated files were out of date: ${changed.join(', ')}. Run "npm run generate" and commit.`,
  )
  process.exit(1)
}
console.log('Generated files are up to date.')

function fingerprints(): Map<string, string> {
  const migrations = readdirSync(path.join(projectRoot, 'migrations')).map(
    (name) => `migrations/${name}`,
  )
  return new Map(
    [...generated, ...migrations].map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(path.join(projectRoot, file)))
        .digest('hex'),
    ]),
  )
}
