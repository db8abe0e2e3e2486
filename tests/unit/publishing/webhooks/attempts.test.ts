import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeFailure, judge, type Outcome } from '#publishing/webhooks/attempts.ts'

const hour = 3_600_000
const start = new Date('2026-11-24T12:00:00Z')
const at = (milliseconds: number) => new Date(start.getTime() + milliseconds)
const first = { number: 1, firstAt: start, endedAt: start }

describe('an attempt to deliver', () => {
  it.each([200, 201, 204, 299])('has succeeded with %i', (status) => {
    expect(judge({ status }, first, Math.random)).toEqual({ status: 'delivered' })
    expect(describeFailure({ status })).toBeNull()
  })

  it.each([0, 199, 300, 302, 307, 400, 401, 404, 429, 500, 503])('has failed with %i', (status) => {
    expect(judge({ status }, first, Math.random).status).toBe('pending')
    expect(describeFailure({ status })).toContain(`HTTP ${String(status)}`)
  })

  it('has failed without an answer', () => {
    const outcome: Outcome = { error: 'No answer within 10 s.' }
    expect(judge(outcome, first, Math.random).status).toBe('pending')
    expect(describeFailure(outcome)).toBe('No answer within 10 s.')
  })

  it('says that redirects are not followed', () => {
    expect(describeFailure({ status: 301 })).toContain('redirects are not followed')
  })

  it('is the last one where the receiver is gone', () => {
    expect(judge({ status: 410 }, first, Math.random)).toEqual({
      status: 'dead',
      isEndpointGone: true,
    })
  })

  it('is followed by pauses that triple from 10 s up to 4 h', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => pauseAfter(number, 0))
    expect(pauses).toEqual([10, 30, 90, 270, 810, 2430, 7290, 14_400, 14_400].map((s) => s * 1000))
  })

  it('is followed by a pause that chance shortens by up to one half', () => {
    expect(pauseAfter(3, 0.5)).toBe(67_500)
    expect(pauseAfter(3, 1)).toBe(45_000)
    const { size } = new Set(Array.from({ length: 20 }, () => pauseAfter(5, Math.random())))
    expect(size).toBeGreaterThan(10)
  })

  it('is the last one 24 h after the first', () => {
    const failed = { status: 500 }
    const endedAt = at(24 * hour)
    expect(judge(failed, { number: 12, firstAt: start, endedAt }, () => 0)).toEqual({
      status: 'dead',
      isEndpointGone: false,
    })
    const before = { number: 12, firstAt: start, endedAt: at(23 * hour) }
    expect(judge(failed, before, () => 0)).toEqual({
      status: 'pending',
      nextAttemptAt: at(24 * hour),
    })
  })

  it('is one of 13 to 25 within 24 h, each later than the one before', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (chance) => {
        const random = () => Number(chance.next().value)
        let endedAt = start
        for (let number = 1; ; number += 1) {
          const verdict = judge({ error: '' }, { number, firstAt: start, endedAt }, random)
          if (verdict.status !== 'pending') {
            expect(endedAt).toEqual(at(24 * hour))
            expect(number).toBeGreaterThanOrEqual(13)
            expect(number).toBeLessThanOrEqual(25)
            return
          }
          expect(verdict.nextAttemptAt.getTime()).toBeGreaterThan(endedAt.getTime())
          endedAt = verdict.nextAttemptAt
        }
      }),
    )
  })

  function pauseAfter(number: number, chance: number): number {
    const verdict = judge({ status: 500 }, { ...first, number }, () => chance)
    return verdict.status === 'pending' ? verdict.nextAttemptAt.getTime() - start.getTime() : 0
  }
})
