import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { findFreePort, isFree } from '../machine/ports.ts'
import { isRunning } from '../machine/processes.ts'
import type { PostgresPlace } from './binaries.ts'

const run = promisify(execFile)
const superuser = 'berufsbild'
const database = 'berufsbild'

/**
 * Starts the cluster where none runs, and otherwise takes over the one that does: it outlives a
 * start that was killed. Gives the address of the product's database.
 */
export async function startCluster(options: {
  place: PostgresPlace
  password: string
}): Promise<string> {
  const { place, password } = options
  if (!existsSync(path.join(place.dataDirectory, 'PG_VERSION'))) await initialise(place, password)
  const running = await readRunning(place)
  const port = running ?? (await launchPatiently(place))
  const url = (name: string) =>
    `postgres://${superuser}:${password}@127.0.0.1:${String(port)}/${name}`
  await createDatabase(url('postgres'))
  return url(database)
}

/**
 * Stops the cluster; open connections are cut, committed data is safe.
 *
 * @param way `immediate` where the data are thrown away: nothing is written any more
 */
export async function stopCluster(
  place: PostgresPlace,
  way: 'fast' | 'immediate' = 'fast',
): Promise<void> {
  if ((await readRunning(place)) === undefined) return
  await control(place, ['stop', '-m', way, '-w', '-t', '8'])
}

/** A password that only this installation knows. */
export function makePassword(): string {
  return randomBytes(24).toString('base64url')
}

/** initdb into a folder beside, so that a broken-off one is never mistaken for a cluster. */
async function initialise(place: PostgresPlace, password: string): Promise<void> {
  const { dataDirectory, account } = place
  await rm(dataDirectory, { recursive: true, force: true })
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
  const passwordFile = path.join(os.tmpdir(), `berufsbild-${randomBytes(8).toString('hex')}`)
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account) {
    await chown(dataDirectory, account.uid, account.gid)
    await chown(passwordFile, account.uid, account.gid)
  }
  try {
    await run(
      place.initdb,
      [
        `--pgdata=${dataDirectory}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=icu',
        '--icu-locale=de-DE',
        '--no-sync',
      ],
      { ...account, cwd: '/' },
    )
  } catch (error) {
    await rm(dataDirectory, { recursive: true, force: true })
    throw error
  } finally {
    await rm(passwordFile, { force: true })
  }
}

/**
 * Starts the server. After a kill -9 its old backends take a moment to notice that they are alone;
 * until they have gone, a new server refuses to start on their data.
 */
async function launchPatiently(place: PostgresPlace): Promise<number> {
  const deadline = Date.now() + 20_000
  for (;;) {
    const wasKilled = existsSync(path.join(place.dataDirectory, 'postmaster.pid'))
    try {
      return await launch(place)
    } catch (error) {
      if (!wasKilled || Date.now() > deadline) throw error
      await wait(250)
    }
  }
}

/** Gives the port that the server listens on. */
async function launch(place: PostgresPlace): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort()
    try {
      await launchAt(port, place)
      return port
    } catch (error) {
      // Somebody else may have taken the port since.
      if (attempt === 3 || (await isFree(port))) throw error
    }
  }
}

async function launchAt(port: number, place: PostgresPlace): Promise<void> {
  const settings = [
    `-p ${String(port)}`,
    '-c listen_addresses=127.0.0.1',
    '-c unix_socket_directories=',
    '-c max_connections=120',
    '-c logging_collector=off',
  ]
  const log = path.join(place.dataDirectory, 'server.log')
  await control(place, ['start', '-w', '-t', '60', '-l', log, '-o', settings.join(' ')])
}

/** pg_ctl makes the server a process of its own, which Ctrl-C in this terminal does not reach. */
async function control(place: PostgresPlace, args: string[]): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const child = execFile(
      place.pgCtl,
      ['-D', place.dataDirectory, ...args],
      { ...place.account, cwd: '/' },
      () => undefined,
    )
    let output = ''
    child.stdout?.on('data', (chunk: string) => (output += chunk))
    child.stderr?.on('data', (chunk: string) => (output += chunk))
    child.on('error', reject)
    // The server inherits the pipes, so only the exit of pg_ctl itself says that it is done.
    child.on('exit', (code) => {
      child.stdout?.destroy()
      child.stderr?.destroy()
      if (code === 0) resolve()
      else reject(new Error(`pg_ctl ${args[0] ?? ''} failed: ${output.trim()}`))
    })
  })
}

/** The port of the server that runs on this data, from its postmaster.pid; undefined: none runs. */
async function readRunning(place: PostgresPlace): Promise<number | undefined> {
  const file = path.join(place.dataDirectory, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, , , port] = (await readFile(file, 'utf8')).split('\n').map(Number)
  if (pid === undefined || port === undefined || !isRunning(pid)) return undefined
  return (await canConnect(port)) ? port : undefined
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${database}`)
  } finally {
    await client.end()
  }
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port, timeout: 2000 })
    const answer = (isOpen: boolean) => {
      socket.destroy()
      resolve(isOpen)
    }
    socket.once('connect', () => {
      answer(true)
    })
    socket.once('error', () => {
      answer(false)
    })
    socket.once('timeout', () => {
      answer(false)
    })
  })
}
