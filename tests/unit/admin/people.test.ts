import { describe, expect, it } from 'vitest'
import { filterPeople } from '#admin/people/entries.ts'
import { readReport } from '#admin/import/recorded-files.ts'
import type { PersonEntry } from '#accounts/overview.ts'

const person = (name: string, role: PersonEntry['role']): PersonEntry => ({
  id: name,
  name,
  email: `${name.toLowerCase()}@example.org`,
  role,
  desks: [],
  allTexts: true,
  openTexts: 0,
  deactivatedAt: null,
  account: null,
})
const people = [person('Jürgen', 'author'), person('Anna', 'editor'), person('Anton', 'admin')]

describe('the people that are shown', () => {
  it.each([
    [{ text: '', role: '' }, ['Jürgen', 'Anna', 'Anton']],
    [{ text: ' jurgen ', role: '' }, ['Jürgen']],
    [{ text: 'AN', role: '' }, ['Anna', 'Anton']],
    [{ text: 'an', role: 'editor' }, ['Anna']],
    [{ text: 'anton@', role: '' }, ['Anton']],
    [{ text: 'zz', role: '' }, []],
  ])('match %j', (filter, names) => {
    expect(filterPeople(people, filter).map(({ name }) => name)).toEqual(names)
  })
})

describe('the report of a run that is over', () => {
  it('tells each file, and leaves out what it does not understand', () => {
    expect(
      readReport([
        {
          file: 'a.txt',
          result: 'created',
          imported: {
            collection: 'career-profiles',
            id: '1',
            profession: 'Koch',
            region: null,
            warnings: [{}, {}],
          },
        },
        { file: 'b.txt', result: 'failed', failure: { line: 1, reason: 'Leer.' } },
        { file: 'c.txt', result: 'anders' },
        'x',
      ]),
    ).toEqual([
      {
        file: 'a.txt',
        result: 'created',
        document: { collection: 'career-profiles', id: '1' },
        profession: 'Koch',
        region: null,
        reason: '',
        warnings: 2,
      },
      {
        file: 'b.txt',
        result: 'failed',
        document: null,
        profession: '',
        region: null,
        reason: 'Leer.',
        warnings: 0,
      },
    ])
    expect(readReport(null)).toEqual([])
  })
})
