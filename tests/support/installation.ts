import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { deliveryCommand } from '#server/delivery-command.ts'
import { launcher } from '#server/launcher.ts'
import { childEnvironment } from '#server/configuration/environment.ts'
import { locateDatabase } from '#server/postgres/binaries.ts'
import { findFreePort } from '#server/machine/ports.ts'
import { descendantsOf } from './processes.ts'

export const demo = {
  password: 'a password for the demo',
  siteKey: 'a-site-key-for-the-demo-only',
} as const

/** The whole product, started the way `npm start` does, with data of its own. */
export interface Installation {
  origin: string
  /** Where sites read. */
  deliveryOrigin: string
  process: ChildProcess
  /** All that it has printed so far. */
  output: () => string
  /** Sends a signal to the start itself and waits for its end; gives the exit status. */
  end: (signal: 'SIGTERM' | 'SIGINT') => Promise<number | null>
  /** kill -9 of everything: the start, its children and the database. */
  kill: () => Promise<void>
}

/** A folder for the data of one installation, and how to take it away again. */
export interface DataFolder {
  folder: string
  remove: () => Promise<void>
}

/** A folder in which the product has never been. */
export async function makeDataFolder(): Promise<DataFolder> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'berufsbild-e2e-'))
  await chmod(folder, 0o711)
  return {
    folder,
    remove: async () => {
      const { movedTo } = await locateDatabase(folder)
      for (const place of [folder, movedTo]) {
        if (place !== undefined) await rm(place, { recursive: true, force: true })
      }
    },
  }
}

/** The file that is there as long as the database of this data folder runs. */
export async function databaseProcessFile(dataFolder: string): Promise<string> {
  return path.join((await locateDatabase(dataFolder)).dataDirectory, 'postmaster.pid')
}

const startCommand: readonly string[] = [process.execPath, launcher, 'src/server/start.ts']

/** Starts the product and waits until it says that it runs. @throws Error with all it printed */
export async function startInstallation(
  dataFolder: string,
  settings: Readonly<Record<string, string>> = {},
  command = startCommand,
): Promise<Installation> {
  const port = await findFreePort()
  const deliveryPort = await findFreePort()
  const started = run(command, {
    CMS_PORT: String(port),
    DELIVERY_PORT: String(deliveryPort),
    DATA_DIR: dataFolder,
    MEDIA_DIR: path.join(dataFolder, 'media'),
    DEMO_PASSWORD: demo.password,
    DEMO_SITE_KEY: demo.siteKey,
    ...settings,
  })
  const child = started.process
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (started.output().includes('Ctrl-C stops everything.')) resolve()
    })
    child.once('exit', () => {
      reject(new Error(started.output()))
    })
  })
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    deliveryOrigin: `http://127.0.0.1:${String(deliveryPort)}`,
    process: child,
    output: started.output,
    end: async (signal) => {
      const exited = exitOf(child)
      child.kill(signal)
      return exited
    },
    kill: async () => {
      const exited = exitOf(child)
      const family = await familyOf(child, dataFolder)
      for (const pid of family) process.kill(pid, 'SIGKILL')
      await exited
    },
  }
}

/** A running program, and all that it has printed so far. */
export interface Running {
  process: ChildProcess
  output: () => string
}

/** Runs the start with these settings, whatever comes of it. */
export async function launchStart(settings: Readonly<Record<string, string>>): Promise<Running> {
  return run(startCommand, {
    CMS_PORT: String(await findFreePort()),
    DELIVERY_PORT: String(await findFreePort()),
    ...settings,
  })
}

/** Runs the delivery plane alone. */
export function runDelivery(settings: Readonly<Record<string, string>>): Running {
  return run([process.execPath, ...deliveryCommand], settings)
}

/**
 * Runs another authoring plane of an installation, as it is before anybody has asked it anything: the
 * start asks one of its own accord, to know that it is there.
 */
export async function runAuthoringPlane(
  settings: Readonly<Record<string, string>>,
): Promise<Running & { origin: string }> {
  const port = String(await findFreePort())
  const args = ['node_modules/next/dist/bin/next', 'start', '-p', port, '-H', '127.0.0.1']
  return { ...run([process.execPath, ...args], settings), origin: `http://127.0.0.1:${port}` }
}

/** What writes sources cannot run out of a file that was made of them before. */
const ofSources: readonly string[] = ['generate', 'check-generated']

/** Runs one of our commands beside the product or without it, as its script in package.json does. */
export function runCommand(
  name: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Running {
  const file = `src/server/commands/${name}.ts`
  const how = ofSources.includes(name) ? ['--import', 'tsx'] : [launcher]
  return run([process.execPath, ...how, file, ...args], settings)
}

function run(
  [program = '', ...args]: readonly string[],
  settings: Readonly<Record<string, string>>,
): Running {
  const child = spawn(program, args, {
    env: childEnvironment({ NODE_ENV: 'production', ...settings }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk))
  }
  return { process: child, output: () => printed }
}

/** The exit status of a process; null where a signal ended it. */
export function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => child.once('exit', resolve))
}

/** Process ids of the database, the start and all its descendants, children before parents. */
async function familyOf(child: ChildProcess, dataFolder: string): Promise<number[]> {
  const server = await readFile(await databaseProcessFile(dataFolder), 'utf8')
  const start = child.pid ?? 0
  return [Number(server.split('\n')[0]), ...(await descendantsOf(start)).reverse(), start]
}
