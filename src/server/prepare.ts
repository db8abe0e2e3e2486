import { fillTexts } from '#editorial/fill-texts.ts'
import { fillReviews } from '#newsroom/lists/fill-reviews.ts'
import { isDeliveryIncomplete, rebuildDelivery } from '#publishing/rebuild.ts'
import { ensureDeliverySignIn } from './delivery-role.ts'
import { readEnvironment } from './configuration/environment.ts'
import { explainFault } from './configuration/faults.ts'
import { loadDemo } from './demo/load.ts'
import { migrate } from './migrate.ts'
import { bootPayload, closePayload } from './payload.ts'

// Run by the start, in a process of its own: brings the database up to date, asserts that it guards
// what is live, and loads the demo content where that is wanted.

try {
  await prepare()
  process.exit(0)
} catch (error) {
  console.error(explainFault(error))
  process.exit(1)
}

async function prepare(): Promise<void> {
  const environment = readEnvironment()
  const { DATABASE_URL, DEMO, DEMO_PASSWORD, DEMO_SITE_KEY, DATA_DIR } = environment
  if (DATABASE_URL === undefined) throw new Error('DATABASE_URL is not set.')
  const payload = await bootPayload()
  await migrate(payload, DATABASE_URL, { mayChange: true })
  await fillTexts(payload)
  await fillReviews(payload)
  if (environment.DELIVERY_DATABASE_URL === undefined) {
    await ensureDeliverySignIn(DATABASE_URL, environment.PAYLOAD_SECRET ?? '')
  }
  if (await isDeliveryIncomplete(payload)) await rebuildDelivery(payload)
  if (DEMO === 'on') {
    await loadDemo({
      payload,
      dataDirectory: DATA_DIR,
      password: DEMO_PASSWORD,
      siteKey: DEMO_SITE_KEY,
    })
  }
  await closePayload(payload)
}
