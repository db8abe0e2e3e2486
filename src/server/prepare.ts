import { endHeldByLeavers } from '#accounts/end-of-leavers.ts'
import { fillTexts } from '#editorial/fill-texts.ts'
import { fillReviews } from '#newsroom/lists/fill-reviews.ts'
import { isDeliveryIncomplete, rebuildDelivery } from '#publishing/rebuild.ts'
import { provideEnvironment, readEnvironment } from './configuration/environment.ts'
import { explainFault } from './configuration/faults.ts'
import { loadDemo } from './demo/load.ts'
import { migrate } from './migrate.ts'
import { bootPayload, closePayload } from './payload.ts'

// Run by the start, in a process of its own that ends: as the owner brings the database up to date, asserts that
// it guards what is live, and loads the demo content where that is wanted. As anybody else it asserts that the
// owner has done so.

try {
  await prepare()
  process.exit(0)
} catch (error) {
  console.error(explainFault(error))
  process.exit(1)
}

async function prepare(): Promise<void> {
  const { DATABASE_OWNER_URL: owner } = readEnvironment()
  if (owner !== undefined) provideEnvironment({ DATABASE_URL: owner })
  const { DATABASE_URL, DEMO, DEMO_PASSWORD, DEMO_SITE_KEY, DATA_DIR } = readEnvironment()
  if (DATABASE_URL === undefined) throw new Error('DATABASE_URL is not set.')
  const payload = await bootPayload()
  await migrate(payload, DATABASE_URL, { mayChange: owner !== undefined })
  await fillTexts(payload)
  await fillReviews(payload)
  await endHeldByLeavers(payload)
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
