import { existsSync } from 'node:fs'
import { chmod, mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { EmbeddedDatabaseUnusable } from '../faults.ts'
import { preparePlace } from './binaries.ts'
import { makePassword, startCluster, stopCluster } from './cluster.ts'
import { isRunning } from './processes.ts'

/** The embedded database, as one process uses it. */
export interface EmbeddedDatabase {
  url: string
  /** Set where programs and data lie outside the project's folder. */
  movedTo: string | undefined
  /** Leaves; the last process to leave stops the server. */
  close: () => Promise<void>
}

/**
 * Opens the embedded PostgreSQL of a data folder. Several processes share one server: the start, an
 * import, the making of an account. Each signs in under its process id, and whoever leaves last
 * stops the server, so it does not matter who came first.
 */
export async function openEmbeddedDatabase(dataDirectory: string): Promise<EmbeddedDatabase> {
  await mkdir(dataDirectory, { recursive: true })
  const password = await readOrMakeSecret(
    path.join(dataDirectory, 'database-password'),
    makePassword,
  )
  const clients = path.join(dataDirectory, 'database-clients')
  const signature = path.join(clients, String(process.pid))
  const place = await preparePlace(dataDirectory)
  const url = await alone(dataDirectory, async () => {
    await mkdir(clients, { recursive: true })
    await writeFile(signature, '')
    try {
      return await startCluster({ place, password })
    } catch (error) {
      await rm(signature, { force: true })
      throw error
    }
  })
  return {
    url,
    movedTo: place.movedTo,
    close: () =>
      alone(dataDirectory, async () => {
        await rm(signature, { force: true })
        if ((await othersAmong(clients)).length === 0) await stopCluster(place)
      }),
  }
}

/** Reads a secret that only the owner can read, or makes it. */
export async function readOrMakeSecret(file: string, make: () => string): Promise<string> {
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim()
  const secret = make()
  await writeFile(file, `${secret}\n`, { mode: 0o600 })
  await chmod(file, 0o600)
  return secret
}

/** Process ids of those who still use the database. Signatures of the dead are removed. */
async function othersAmong(clients: string): Promise<number[]> {
  const alive: number[] = []
  for (const name of await readdir(clients)) {
    const pid = Number(name)
    if (pid !== process.pid && isRunning(pid)) alive.push(pid)
    else await rm(path.join(clients, name), { force: true })
  }
  return alive
}

/** Lets one process at a time start or stop the server; a lock of a dead process is taken over. */
async function alone<T>(dataDirectory: string, work: () => Promise<T>): Promise<T> {
  const lock = path.join(dataDirectory, 'database-lock')
  const deadline = Date.now() + 90_000
  while (!(await tryLock(lock))) {
    if (Date.now() > deadline)
      throw new EmbeddedDatabaseUnusable(`${lock} is held by another process.`)
    await wait(100)
  }
  try {
    return await work()
  } finally {
    await rm(lock, { force: true })
  }
}

async function tryLock(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx')
    await file.writeFile(String(process.pid))
    await file.close()
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    if (await isAbandoned(lock)) await rm(lock, { force: true })
    return false
  }
}

/** A lock whose process is gone, or that was killed before it could write its id. */
async function isAbandoned(lock: string): Promise<boolean> {
  const holder = Number(await readFile(lock, 'utf8').catch(() => ''))
  if (holder > 0) return !isRunning(holder)
  const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: Infinity }))
  return Date.now() - mtimeMs > 5000
}
