import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

// What the documentation names is there. The changelog tells of what was, and stays as it is.

const pages = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && file !== 'CHANGELOG.md')

const paths = /\b(?:src|collections|migrations|tests|bench|deploy)(?:\/(?:\(\w+\)|[\w.-]+))+\/?\*?/g

/** Paths of files and folders that a page names; patterns and examples to be filled in are none. */
function namedIn(text: string): string[] {
  return (text.match(paths) ?? [])
    .map((name) => name.replace(/[./]+$/, ''))
    .filter((name) => !name.endsWith('*'))
}

/** Links to files of ours. */
function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)/g)].map(([, link = '']) => link)
}

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8')

  it('names files that are there', () => {
    expect(namedIn(text).filter((name) => !existsSync(name))).toEqual([])
  })

  it('links to pages that are there', () => {
    const folder = path.dirname(page)
    expect(linksIn(text).filter((link) => !existsSync(path.join(folder, link)))).toEqual([])
  })
})
