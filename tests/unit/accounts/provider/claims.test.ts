import { describe, expect, it } from 'vitest'
import { readClaims } from '#accounts/provider/claims.ts'

const values = (claims: Record<string, unknown>, at = 'groups') => readClaims(claims, at).values

describe('what a provider says of somebody', () => {
  it.each<[claims: Record<string, unknown>, at: string, values: string[]]>([
    [{ groups: ['a', 'b'] }, 'groups', ['a', 'b']],
    [{ groups: 'a' }, 'groups', ['a']],
    [{ realm_access: { roles: ['a'] } }, 'realm_access.roles', ['a']],
    // As Auth0 has it: a name that is an address.
    [{ 'https://x.example/roles': ['a'] }, 'https://x.example/roles', ['a']],
    [{ groups: ['a', 1, null, { a: 'a' }] }, 'groups', ['a']],
    [{ groups: { a: true } }, 'groups', []],
    [{}, 'groups', []],
    [{}, 'constructor.name', []],
    [{ groups: [] }, 'groups.constructor.name', []],
    [{ groups: Array.from({ length: 501 }, () => 'a') }, 'groups', []],
  ])('%j at %s has the values %j', (claims, at, expected) => {
    expect(values(claims, at)).toEqual(expected)
  })

  it.each<[email: unknown, read: string | null]>([
    ['Ada@Example.ORG ', 'ada@example.org'],
    ['ada', null],
    ['ada@example.org\0', null],
    [['ada@example.org'], null],
    ['\u212Aarl@example.org', null],
    ['ada@example-.org', null],
    ['a-.b@example.org', 'a-.b@example.org'],
    [`${'a'.repeat(300)}@example.org`, null],
    [undefined, null],
  ])('the address %j is %j', (email, read) => {
    expect(readClaims({ email }, 'groups').email).toBe(read)
  })

  it.each<[verified: unknown, read: boolean | undefined]>([
    [true, true],
    ['true', true],
    [false, false],
    ['True', false],
    [1, false],
    [{}, false],
    [null, undefined],
    [undefined, undefined],
  ])('email_verified %j means %j', (verified, read) => {
    expect(readClaims({ email_verified: verified }, 'groups').isEmailVerified).toBe(read)
  })

  it.each<[claims: Record<string, unknown>, name: string | null]>([
    [{ name: ' Ada Beispiel ' }, 'Ada Beispiel'],
    [{ name: '', given_name: 'Ada', family_name: 'Beispiel' }, 'Ada Beispiel'],
    [{ family_name: 'Beispiel' }, 'Beispiel'],
    [{ name: 'x'.repeat(201), preferred_username: 'ada' }, 'ada'],
    [{ name: { first: 'Ada' } }, null],
  ])('%j is called %j', (claims, name) => {
    expect(readClaims(claims, 'groups').name).toBe(name)
  })
})
