import { readdirSync } from 'node:fs'
import path from 'node:path'
import { NextRequest } from 'next/server'
import { describe, expect, it } from 'vitest'
import { destinationOf } from '#door/pages.ts'
import { proxy } from '../../../src/proxy.ts'

describe('a path in a browser', () => {
  it.each([
    ['/admin', 'page'],
    ['/admin/', 'page'],
    ['/admin/collections/users/1', 'page'],
    ['/admin/a%20b', 'page'],
    ['/preview/regional-sections/1', 'page'],
    ['/preview/regional-sections/1/2-abc', 'page'],
    ['/expert/token', 'page'],
    ['/nope', 'nowhere'],
    ['/administer', 'nowhere'],
    ['/preview', 'page'],
    ['/preview/a', 'nowhere'],
    ['/preview/a/b/c/d', 'nowhere'],
    ['/expert', 'nowhere'],
    ['/expert/a/b', 'nowhere'],
    ['/admin/%ff', 'malformed'],
    ['/admin/%', 'malformed'],
    ['/admin/%25ff', 'malformed'],
    ['/admin/%00', 'malformed'],
    ['/expert/%ff', 'malformed'],
    ['/preview/%c3/b', 'malformed'],
    ['/%e0%a4%a', 'malformed'],
  ] as const)('%s leads to: %s', (address, destination) => {
    expect(destinationOf(address)).toBe(destination)
  })

  const files = readdirSync('src/app', { recursive: true, encoding: 'utf8' })
  it.each(files.filter((file) => path.basename(file) === 'page.tsx'))(
    'leads to the page that there is: %s',
    (file) => {
      const parts = file.split(path.sep).slice(0, -1)
      const named = parts.filter((part) => !/^\(|^\[\[/u.test(part))
      const address = `/${named.map((part) => part.replace(/^\[.*\]$/u, 'x')).join('/')}`
      expect(destinationOf(address)).toBe('page')
    },
  )

  it.each([
    ['/nope', 404, 'There is nothing'],
    ['/admin/%ff', 400, 'not written'],
    ['/expert/%ff', 400, 'not written'],
    ['/preview/a', 404, 'There is nothing'],
  ])('that leads to no page is told so without a script: %s', async (address, status, words) => {
    const answer = proxy(new NextRequest(`http://localhost:3000${address}`))
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    const page = await answer.text()
    expect(page).toContain(words)
    expect(page).not.toContain('<script')
  })

  it('has a number for the scripts of its page', () => {
    const answer = proxy(new NextRequest('http://localhost:3000/admin/login'))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-security-policy')).toMatch(/'nonce-[\w+/=]{24}'/)
  })
})
