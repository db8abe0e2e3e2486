import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeFileOnce } from '../machine/make-once.ts'
import { oneAtATime } from '../machine/one-at-a-time.ts'
import { isRunning } from '../machine/processes.ts'
import { preparePlace } from './binaries.ts'
import { makePassword, startCluster, stopCluster } from './cluster.ts'

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
 *
 * @param options.isTemporary the data go with the server
 */
export async function openEmbeddedDatabase(
  dataDirectory: string,
  { isTemporary = false } = {},
): Promise<EmbeddedDatabase> {
  await mkdir(dataDirectory, { recursive: true })
  const password = await readOrMakeSecret(
    path.join(dataDirectory, 'database-password'),
    makePassword,
  )
  const clients = path.join(dataDirectory, 'database-clients')
  const signature = path.join(clients, String(process.pid))
  const turn = { lock: path.join(dataDirectory, 'database-lock'), patience: 90_000 }
  const { place, url } = await oneAtATime(turn, async () => {
    // Within the turn, because whoever makes the cluster empties the folder that this hands over.
    const place = await preparePlace(dataDirectory)
    await mkdir(clients, { recursive: true })
    await writeFile(signature, '')
    try {
      return { place, url: await startCluster({ place, password }) }
    } catch (error) {
      await rm(signature, { force: true })
      throw error
    }
  })
  return {
    url,
    movedTo: place.movedTo,
    close: () =>
      oneAtATime(turn, async () => {
        await rm(signature, { force: true })
        if ((await othersAmong(clients)).length > 0) return
        await stopCluster(place, isTemporary ? 'immediate' : 'fast')
      }),
  }
}

/** Reads a secret that only the owner can read, or makes it. */
export async function readOrMakeSecret(file: string, make: () => string): Promise<string> {
  return (await makeFileOnce(file, () => `${make()}\n`)).trim()
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
