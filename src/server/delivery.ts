import pg from 'pg'
import { createDeliveryApp } from '#delivery/app.ts'
import { previewSecretOf } from '#read-model/preview-token.ts'
import { deliveryAddress } from './delivery-role.ts'
import { readEnvironment } from './configuration/environment.ts'
import {
  AddressUnusable,
  DatabaseUnreachable,
  explainFault,
  reasonOf,
} from './configuration/faults.ts'
import { openInstallation } from './installation/installation.ts'
import { explainListening } from './installation/requirements.ts'
import { assertReader } from './roles/assert-reader.ts'
import { readyMessage } from './supervise.ts'

// The delivery plane: a process of its own. The start runs it beside the authoring plane;
// `npm run delivery` runs it alone. It never loads Payload, and any number of it may run.

const patience = 3000

try {
  await deliver()
} catch (error) {
  console.error(explainFault(error))
  process.exit(1)
}

async function deliver(): Promise<void> {
  const given = readEnvironment()
  const installation =
    given.DELIVERY_DATABASE_URL === undefined ? await openInstallation('delivery') : undefined
  const environment = installation?.environment ?? given
  const { PAYLOAD_SECRET, DATABASE_URL = '' } = environment
  const host = environment.DELIVERY_HOST ?? environment.CMS_HOST
  const port = environment.DELIVERY_PORT
  const databaseUrl =
    environment.DELIVERY_DATABASE_URL ?? deliveryAddress(DATABASE_URL, PAYLOAD_SECRET ?? '')
  const isTrial = environment.DEMO === 'on' || installation?.isEmbedded === true
  const isPublic = environment.DELIVERY_PUBLIC ?? (isTrial ? 'on' : 'off')
  await assertReader(databaseUrl)
  const app = await createDeliveryApp({
    databaseUrl,
    listenUrl: (await isReplica(databaseUrl)) ? null : databaseUrl,
    isPublic: isPublic === 'on',
    rateLimit: environment.DELIVERY_RATE_LIMIT ?? (isTrial ? 0 : 60_000),
    hasIntrospection: environment.DELIVERY_INTROSPECTION === 'on',
    url: environment.DELIVERY_URL ?? `http://localhost:${String(port)}`,
    previewSecret: PAYLOAD_SECRET === undefined ? null : previewSecretOf(PAYLOAD_SECRET),
    metricsToken: environment.DELIVERY_METRICS_TOKEN ?? null,
    logLevel: environment.LOG_LEVEL,
  })
  let isStopping = false
  const stop = async (): Promise<void> => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(0), patience).unref()
    await app.close()
    await installation?.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => void stop())
  }
  try {
    await app.listen({ port, host })
  } catch (error) {
    await app.close()
    throw error instanceof Error
      ? new AddressUnusable(explainListening(error, { port, host }, 'DELIVERY'), { cause: error })
      : error
  }
  if (process.send) process.send(readyMessage)
  else console.log(`Delivery  http://${host}:${String(port)}/v1`)
}

/** Beside a replica nothing is cached: it does not tell when something arrives. */
async function isReplica(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ is: boolean }>('SELECT pg_is_in_recovery() AS is')
    return rows[0]?.is === true
  } catch (cause) {
    throw new DatabaseUnreachable(
      `The delivery plane cannot sign in to its database: ${reasonOf(cause)}. Start the product once (npm start), or set DELIVERY_DATABASE_URL.`,
      { cause },
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}
