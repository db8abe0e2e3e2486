import { backupFlag } from './before-migrating.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { buildIfNeeded } from './build.ts'
import { deliveryCommand, deliverySettings } from './delivery-command.ts'
import { isRunByNpm, readEnvironment } from './configuration/environment.ts'
import { explainFault } from './configuration/faults.ts'
import { openInstallation, type Installation } from './installation/installation.ts'
import { hasAccounts } from './accounts.ts'
import { deliveryAddress } from './delivery-role.ts'
import { describeSignIns } from './demo/sign-ins.ts'
import { launcher } from './launcher.ts'
import { ensureSigningKey } from './installation/signing-key.ts'
import { assertCanListen } from './installation/requirements.ts'
import { isDatabaseThere } from './reach-database.ts'
import { supervise, type Supervised } from './supervise.ts'

// The start: database up, migrations applied, admin built, both planes and the worker started and
// watched, each with the address of its own role in the database.
// `--dev` serves the sources with hot reload instead of a build.

const isDevelopment = process.argv.includes('--dev')
const onlyByHttps = ['--import', './src/server/only-by-https.mjs']
const children: Supervised[] = []
let installation: Installation | undefined
let isStopping = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void stop(0))
}

if (isRunByNpm()) stopWhenOrphaned()
try {
  await start()
} catch (error) {
  console.error(explainFault(error))
  await stop(1)
}

async function start(): Promise<void> {
  const { CMS_PORT, CMS_HOST, DELIVERY_PORT, DELIVERY_HOST = CMS_HOST } = readEnvironment()
  await assertCanListen({ port: CMS_PORT, host: CMS_HOST })
  await assertCanListen({ port: DELIVERY_PORT, host: DELIVERY_HOST }, 'DELIVERY')
  installation = await openInstallation('authoring', say)
  const { environment, handedDown, addresses, isEmbedded, dataDirectory } = installation
  const demo = environment.DEMO ?? (isEmbedded ? 'on' : 'off')
  const settings = { ...handedDown, DEMO: demo, DATA_DIR: dataDirectory }
  await ensureSigningKey(environment)
  const hasBackup = process.argv.includes(backupFlag)
  await bringUpToDate({ installation, settings, hasBackup, say })
  if (!isDevelopment) await buildIfNeeded({ settings, say })
  if (isStopping) return
  const next = 'node_modules/next/dist/bin/next'
  const watched = (url?: string, database = addresses.authoring) => ({
    ...(url === undefined ? {} : { url }),
    isDatabaseThere: () => isDatabaseThere(database),
  })
  const authoring = supervise({
    name: 'authoring plane',
    args: [
      '--import',
      './src/server/exit-with-parent.mjs',
      '--import',
      './src/server/name-peer.mjs',
      '--import',
      './src/server/known-methods.mjs',
      ...(environment.CMS_URL?.startsWith('https:') ? onlyByHttps : []),
      next,
      isDevelopment ? 'dev' : 'start',
      '-p',
      String(CMS_PORT),
      '-H',
      CMS_HOST,
    ],
    settings: { ...settings, NODE_ENV: isDevelopment ? 'development' : 'production' },
    readiness: { url: `http://${CMS_HOST}:${String(CMS_PORT)}/api/access` },
    // A page that is being compiled holds everything up, rightly so.
    ...(isDevelopment
      ? {}
      : { watched: watched(`http://${CMS_HOST}:${String(CMS_PORT)}/api/healthz`) }),
  })
  const worker = supervise({
    name: 'worker',
    args: ['--import', './src/server/exit-with-parent.mjs', launcher, 'src/server/worker.ts'],
    settings: { ...settings, DATABASE_URL: addresses.worker, NODE_ENV: 'production' },
    readiness: 'message',
    watched: watched(),
  })
  // It may be a replica, which can be gone while the database is there.
  const read =
    environment.DELIVERY_DATABASE_URL ??
    deliveryAddress(addresses.authoring, environment.PAYLOAD_SECRET ?? '')
  const delivery = supervise({
    name: 'delivery plane',
    args: ['--import', './src/server/exit-with-parent.mjs', ...deliveryCommand],
    settings: deliverySettings(settings, read),
    readiness: 'message',
    watched: watched(`http://${DELIVERY_HOST}:${String(DELIVERY_PORT)}/healthz/database`, read),
  })
  children.push(authoring, worker, delivery)
  await Promise.all(children.map((child) => child.ready))
  if (isStopping) return
  const address = environment.CMS_URL ?? `http://localhost:${String(CMS_PORT)}`
  say('')
  say(`Berufsbild runs.  Admin    ${address}/admin`)
  say(`                  REST     ${address}/api`)
  say(`                  GraphQL  ${address}/api/graphql`)
  const sites = environment.DELIVERY_URL ?? `http://localhost:${String(DELIVERY_PORT)}`
  say(`Sites read at      REST     ${sites}/v1/portraits`)
  say(`                  GraphQL  ${sites}/graphql`)
  say(`                  Docs     ${sites}/docs`)
  const signIns = demo === 'on' ? describeSignIns(dataDirectory) : undefined
  if (signIns !== undefined) {
    say('')
    say(signIns)
  } else if (!(await hasAccounts(environment.DATABASE_URL ?? ''))) {
    say('The first account: npm run admin:create -- --email you@example.org --name "Your Name"')
  }
  say('')
  say('Ctrl-C stops everything.')
}

/** Stops the planes first and the database last. */
async function stop(code: number): Promise<void> {
  if (isStopping) return
  isStopping = true
  await Promise.all(children.map((child) => child.stop()))
  await installation?.close()
  process.exit(code)
}

/** npm hands SIGTERM to a shell that dies of it alone; that its end is ours has to be noticed here. */
function stopWhenOrphaned(): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) void stop(0)
  }, 500).unref()
}

function say(line: string): void {
  console.log(line)
}
