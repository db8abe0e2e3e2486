import { readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { constants, gunzip, gzip } from 'node:zlib'

/** What sites were answered when a fixture was saved. */
export interface SavedAnswer {
  path: string
  /** Whether a site's key was sent, or none. */
  caller: 'everyone' | 'site'
  status: number
  etag: string | null
  body: string
}

/** A database of an older version, whole but for what can be rebuilt from the rest. */
export interface Fixture {
  /** The migrations that it has, in their order. */
  migrations: readonly string[]
  /**
   * The rows of each table (`schema.table`) as PostgreSQL writes them. Each table is one text that is
   * never parsed here: columns of type `json` keep their spaces and the order of their names.
   */
  tables: Readonly<Record<string, string>>
  /** The last value of each sequence (`schema.sequence`) that has given one. */
  sequences: Readonly<Record<string, string>>
  answers: readonly SavedAnswer[]
}

/** The secret of the installation that fixtures are made with: it seals the secrets of webhooks. */
export const fixtureSecret = 'a secret for the tests only'

/** The key of the site "Demo-Portal" in every fixture. */
export const fixtureSiteKey = 'a-site-key-for-the-demo-only'

const folder = new URL('../../fixtures/', import.meta.url)

/** Reads `tests/fixtures/{name}.json.gz`. */
export async function readFixture(name: string): Promise<Fixture> {
  const text = await promisify(gunzip)(await readFile(fileOf(name)))
  const read: unknown = JSON.parse(text.toString())
  if (!isFixture(read)) throw new Error(`${name} is no fixture.`)
  return read
}

/** Writes `tests/fixtures/{name}.json.gz`. One that is there stays. @throws Error with code EEXIST */
export async function writeFixture(name: string, fixture: Fixture): Promise<void> {
  const packed = await promisify(gzip)(JSON.stringify(fixture), {
    level: constants.Z_BEST_COMPRESSION,
  })
  await writeFile(fileOf(name), packed, { flag: 'wx' })
}

function fileOf(name: string): URL {
  return new URL(`${name}.json.gz`, folder)
}

function isFixture(value: unknown): value is Fixture {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['migrations', 'tables', 'sequences', 'answers'].every((part) => part in value)
  )
}
