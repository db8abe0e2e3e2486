import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { provideEnvironment, readEnvironment, type Environment } from './environment.ts'
import { assertReachable } from './faults.ts'
import { openEmbeddedDatabase, readOrMakeSecret } from './postgres/embedded.ts'

/** Root of the project: commands are run from it, and npm sees to that. */
export const projectRoot = process.cwd()

/** What this process runs on: its settings and its open database. */
export interface Installation {
  environment: Environment
  dataDirectory: string
  isEmbedded: boolean
  /** Where the embedded database lies when it is outside the project's folder. */
  movedTo: string | undefined
  /** What child processes must be told. */
  handedDown: Readonly<Record<string, string>>
  close: () => Promise<void>
}

/**
 * Opens the database that the environment names, or the embedded one, and tells this process and
 * its children the address and the secret. @throws InvalidEnvironment, DatabaseUnreachable
 */
export async function openInstallation(): Promise<Installation> {
  const environment = readEnvironment()
  const dataDirectory = path.resolve(projectRoot, environment.DATA_DIR)
  if (environment.DATABASE_URL !== undefined) {
    await assertReachable(environment.DATABASE_URL)
    return {
      environment,
      dataDirectory,
      isEmbedded: false,
      movedTo: undefined,
      handedDown: {},
      close: () => Promise.resolve(),
    }
  }
  const embedded = await openEmbeddedDatabase(dataDirectory)
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
    movedTo: embedded.movedTo,
    handedDown,
    close: embedded.close,
  }
}
