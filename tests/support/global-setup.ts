import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { launcher } from '#server/launcher.ts'
import { childEnvironment } from '#server/configuration/environment.ts'
import { openToServers } from '#server/roles/open-to-servers.ts'
import { openTemporaryDatabase, type TemporaryDatabase } from '#server/postgres/temporary.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string
    /** For the files of the run; it goes with the database. */
    temporaryFolder: string
  }
}

const secret = 'a secret for the tests only'

/** One PostgreSQL for the run, with a migrated database that each test file clones, roles and rights with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await openTemporaryDatabase('test')
  try {
    await waitForNoDisk(database)
    await migrate(database)
    await openToServers(database.url, secret)
  } catch (error) {
    await database.close()
    throw error
  }
  project.provide('databaseUrl', database.url)
  project.provide('temporaryFolder', database.folder)
  return database.close
}

/** What is thrown away with the run need not survive a loss of power: no commit waits for the disk. */
async function waitForNoDisk({ url }: TemporaryDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
      await client.query(`ALTER SYSTEM SET ${setting} = off`)
    }
    await client.query('SELECT pg_reload_conf()')
  } finally {
    await client.end()
  }
}

async function migrate(database: TemporaryDatabase): Promise<void> {
  await promisify(execFile)(process.execPath, [launcher, 'src/server/prepare.ts'], {
    env: childEnvironment({
      DATABASE_OWNER_URL: database.url,
      PAYLOAD_SECRET: secret,
      DATA_DIR: database.folder,
      DEMO: 'off',
      LOG_LEVEL: 'fatal',
    }),
  })
}
