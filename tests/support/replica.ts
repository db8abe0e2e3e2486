import { chown, cp, mkdtemp, chmod, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { locateDatabase, preparePlace, type PostgresAccount } from '#server/postgres/binaries.ts'
import { startCluster, stopCluster } from '#server/postgres/cluster.ts'

/** A second PostgreSQL that follows a first one and can only be read. */
export interface Replica {
  /** The port that it listens on, on loopback. */
  port: number
  close: () => Promise<void>
}

/** What belongs to the running server, not to its data. */
const ofTheServer = new Set(['postmaster.pid', 'postmaster.opts', 'server.log'])

/** Copies the data of a running primary in `dataFolder`, and starts a server that follows it. */
export async function startReplica(primaryUrl: string, dataFolder: string): Promise<Replica> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'berufsbild-replica-'))
  await chmod(folder, 0o711)
  const primary = await locateDatabase(dataFolder)
  const place = await preparePlace(folder)
  const client = new pg.Client({ connectionString: primaryUrl })
  await client.connect()
  await client.query(`SELECT pg_backup_start('replica', true)`)
  await cp(primary.dataDirectory, place.dataDirectory, {
    recursive: true,
    filter: (source) => !ofTheServer.has(path.basename(source)),
  })
  const { rows } = await client.query<{ labelfile: string }>(
    'SELECT labelfile FROM pg_backup_stop(false)',
  )
  await client.end()
  const { hostname, port, username, password } = new URL(primaryUrl)
  const files = {
    backup_label: rows[0]?.labelfile ?? '',
    'standby.signal': '',
    'postgresql.auto.conf': `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${password}'\n`,
  }
  for (const [name, content] of Object.entries(files)) {
    await writeFile(path.join(place.dataDirectory, name), content)
  }
  await chmod(place.dataDirectory, 0o700)
  if (place.account) await giveTo(place.account, place.dataDirectory)
  const url = await startCluster({ place, password })
  return {
    port: Number(new URL(url).port),
    close: async () => {
      await stopCluster(place, 'immediate')
      for (const used of [folder, place.movedTo]) {
        if (used !== undefined) await rm(used, { recursive: true, force: true })
      }
    },
  }
}

async function giveTo(account: NonNullable<PostgresAccount>, directory: string): Promise<void> {
  await chown(directory, account.uid, account.gid)
  for (const name of await readdir(directory, { recursive: true })) {
    await chown(path.join(directory, name), account.uid, account.gid)
  }
}
