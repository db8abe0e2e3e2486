import { expect, it } from 'vitest'
import { requestIdOf } from '#delivery/http/request-id.ts'

const idFor = (brought: string | undefined) => requestIdOf({ headers: { 'x-request-id': brought } })

it.each(['a', '7f3a-11', 'x'.repeat(128)])('is the one that a request brings: %s', (brought) => {
  expect(idFor(brought)).toBe(brought)
})

it.each([undefined, '', 'a b', 'ü', 'a\tb', 'x'.repeat(129)])('is a new one for %j', (brought) => {
  const id = idFor(brought)
  expect(id).toMatch(/^[0-9a-f-]{36}$/)
  expect(idFor(brought)).not.toBe(id)
})
