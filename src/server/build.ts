import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { projectRoot } from './installation/installation.ts'
import { oneAtATime } from './machine/one-at-a-time.ts'
import { runStep } from './supervise.ts'

const sources = [
  'src',
  'collections',
  'payload.config.ts',
  'next.config.ts',
  'package-lock.json',
  'tsconfig.json',
]

/** Holds the fingerprint of what the build was made from. */
const stamp = path.join(projectRoot, '.next', 'built-from')

interface BuildOptions {
  settings: Readonly<Record<string, string>>
  say: (line: string) => void
}

/** Builds the admin when there is no build of exactly these sources. */
export async function buildIfNeeded(options: BuildOptions): Promise<void> {
  const { say } = options
  const fingerprint = await fingerprintOf(sources)
  if (await isBuiltFrom(fingerprint)) return
  // Two starts out of one folder would build into each other's.
  const turn = { lock: path.join(projectRoot, 'node_modules/.cache/berufsbild/build-lock') }
  await oneAtATime({ ...turn, patience: 600_000 }, async () => {
    if (await isBuiltFrom(fingerprint)) return
    say('Building the admin, about a minute (only after a change of the sources) …')
    // A build that is broken off leaves nothing that passes for one.
    await rm(stamp, { force: true })
    await build(options)
    await writeFile(stamp, fingerprint)
  })
}

async function isBuiltFrom(fingerprint: string): Promise<boolean> {
  return existsSync(stamp) && (await readFile(stamp, 'utf8')) === fingerprint
}

async function build({ settings, say }: BuildOptions): Promise<void> {
  const startedAt = Date.now()
  const progress = setInterval(() => {
    say(`  … ${String(Math.round((Date.now() - startedAt) / 1000))} s`)
  }, 15_000)
  try {
    await runStep({
      name: 'build',
      args: ['node_modules/next/dist/bin/next', 'build'],
      settings: { ...settings, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    })
  } finally {
    clearInterval(progress)
  }
}

/** SHA-256 over names and contents of all files below the given paths. */
export async function fingerprintOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const start of paths) {
    for (const file of await filesBelow(path.join(projectRoot, start))) {
      hash
        .update(path.relative(projectRoot, file))
        .update('\0')
        .update(await readFile(file))
    }
  }
  return hash.digest('hex')
}

async function filesBelow(start: string): Promise<string[]> {
  const entries = await readdir(start, { withFileTypes: true, recursive: true }).catch(
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return null
      throw error
    },
  )
  if (entries === null) return [start]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}
