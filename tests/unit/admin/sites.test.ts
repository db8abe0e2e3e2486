import { describe, expect, it } from 'vitest'
import { keyJustMade, rememberKey } from '#admin/sites/just-made.ts'
import { chosenAmong, queryForPortraits, toPortraits } from '#admin/sites/live-portraits.ts'
import { prettyJson } from '#admin/sites/pretty-json.ts'
import { askFor } from '#admin/sites/trial-question.ts'
import { currentFailure } from '#admin/sites/webhook.ts'

const koch = { slug: 'koch', name: 'Koch' }
const bonn = { slug: 'bonn', name: 'Bonn' }

describe('the portraits to try', () => {
  it('are read from what is live; a text without its profession is none', () => {
    expect(
      toPortraits([
        { id: '1', profession: koch, region: bonn },
        { id: '2', profession: koch },
        { id: '3', profession: 'an id', region: bonn },
        { profession: koch },
        null,
      ]),
    ).toEqual([
      { id: '1', profession: 'koch', professionName: 'Koch', region: 'bonn', regionName: 'Bonn' },
      { id: '2', profession: 'koch', professionName: 'Koch', region: null, regionName: null },
    ])
  })

  it('keep the one that was picked as long as it is found', () => {
    const portraits = toPortraits([
      { id: '1', profession: koch },
      { id: '2', profession: koch, region: bonn },
    ])
    expect(chosenAmong(portraits, '2')?.id).toBe('2')
    expect(chosenAmong(portraits, null)?.id).toBe('1')
    expect(chosenAmong(portraits, '9')?.id).toBe('1')
    expect(chosenAmong([], '1')).toBeNull()
  })

  it('are asked for among what is live, by any of their names', () => {
    const query = new URLSearchParams(queryForPortraits('Köln', ['profession', 'region']))
    expect(query.get('where[and][0][_status][equals]')).toBe('published')
    expect(query.get('where[and][1][or][0][profession.name][like]')).toBe('Köln')
    expect(query.get('where[and][1][or][1][region.name][like]')).toBe('Köln')
    expect(queryForPortraits('', ['profession'])).not.toContain('like')
  })
})

describe('a call on trial', () => {
  const [portrait = null] = toPortraits([{ id: '1', profession: koch, region: bonn }])

  it('says what it asks for, once all of it is there', () => {
    expect(askFor('portrait', { portrait, text: '' })).toEqual({
      route: 'portrait',
      profession: 'koch',
      region: 'bonn',
    })
    expect(askFor('portrait', { portrait: null, text: '' })).toBeNull()
    expect(askFor('search', { portrait, text: ' Koch ' })).toEqual({
      route: 'search',
      text: 'Koch',
    })
    expect(askFor('search', { portrait, text: ' ' })).toBeNull()
    expect(askFor('changes', { portrait: null, text: '' })).toEqual({ route: 'changes' })
  })

  it('shows JSON by lines, and what is none as it is', () => {
    expect(prettyJson('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}')
    expect(prettyJson('<html>')).toBe('<html>')
  })

  it('knows the key that was just made, for its site alone', () => {
    rememberKey('one', 'secret')
    expect([keyJustMade('one'), keyJustMade('two')]).toEqual(['secret', ''])
  })
})

describe('a webhook', () => {
  const lastFailure = { at: '2026-11-29T10:00:00.000Z', error: 'HTTP 500' }

  it.each([
    [null, lastFailure],
    ['2026-11-29T09:59:59.000Z', lastFailure],
    ['2026-11-29T10:00:01.000Z', null],
    // The same hour in another notation.
    ['2026-11-29T10:30:00.000+01:00', lastFailure],
  ])('after a success at %s tells its last failure: %j', (lastSuccessAt, told) => {
    expect(currentFailure({ lastSuccessAt, lastFailure })).toEqual(told)
  })

  it('without a failure tells none', () => {
    expect(currentFailure({ lastSuccessAt: null, lastFailure: null })).toBeNull()
  })
})
