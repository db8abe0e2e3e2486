import { describe, expect, it } from 'vitest'
import { findSalaryProblems } from '#model/salary.ts'
import { slugify } from '#model/slug.ts'

describe('salary figures', () => {
  it('may state any of their amounts', () => {
    expect(findSalaryProblems({ min: 68_000, max: 75_000 })).toEqual([])
    expect(findSalaryProblems({ min: 1, q25: 2, median: 3, q75: 4, max: 5 })).toEqual([])
    expect(findSalaryProblems({ upperHint: 90_000 })).toEqual([])
  })

  it.each([
    [{ min: 50, max: 40 }, 'max'],
    [{ median: 30, max: 20 }, 'max'],
    [{ min: 30, q25: 20, max: 40 }, 'q25'],
    [{ min: -1 }, 'min'],
    [{ median: 0 }, 'median'],
    [{}, 'min'],
    [{ min: null, max: null }, 'min'],
  ])('%j is refused at %s', (amounts, amount) => {
    expect(findSalaryProblems(amounts)[0]?.amount).toBe(amount)
  })
})

describe('slugs', () => {
  it.each([
    ['IT-Leiter/in', 'it-leiter'],
    ['Elektroniker/in für Betriebstechnik', 'elektroniker-fuer-betriebstechnik'],
    ['Köln', 'koeln'],
    ['Erzieher (m/w/d)', 'erzieher'],
    ['Lehrer*innen', 'lehrer'],
    ['Groß-Gerau', 'gross-gerau'],
    ['Café René', 'cafe-rene'],
    ['  ', ''],
  ])('%s becomes %s', (name, slug) => {
    expect(slugify(name)).toBe(slug)
  })
})
