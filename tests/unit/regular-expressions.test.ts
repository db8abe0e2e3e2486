import { describe, expect, it } from 'vitest'
import { findLiterals } from '../regular-expressions/find.ts'
import { findSlowText } from '../regular-expressions/growth.ts'

// What `npm run expressions` tries the product's own with.

describe('texts of its own words', () => {
  it.each([
    [String.raw`\/+$`, ''],
    ['(a+)+$', ''],
    [String.raw`(?<!\p{L})(?:kann|auf)(?!\p{L})[^,.;:]*$`, 'iu'],
    [String.raw`^(?:die\s*-?\s*)*stadt`, 'iu'],
    [String.raw`dual\p{L}* studierende`, 'iu'],
    [String.raw`\d+(?:,\d+)?\s+monats`, 'iu'],
  ])('show that an expression takes by the square, or worse: %s', (source, flags) => {
    expect(findSlowText({ source, flags, at: '' })).toBeDefined()
  })

  it.each([
    ['^x*$', ''],
    [String.raw`(?<!\/)\/+$`, ''],
    [String.raw`$(?<=(?<!\p{L})(?:kann|auf)(?!\p{L})[^,.;:]*)`, 'iu'],
    [String.raw`^(?:die[\s-]*)*stadt`, 'iu'],
    [String.raw`dual\p{L}{0,2} studierende`, 'iu'],
    [String.raw`(?<!\d)\d+(?:,\d+)?\s+monats`, 'iu'],
  ])('find nothing against one that does not: %s', { retry: 2 }, (source, flags) => {
    expect(findSlowText({ source, flags, at: '' })).toBeUndefined()
  })
})

it('are tried against every expression that stands in the source', () => {
  const found = findLiterals(['src', 'collections'])
  expect(found.length).toBeGreaterThan(300)
  expect(found.map(({ at }) => at.replace(/:\d+$/u, ''))).toContain(
    'src/publishing/webhooks/target.ts',
  )
})
