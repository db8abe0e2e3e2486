import { randomBytes } from 'node:crypto'
import path from 'node:path'
import {
  provideEnvironment,
  readEnvironment,
  type Environment,
} from '../configuration/environment.ts'
import { openEmbeddedDatabase, readOrMakeSecret } from '../postgres/embedded.ts'
import { makeEmbeddedRoles } from '../roles/embedded-owner.ts'
import { serverRoles, type ServerRole } from '../roles/grants.ts'
import { addressesFrom, signInOf, type ServerAddresses, type SignIn } from '../roles/sign-ins.ts'
import { assertReachable, assertWritable } from './requirements.ts'

/** Root of the project: commands are run from it, and npm sees to that. */
export const projectRoot = process.cwd()

/** Who signs in to the database: a server, or the start, which hands each server its own address. */
type Process = ServerRole | 'delivery'

/** What this process runs on: its settings and its open database. */
export interface Installation {
  /** `DATABASE_URL` is the address of this process's own role. */
  environment: Environment
  dataDirectory: string
  isEmbedded: boolean
  addresses: {
    /** Who owns the tables; undefined where this process has not been told, and the tables are seen to elsewhere. */
    owner: string | undefined
    /** Who makes roles, and copies of the database: embedded the superuser, elsewhere the owner. */
    maker: string | undefined
    /** The sign-ins of servers that nobody has named: the start makes them. */
    unmade: readonly SignIn[]
  } & ServerAddresses
  /** What child processes must be told: nothing of the owner. */
  handedDown: Readonly<Record<string, string>>
  close: () => Promise<void>
}

/**
 * Opens the database that the environment names, or the embedded one, and tells this process the address of
 * its own role, and its children address and secret. `say` hears of what takes its time.
 *
 * @throws InvalidEnvironment, DatabaseUnreachable, DataFolderUnusable
 */
export async function openInstallation(
  as: Process,
  say: (line: string) => void = () => undefined,
): Promise<Installation> {
  const environment = readEnvironment()
  const { DATABASE_URL, DATABASE_OWNER_URL } = environment
  return DATABASE_URL === undefined && DATABASE_OWNER_URL === undefined
    ? openEmbedded(as, environment, say)
    : openExternal(as, environment)
}

async function openExternal(as: Process, environment: Environment): Promise<Installation> {
  const { DATABASE_URL, DATABASE_OWNER_URL: owner, PAYLOAD_SECRET = '' } = environment
  const dataDirectory = path.resolve(projectRoot, environment.DATA_DIR)
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'WORKER_DATABASE_URL'] as const) {
    const url = environment[name]
    // A role that is made by the start is not there yet: the owner is, or whoever was named.
    if (url !== undefined) await assertReachable(url, name)
  }
  // Beside a database of its own, only the demo's sign-ins are kept in the folder.
  if (environment.DEMO === 'on') await assertWritable(dataDirectory)
  const derived = owner === undefined ? undefined : addressesFrom(owner, PAYLOAD_SECRET)
  const authoring = DATABASE_URL ?? derived?.authoring ?? ''
  const worker = environment.WORKER_DATABASE_URL ?? derived?.worker ?? authoring
  const named = { authoring: DATABASE_URL, worker: environment.WORKER_DATABASE_URL }
  const unmade = serverRoles.flatMap((role) =>
    owner === undefined || named[role] !== undefined ? [] : [signInOf(owner, role, PAYLOAD_SECRET)],
  )
  return {
    ...settle(as, { authoring, worker }, {}),
    dataDirectory,
    isEmbedded: false,
    addresses: { owner, maker: owner, unmade, authoring, worker },
    close: () => Promise.resolve(),
  }
}

async function openEmbedded(
  as: Process,
  environment: Environment,
  say: (line: string) => void,
): Promise<Installation> {
  const dataDirectory = path.resolve(projectRoot, environment.DATA_DIR)
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
  const servers = addressesFrom(embedded.url, secret)
  const owner = await makeEmbeddedRoles(embedded.url).catch(async (error: unknown) => {
    await embedded.close()
    throw error
  })
  return {
    ...settle(as, servers, { PAYLOAD_SECRET: secret }),
    dataDirectory,
    isEmbedded: true,
    addresses: { owner, maker: embedded.url, unmade: [], ...servers },
    close: embedded.close,
  }
}

/** Tells this process and its children; what is not theirs is set to nothing, so that `.env` does not say it. */
function settle(
  as: Process,
  servers: ServerAddresses,
  secret: Readonly<Record<string, string>>,
): Pick<Installation, 'environment' | 'handedDown'> {
  const handedDown = {
    DATABASE_URL: as === 'worker' ? servers.worker : servers.authoring,
    DATABASE_OWNER_URL: '',
    WORKER_DATABASE_URL: '',
    ...secret,
  }
  provideEnvironment(handedDown)
  return { environment: readEnvironment(), handedDown }
}
