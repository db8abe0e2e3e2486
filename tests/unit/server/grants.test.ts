import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { callable, grantLines, lineOf, rightsOn, serverRoles } from '#server/roles/grants.ts'
import { statementsFor } from '#server/roles/rights.ts'
import { tablesIn } from '#server/roles/structure-tables.ts'

const structure = readFileSync('migrations/structure.sql', 'utf8')
const { tables, sequences } = tablesIn(structure)

describe('what servers may do in the database', () => {
  it('is said of every table, and of none that is not there', () => {
    expect(tables.length).toBeGreaterThan(100)
    expect(tables.filter((table) => lineOf(table) === undefined)).toEqual([])
    const used = new Set(tables.map(lineOf))
    expect(grantLines.filter((line) => !used.has(line))).toEqual([])
  })

  it('is said of functions that are there', () => {
    for (const name of Object.keys(callable)) {
      expect(structure).toContain(`FUNCTION ${name}(`)
    }
  })

  it('adds to the record, and changes nothing in it', () => {
    for (const role of serverRoles) {
      for (const table of ['events', 'revocations', 'anchors', 'anchored_events']) {
        expect(rightsOn(`public.workflow_${table}`, role)).toEqual(['SELECT', 'INSERT'])
      }
      for (const table of ['approvals', 'sign_offs', 'chains', 'stage_times']) {
        expect(rightsOn(`public.workflow_${table}`, role)).toEqual(['SELECT'])
      }
      expect(rightsOn('guard.keys', role)).toEqual([])
    }
  })

  it('is never more for the worker than for the authoring plane', () => {
    for (const table of tables) {
      expect(rightsOn(table, 'authoring'), table).toEqual(
        expect.arrayContaining([...(rightsOn(table, 'worker') ?? [])]),
      )
    }
    for (const roles of Object.values(callable)) expect(roles).toContain('authoring')
  })

  it('lets the worker sign nothing, and make no account', () => {
    expect(callable['public.workflow_approve']).toEqual(['authoring'])
    expect(callable['public.workflow_sign_off']).toEqual(['authoring'])
    for (const table of ['users', 'users_rels', 'desks']) {
      expect(rightsOn(`public.${table}`, 'worker')).toEqual(['SELECT'])
    }
    for (const table of ['users_sessions', 'sites_keys', 'second_factors', 'passkeys']) {
      expect(rightsOn(`public.${table}`, 'worker')).toEqual([])
    }
    const statements = statementsFor('worker', 'somebody', { tables, sequences })
    const ofAccounts = statements.filter((statement) => / ON public\.users TO /.test(statement))
    expect(ofAccounts).toHaveLength(1)
    expect(ofAccounts[0]).toMatch(/^GRANT SELECT \([^()]*name[^()]*\) ON/)
    expect(ofAccounts[0]).not.toMatch(/hash|salt|reset/)
  })

  it('is refused for a table that nobody has named', () => {
    expect(() =>
      statementsFor('worker', 'somebody', { tables: ['public.other'], sequences: [] }),
    ).toThrow('public.other')
  })

  it('is nothing but rows', () => {
    const statements = serverRoles.flatMap((role) =>
      statementsFor(role, 'somebody', { tables, sequences }),
    )
    const given = new Set(
      statements.flatMap((text) =>
        (/^GRANT (.*?) ON /.exec(text)?.[1] ?? '').replace(/ \([^()]*\)/g, '').split(', '),
      ),
    )
    expect([...given].sort()).toEqual(['DELETE', 'EXECUTE', 'INSERT', 'SELECT', 'UPDATE', 'USAGE'])
  })
})
