import { randomBytes } from 'node:crypto'
import path from 'node:path'
import {
  provideEnvironment,
  readEnvironment,
  type Environment,
} from '../configuration/environment.ts'
import { openEmbeddedDatabase, readOrMakeSecret } from '../postgres/embedded.ts'
import { assertReachable, assertWritable } from './requirements.ts'

/** Root of the project: commands are run from it, and npm sees to that. */
export const projectRoot = process.cwd()

/** What this process runs on: its settings and its open database. */
export interface Installation {
  environment: Environment
  dataDirectory: string
  isEmbedded: boolean
  /** What child processes must be told. */
  handedDown: Readonly<Record<string, string>>
  close: () => Promise<void>
}

/**
 * Opens the database that the environment names, or the embedded one, and tells this process and
 * its children the address and the secret. `say` hears of what takes its time.
 *
 * @throws InvalidEnvironment, DatabaseUnreachable, DataFolderUnusable
 */
export async function openInstallation(
  say: (line: string) => void = () => undefined,
): Promise<Installation> {
  const environment = readEnvironment()
  const dataDirectory = path.resolve(projectRoot, environment.DATA_DIR)
  if (environment.DATABASE_URL !== undefined) {
    await assertReachable(environment.DATABASE_URL)
    // Beside a database of its own, only the demo's sign-ins are kept in the folder.
    if (environment.DEMO === 'on') await assertWritable(dataDirectory)
    return {
      environment,
      dataDirectory,
      isEmbedded: false,
      handedDown: {},
      close: () => Promise.resolve(),
    }
  }
  await assertWritable(dataDirectory)
  say('Starting the database …')
  const embedded = await openEmbeddedDatabase(dataDirectory)
  if (embedded.movedTo !== undefined) {
    say(`PostgreSQL cannot reach this folder as root; its data lies in ${embedded.movedTo}.`)
  }
  const secret =
    environment.PAYLOAD_SECRET ??
    (await readOrMakeSecret(path.join(dataDirectory, 'payload-secret'), () =>
      randomBytes(32).toString('base64url'),
    ))
  const handedDown = { DATABASE_URL: embedded.url, PAYLOAD_SECRET: secret }
  provideEnvironment(handedDown)
  return {
    environment: readEnvironment(),
    dataDirectory,
    isEmbedded: true,
    handedDown,
    close: embedded.close,
  }
}
