import { describe, expect, it } from 'vitest'
import { readAdminArguments } from '#server/admin-arguments.ts'

describe('the arguments of admin:create', () => {
  it('are an address, a name and, if wanted, a password', () => {
    expect(readAdminArguments(['--email', 'a@example.org', '--name', 'A'])).toEqual({
      email: 'a@example.org',
      name: 'A',
      password: undefined,
    })
    expect(
      readAdminArguments(['--email', 'a@example.org', '--name', 'A', '--password', 'x y z']),
    ).toMatchObject({ password: 'x y z' })
  })

  it.each([
    [['--emial', 'x'], "Unknown option '--emial'."],
    [['--email'], "Option '--email <value>' argument missing."],
    [['x@example.org'], "Unexpected argument 'x@example.org'."],
    [[], '--email is missing.'],
    [['--email', 'a@example.org'], '--name is missing.'],
    [['--email', 'a@example.org', '--name', ' '], '--name is missing.'],
    [['--email', 'a@example.org', '--name', 'A', '--password', ''], '--password is empty.'],
  ])('%j are refused', (given, problem) => {
    const read = readAdminArguments(given)
    expect('problem' in read && read.problem).toContain(problem.replace(/\.$/, ''))
  })
})
