import { describe, expect, it } from 'vitest'
import { causeOf, pauseAfter } from '#notifications/failure.ts'

const failure = (facts: object) => Object.assign(new Error('x'), facts)

describe('a mail that did not go out', () => {
  it.each([
    [{ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, 'recipient'],
    [{ code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, 'recipient'],
    [{ code: 'EENVELOPE', command: 'API' }, 'recipient'],
    [{ code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' }, 'later'],
    [{ code: 'EENVELOPE', responseCode: 550, command: 'MAIL FROM' }, 'server'],
    [{ code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, 'server'],
    [{ code: 'ESOCKET', command: 'CONN' }, 'server'],
    [{ code: 'ETIMEDOUT', command: 'DATA' }, 'server'],
  ])('for %j is the fault of: %s', (facts, cause) => {
    expect(causeOf(failure(facts))).toBe(cause)
  })

  it('is tried again after a minute, then twice as long each time, at most an hour', () => {
    expect([1, 2, 3, 7, 100].map((attempts) => pauseAfter(attempts) / 60_000)).toEqual([
      1, 2, 4, 60, 60,
    ])
  })
})
