import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { modulesNamedBy, readImports } from '#support/imports.ts'
import { findKnots } from '#support/knots.ts'

// Each folder is a room: it can be read, and changed, without those that stand on it. Folders that load
// one another in a circle are one room with several doors.

describe('the rooms of the house', () => {
  const imports = readImports()
  const knots = findKnots(imports)

  it('are told by imports that lead to files', () => {
    expect(imports.length).toBeGreaterThan(1000)
    expect(imports.filter(({ to }) => !existsSync(to))).toEqual([])
  })

  it('do not load one another in a circle', () => {
    const circles = knots.map((knot) => [
      knot.folders.join(' ⇄ '),
      ...knot.imports.map(({ from, to }) => `${from} → ${to}`),
    ])
    expect(circles).toEqual([])
  })
})

describe('a circle', () => {
  const among = (...pairs: [string, string][]) =>
    findKnots(pairs.map(([from, to]) => ({ from, to })))

  it('is what leads back to where it began, over whatever folders', () => {
    const imports: [string, string][] = [
      ['a/1.ts', 'b/1.ts'],
      ['b/2.ts', 'c/1.ts'],
      ['c/2.ts', 'a/2.ts'],
      ['a/3.ts', 'd/1.ts'],
      ['d/1.ts', 'd/2.ts'],
    ]
    expect(among(...imports).map(({ folders }) => folders)).toEqual([['a', 'b', 'c']])
    expect(among(...imports)[0]?.imports).toHaveLength(3)
    expect(among(...imports.slice(1))).toEqual([])
  })

  it('is of what is loaded, not of types', () => {
    const text = `
      import a, { type A } from 'a'
      import type { B } from 'b'
      import { type C } from 'c'
      import { type D, d } from 'd'
      import 'e'
      import * as f from 'f'
      export { g } from 'g'
      export type { H } from 'h'
      export * from 'i'
      const j = () => import('j')
      type K = import('k').K
      const element = <p>import 'l'</p>`
    expect(modulesNamedBy(text, { file: 'file.tsx', withTypes: false })).toEqual([
      'a',
      'd',
      'e',
      'f',
      'g',
      'i',
      'j',
    ])
    expect(modulesNamedBy(text, { file: 'file.tsx', withTypes: true })).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'g',
      'h',
      'i',
      'j',
    ])
  })
})
