import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// docs/decisions/2026-11-29-sql-by-definitions.md: rows come back with the types of the tables' columns.

const connections = ['src/delivery/cache/listener.ts', 'src/delivery/context/database.ts']

/** A statement by hand, asked of a connection; a prepared one is asked of what has built it. */
const byHand = /^.*\w\.execute(?:<[^(]*>)?\(.*$/gm
const nothingIsRead = /^\s*await \w+\.execute\(/

describe('SQL', () => {
  const sources = ['src', 'collections'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name}`)
      .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('src/server/'))
      .map((name) => ({ name, text: readFileSync(name, 'utf8') })),
  )

  it('that is no statement of the builder gives no rows to anybody', () => {
    const found = sources.flatMap(({ text }) => text.match(byHand) ?? [])
    expect(found.length).toBeGreaterThan(5)
    expect(found.filter((line) => !nothingIsRead.test(line))).toEqual([])
  })

  it('goes past the builder to PostgreSQL in the server’s maintenance alone', () => {
    const found = sources.filter(({ text }) => /^import (?!type).* from 'pg'$/m.test(text))
    expect(found.map(({ name }) => name).sort()).toEqual(connections)
  })
})
