import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { databaseProcessFile, makeDataFolder } from '#support/installation.ts'

// A start and a command, or two commands: on a fresh machine each finds a data folder without a database.

const openAndAsk = (folder: string, moment: number) => `
  import { setTimeout as wait } from 'node:timers/promises'
  import pg from 'pg'
  import { openEmbeddedDatabase } from '#server/postgres/embedded.ts'
  await wait(${String(moment)} - Date.now())
  const database = await openEmbeddedDatabase(${JSON.stringify(folder)})
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query('SELECT current_database() AS name')
  await client.end()
  await database.close()
  console.log(rows[0].name)
`

it('is made once by several who ask for it at the same moment', async () => {
  const data = await makeDataFolder()
  try {
    const program = openAndAsk(data.folder, Date.now() + 2000)
    const args = ['--import', 'tsx', '--input-type=module', '--eval', program]
    const answers = await Promise.all(
      [1, 2, 3, 4].map(async () => (await promisify(execFile)(process.execPath, args)).stdout),
    )
    expect(answers).toEqual(Array(4).fill('berufsbild\n'))
    expect(existsSync(await databaseProcessFile(data.folder))).toBe(false)
  } finally {
    await data.remove()
  }
})
