import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { childEnvironment } from '#server/environment.ts'
import { openEmbeddedDatabase } from '#server/postgres/embedded.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string
  }
}

/** One PostgreSQL for the run, with a migrated database that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'berufsbild-test-'))
  const database = await openEmbeddedDatabase(folder)
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/server/prepare.ts'], {
    env: childEnvironment({
      DATABASE_URL: database.url,
      PAYLOAD_SECRET: 'a secret for the tests only',
      DATA_DIR: folder,
      DEMO: 'off',
      LOG_LEVEL: 'fatal',
    }),
  })
  project.provide('databaseUrl', database.url)
  return async () => {
    await database.close()
    await rm(folder, { recursive: true, force: true })
    if (database.movedTo !== undefined) await rm(database.movedTo, { recursive: true, force: true })
  }
}
