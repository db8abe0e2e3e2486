import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { secureBeforeMigrating } from '#server/before-migrating.ts'
import { migrations } from '../../migrations/index.ts'
import { findCopies, keepCopy, restoreCopy } from '#server/database-copies.ts'
import {
  BackupNeeded,
  DatabaseInUse,
  DatabaseNewer,
  NoSuchCopy,
} from '#server/configuration/faults.ts'

// A database that is up to date, and one that lacks the last migration, each of its own.

const name = `copied_${randomUUID().replaceAll('-', '').slice(0, 12)}`
const address = new URL(inject('databaseUrl'))
const template = address.pathname.slice(1)
address.pathname = `/${name}`
const url = address.href

const onServer = async (statement: string, database = 'postgres') => {
  const at = new URL(url)
  at.pathname = `/${database}`
  const client = new pg.Client({ connectionString: at.href })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(statement)
  await client.end()
  return rows
}
const said: string[] = []
const secure = (options: { isEmbedded: boolean; hasBackup?: boolean }) =>
  secureBeforeMigrating({
    databaseUrl: url,
    hasBackup: false,
    ...options,
    say: (line) => said.push(line),
  })

/** Makes the database one of an older version, in which the newest migrations have not run. */
const lackMigrations = (count: number) =>
  onServer(
    `DELETE FROM payload_migrations WHERE name IN
       (SELECT name FROM payload_migrations ORDER BY name DESC LIMIT ${String(count)})`,
    name,
  )
const dropAll = async () => {
  const rows = await onServer(`SELECT datname FROM pg_database WHERE datname LIKE '${name}%'`)
  for (const { datname } of rows) await onServer(`DROP DATABASE "${String(datname)}" WITH (FORCE)`)
}

beforeEach(async () => {
  await dropAll()
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  said.length = 0
})
afterAll(dropAll)

describe('a database that a start would change', () => {
  it('is left alone where there is nothing to change', async () => {
    await secure({ isEmbedded: true })
    await secure({ isEmbedded: false })
    expect(await findCopies(url)).toEqual([])
    expect(said).toEqual([])
  })

  it('is copied before, and the copy put back by its name', async () => {
    await lackMigrations(1)
    await onServer(`CREATE TABLE mark AS SELECT 'before' AS said`, name)
    await secure({ isEmbedded: true })
    const [copy = ''] = await findCopies(url)
    expect(copy).toMatch(new RegExp(`^${name}_before_\\d{14}$`))
    expect(said.join(' ')).toContain(copy)
    await onServer(`UPDATE mark SET said = 'after'`, name)
    const replaced = await restoreCopy(url, copy)
    expect(await onServer('SELECT said FROM mark', name)).toEqual([{ said: 'before' }])
    expect(await onServer('SELECT said FROM mark', replaced)).toEqual([{ said: 'after' }])
    // A mistake can be taken back: what was replaced is put in its place like any copy.
    expect(await findCopies(url)).toEqual([replaced])
    await restoreCopy(url, replaced, new Date(Date.UTC(2030, 0, 1)))
    expect(await onServer('SELECT said FROM mark', name)).toEqual([{ said: 'after' }])
  })

  it('is copied once for a change that broke off, however often it is tried', async () => {
    await lackMigrations(2)
    await secure({ isEmbedded: true })
    const [copy = ''] = await findCopies(url)
    const first = migrations
      .map((migration) => migration.name)
      .sort()
      .at(-2)
    await onServer(
      `INSERT INTO payload_migrations (name, batch) VALUES ('${String(first)}', 9)`,
      name,
    )
    for (const attempt of [1, 2, 3]) {
      said.length = 0
      await secure({ isEmbedded: true })
      expect(await findCopies(url), String(attempt)).toEqual([copy])
      expect(said.join(' ')).toContain(copy)
    }
    expect(said.join(' ')).toContain('broke off')
  })

  it('is copied anew for the next change', async () => {
    await keepCopy(url, ['an older change'], new Date(0))
    await lackMigrations(1)
    await secure({ isEmbedded: true })
    expect(await findCopies(url)).toHaveLength(2)
  })

  it('is left alone where a newer version has changed it', async () => {
    await onServer(`INSERT INTO payload_migrations (name, batch) VALUES ('2999_later', 9)`, name)
    for (const isEmbedded of [true, false]) {
      const refusal = secure({ isEmbedded, hasBackup: true })
      await expect(refusal).rejects.toThrow(DatabaseNewer)
      await expect(refusal).rejects.toThrow('2999_later')
    }
    expect(await findCopies(url)).toEqual([])
  })

  it('asks for a backup where it is not the embedded one', async () => {
    await lackMigrations(1)
    const refusal = secure({ isEmbedded: false })
    await expect(refusal).rejects.toThrow(BackupNeeded)
    await expect(refusal).rejects.toThrow('npm start -- --i-have-a-backup')
    expect(await findCopies(url)).toEqual([])
    await secure({ isEmbedded: false, hasBackup: true })
  })

  it('is neither copied nor exchanged while somebody is connected', async () => {
    const copy = await keepCopy(url, [])
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await expect(keepCopy(url, [], new Date(0))).rejects.toThrow(DatabaseInUse)
    await expect(restoreCopy(url, copy)).rejects.toThrow(DatabaseInUse)
    await client.end()
    await expect(restoreCopy(url, 'no_copy')).rejects.toThrow(NoSuchCopy)
    expect(await findCopies(url)).toEqual([copy])
  })

  it('keeps the two newest copies', async () => {
    const days = [1, 2, 3].map((day) => new Date(Date.UTC(2030, 0, day)))
    const made: string[] = []
    for (const day of days) made.push(await keepCopy(url, [], day))
    expect(await findCopies(url)).toEqual([made[2], made[1]])
  })
})
