import { describe, expect, it } from 'vitest'
import { readPage } from '#accounts/scim/page.ts'

describe('a page of a list', () => {
  it.each<[query: string, page: ReturnType<typeof readPage>]>([
    ['', { filter: null, offset: 0, limit: 100 }],
    ['startIndex=11&count=10', { filter: null, offset: 10, limit: 10 }],
    ['startIndex=0&count=-3', { filter: null, offset: 0, limit: 0 }],
    ['count=100000', { filter: null, offset: 0, limit: 200 }],
    ['startIndex=1e300&count=x', { filter: null, offset: 999_999_999, limit: 100 }],
    ['filter=&count=1.9', { filter: null, offset: 0, limit: 1 }],
    ['filter=a%20pr', { filter: 'a pr', offset: 0, limit: 100 }],
  ])('%s', (query, page) => {
    expect(readPage(new URLSearchParams(query))).toEqual(page)
  })
})
