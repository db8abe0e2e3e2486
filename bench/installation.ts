import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Sql } from '#read-model/sql.ts'
import { launcher } from '#server/launcher.ts'
import { ensureDeliverySignIn } from '#server/delivery-role.ts'
import { openTemporaryDatabase } from '#server/postgres/temporary.ts'
import { openToServers } from '#server/roles/open-to-servers.ts'
import type { Query } from '#support/query.ts'
import { runStep } from '#server/supervise.ts'

/** A product of its own for one run, with the demo's content. */
export interface BenchInstallation {
  /** What its processes are told. */
  settings: Readonly<Record<string, string>>
  /** The address of the database for its owner: what is no process of the product reads tables of its own. */
  ownerUrl: string
  /** The header that the authoring plane takes from a site. */
  stockHeaders: Readonly<Record<string, string>>
  folder: string
  /** Runs statements as the owner of the database. */
  query: Query
  /** The builder on the same connection. */
  db: Sql
  close: () => Promise<void>
}

const siteKey = 'a-key-that-only-this-measurement-uses'
const secret = 'a secret for the measurement only'

/** What the accounts of the demo sign in with. */
export const demoPassword = 'a password for the measurement'

/** Opens an empty database, migrates it and loads the demo. */
export async function openInstallation(): Promise<BenchInstallation> {
  const database = await openTemporaryDatabase('bench')
  try {
    const dataDirectory = path.join(database.folder, 'files')
    await mkdir(dataDirectory)
    const common = {
      PAYLOAD_SECRET: secret,
      DATA_DIR: dataDirectory,
      MEDIA_DIR: path.join(dataDirectory, 'media'),
      DEMO: 'on',
      DEMO_PASSWORD: demoPassword,
      DEMO_SITE_KEY: siteKey,
      DELIVERY_RATE_LIMIT: '0',
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
    }
    await runStep({
      name: 'prepare',
      args: [launcher, 'src/server/prepare.ts'],
      settings: { ...common, DATABASE_OWNER_URL: database.url },
    })
    const { authoring } = await openToServers(database.url, secret)
    await ensureDeliverySignIn(database.url, secret)
    const settings = { ...common, DATABASE_URL: authoring }
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    return {
      settings,
      ownerUrl: database.url,
      stockHeaders: { authorization: `sites API-Key ${siteKey}` },
      folder: database.folder,
      query: async (text, values = []) =>
        (await client.query<Record<string, unknown>>(text, [...values])).rows,
      db: drizzle<Record<string, unknown>, pg.Client>({ client }),
      close: async () => {
        await client.end()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}
