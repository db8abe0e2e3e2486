import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

// Runs a program of ours: `node src/server/launch.mjs src/server/worker.ts`. Out of one file, which is made where
// there is none of exactly these sources: one by one, they and all files of the packages pass through what reads
// TypeScript, which takes longer than the program itself does to begin.

const root = path.resolve(fileURLToPath(import.meta.url), '../../..')
const folder = path.join(root, 'node_modules/.cache/berufsbild/programs')
const sources = ['src', 'collections', 'migrations', 'payload.config.ts', 'package-lock.json']

// To the program it is as if it had been run itself.
process.argv.splice(1, 1)
const program = process.argv[1]
if (program === undefined) throw new Error('Which program?')
const name = path.basename(program, '.ts')
const file = path.join(folder, `${name}-${fingerprint()}.mjs`)
if (!existsSync(file)) await bundle(path.resolve(program))
await import(pathToFileURL(file).href)

/**
 * SHA-256 over names and contents of all that a program may be made of, and where they lie: a program says where
 * its sources are, so that a copied folder must not run one of the folder that it was copied from.
 */
function fingerprint() {
  const hash = createHash('sha256').update(root)
  for (const source of sources) {
    const start = path.join(root, source)
    for (const one of path.extname(source) === '' ? filesBelow(start) : [start]) {
      hash.update(path.relative(root, one)).update('\0').update(readFileSync(one))
    }
  }
  return hash.digest('hex').slice(0, 32)
}

/** @param {string} start */
function filesBelow(start) {
  return readdirSync(start, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

/**
 * Several may start at once: each makes the file under a name of its own and then moves it.
 *
 * @param {string} entry
 */
async function bundle(entry) {
  mkdirSync(folder, { recursive: true })
  const { build } = await import('esbuild')
  const made = path.join(folder, `making-${name}-${String(process.pid)}.mjs`)
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outfile: made,
    packages: 'external',
    // Errors are known by their names.
    keepNames: true,
    plugins: [{ name: 'places of the sources', setup: keepPlaces }],
    logLevel: 'warning',
  })
  const older = readdirSync(folder).filter(
    (one) => one.startsWith(`${name}-`) && one !== path.basename(file),
  )
  renameSync(made, file)
  // Who runs one of them has read it.
  for (const one of older) rmSync(path.join(folder, one), { force: true })
}

/**
 * What a source says of its own place stays true.
 *
 * @param {import('esbuild').PluginBuild} build
 */
function keepPlaces(build) {
  const ours = /[\\/](?:src|collections|migrations)[\\/]|payload\.config\.ts$/
  build.onLoad({ filter: /\.(?:tsx?|mjs)$/ }, ({ path: source }) => {
    if (!ours.test(source)) return undefined
    const place = JSON.stringify(pathToFileURL(source).href)
    const contents = readFileSync(source, 'utf8').replaceAll('import.meta.url', place)
    return { contents, loader: 'default' }
  })
}
