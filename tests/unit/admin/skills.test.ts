import { describe, expect, it } from 'vitest'
import { isSamePart, offeredNames } from '#admin/skills/offered.ts'

describe('the skills offered to whoever writes a text', () => {
  const usual = ['Gruppen anleiten', 'Konflikte begleiten', 'Englisch']

  it('are the usual ones of the profession, in their order, that the text has not got yet', () => {
    expect(offeredNames(usual, [])).toEqual(usual)
    expect(offeredNames(usual, ['Konflikte begleiten', 'ein freies Wort'])).toEqual([
      'Gruppen anleiten',
      'Englisch',
    ])
    expect(offeredNames([], ['Englisch'])).toEqual([])
  })

  it('are not those that the text has in other capitals or with other spaces', () => {
    expect(offeredNames(usual, [' gruppen  ANLEITEN '])).toEqual(usual.slice(1))
    // Half a word is none yet: whoever types it is to find the whole.
    expect(offeredNames(usual, ['Engl', ''])).toEqual(usual)
  })

  it('are each there once, and never empty', () => {
    expect(offeredNames(['Englisch', ' englisch ', '', '  ', ' Sorgfalt '], [])).toEqual([
      'Englisch',
      'Sorgfalt',
    ])
  })

  it.each([
    ['skills.0.name', true],
    ['skills.12.name', true],
    ['skills.0.level', false],
    ['skills.0.id', false],
    ['voices.0.name', false],
    ['skills', false],
    ['name', false],
    ['skills.0.name.0', false],
  ])('are held against the names of all rows, and against nothing else: %s', (other, isOne) => {
    expect(isSamePart('skills.3.name', other)).toBe(isOne)
  })
})
