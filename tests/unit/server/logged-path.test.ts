import { describe, expect, it } from 'vitest'
import { loggedPath } from '#server/configuration/logged-path.ts'

const token = 'eyJhbGciOiJIUzI1NiJ9.eyJsaW5rIjoiMSJ9.c2lnbmF0dXJlLW9mLXRoZS1saW5r'

describe('a path in the log', () => {
  it.each([
    [`/api/expert-review/${token}`, '/api/expert-review/…'],
    [`/expert/${token}/opinion`, '/expert/…/opinion'],
    [`/admin/reset/${'0123456789abcdef'.repeat(3)}`, '/admin/reset/…'],
    [`/v1/portraits/koch?preview=${token}`, '/v1/portraits/koch'],
  ])('has no token in it: %s', (path, logged) => {
    expect(loggedPath(path)).toBe(logged)
  })

  it.each([
    '/api/sites/7f3b1f1e-5b0a-4d0f-9f53-0d9a2c9b1f11/keys',
    '/api/regional-sections',
    '/api/graphql',
    '',
  ])('is the path otherwise: %s', (path) => {
    expect(loggedPath(path)).toBe(path)
  })
})
