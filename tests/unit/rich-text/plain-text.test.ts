import { describe, expect, it } from 'vitest'
import { plainTextOf } from '#rich-text/plain-text.ts'
import { block, link, stateOf, text } from '../portrait/difference/lexical.ts'

describe('the plain text of rich text', () => {
  it('has a line for each paragraph, heading and item of a list', () => {
    const state = stateOf(
      block([text('Titel')], { type: 'heading', tag: 'h3' }),
      block([text('Ein '), text('fetter', 1), text(' Satz.')]),
      block([block([text('eins')], { type: 'listitem' }), block([text('zwei')], { type: 'x' })], {
        type: 'list',
      }),
    )
    expect(plainTextOf(state)).toBe('Titel\nEin fetter Satz.\neins\nzwei')
  })

  it('keeps the words of links in their line', () => {
    const state = stateOf(
      block([
        text('Siehe '),
        link('https://a.example', text('hier')),
        { ...link('https://b.example', text(' und dort')), type: 'autolink' },
        text('.'),
      ]),
    )
    expect(plainTextOf(state)).toBe('Siehe hier und dort.')
  })

  it('breaks lines where the text does, and keeps tabs', () => {
    const state = stateOf(
      block([text('a'), { type: 'linebreak' }, text('b'), { type: 'tab', text: '\t' }, text('c')]),
    )
    expect(plainTextOf(state)).toBe('a\nb\tc')
  })

  it('parts the text of an item from the list inside it', () => {
    const inner = block([block([text('innen')], { type: 'listitem' })], { type: 'list' })
    const state = stateOf(block([text('vor'), inner, text('nach')], { type: 'listitem' }))
    expect(plainTextOf(state)).toBe('vor\ninnen\nnach')
  })

  it('of an empty paragraph is no line', () => {
    expect(plainTextOf(stateOf(block([text('a')]), block([]), block([text('b')])))).toBe('a\nb')
  })

  it.each([null, undefined, '', 'text', [], {}, { root: null }, { root: {} }, stateOf(null, 1)])(
    'of %j is empty',
    (value) => {
      expect(plainTextOf(value)).toBe('')
    },
  )
})
