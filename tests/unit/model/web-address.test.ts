import { describe, expect, it } from 'vitest'
import { findWebAddressProblem } from '#model/web-address.ts'

describe('an address on the web', () => {
  it.each(['https://example.org/', 'HTTP://example.org', 'https://example.org/ü?q=1#a'])(
    'is %s',
    (value) => {
      expect(findWebAddressProblem(value)).toBeNull()
    },
  )

  it.each([
    '',
    'example.org',
    '//example.org',
    'ftp://example.org',
    'javascript:alert(1)',
    1,
    null,
  ])('is not %j', (value) => {
    expect(findWebAddressProblem(value)?.en).toContain('http')
  })

  it.each([
    ['https://videos.example/watch', true],
    ['https://www.videos.example/watch', true],
    ['https://notvideos.example/', false],
    ['https://videos.example.evil/', false],
    ['https://evil/videos.example', false],
    ['https://videos.example@evil/', false],
  ])('of a host that is allowed: %s %s', (value, isAllowed) => {
    expect(findWebAddressProblem(value, ['videos.example']) === null).toBe(isAllowed)
  })
})
