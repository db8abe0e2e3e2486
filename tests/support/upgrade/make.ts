import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { launcher } from '#server/launcher.ts'
import { childEnvironment, provideEnvironment } from '#server/configuration/environment.ts'
import { bootPayload, closePayload } from '#server/payload.ts'
import { openTemporaryDatabase } from '#server/postgres/temporary.ts'
import { openDelivery } from '#support/delivery.ts'
import { askAsSites } from './answers.ts'
import { fillDatabase } from './fill.ts'
import { fixtureSecret, writeFixture } from './fixture.ts'
import { saveDatabase } from './save.ts'

// `node --conditions=production --import tsx tests/support/upgrade/make.ts NAME` makes
// tests/fixtures/NAME.json.gz from the code as it is: the demo, brought to where texts stand in every
// stage, with all that hangs on a text. Run it before a release that changes what is stored, and keep
// the older ones.

const [name = ''] = process.argv.slice(2)
if (!/^[\w-]+$/.test(name))
  throw new Error('Say how the fixture is called: letters, digits, dashes.')

const database = await openTemporaryDatabase('fixture')
const settings = {
  DATABASE_URL: database.url,
  DATABASE_OWNER_URL: database.url,
  PAYLOAD_SECRET: fixtureSecret,
  MEDIA_DIR: path.join(database.folder, 'media'),
  LOG_LEVEL: 'error',
}
try {
  await promisify(execFile)(process.execPath, [launcher, 'src/server/prepare.ts'], {
    env: childEnvironment({ ...settings, DATA_DIR: database.folder, DEMO: 'off' }),
  })
  provideEnvironment(settings)
  const payload = await bootPayload()
  await fillDatabase(payload, database.folder)
  const delivery = await openDelivery({ databaseUrl: database.url })
  const answers = await askAsSites(delivery)
  await delivery.close()
  await closePayload(payload)
  const sql = new pg.Client({ connectionString: database.url })
  await sql.connect()
  const saved = await saveDatabase(sql)
  await sql.end()
  await writeFixture(name, { ...saved, answers })
  console.log(
    `${name}: ${String(Object.keys(saved.tables).length)} tables, ${String(answers.length)} answers.`,
  )
} finally {
  await database.close()
}
process.exit()
