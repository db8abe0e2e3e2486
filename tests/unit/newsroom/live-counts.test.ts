import { describe, expect, it } from 'vitest'
import { countBack, weeklyPoints } from '#newsroom/reports/live-counts.ts'

describe('live texts over time', () => {
  const points = weeklyPoints(new Date('2026-11-27T12:00:00Z'), 2)

  it('are counted at moments a week apart, of which the last is now', () => {
    expect(points).toEqual([
      '2026-11-13T12:00:00.000Z',
      '2026-11-20T12:00:00.000Z',
      '2026-11-27T12:00:00.000Z',
    ])
  })

  it('were what they are now, less what changed since', () => {
    const changeAfter = new Map([
      [1, 3],
      [2, -1],
    ])
    expect(countBack(points, 10, changeAfter).map(({ documents }) => documents)).toEqual([
      8, 11, 10,
    ])
  })

  it('have not changed where nothing appeared or went away', () => {
    expect(countBack(points, 4, new Map()).map(({ documents }) => documents)).toEqual([4, 4, 4])
  })
})
