import { describe, expect, it } from 'vitest'
import { expertWords } from '#admin/words/expert.ts'
import {
  answerOf,
  emptyDraft,
  faultsOf,
  readDraft,
  type Draft,
} from '../../../src/app/(preview)/expert/draft.ts'
import { failureInWords } from '../../../src/app/(preview)/expert/failure.ts'

const texts = ['Pflege im Veedel', 'Viele Häuser,\nviele Sprachen.']
const complete: Draft = { name: 'Fachfrau', opinion: 'object', comment: '', passages: [] }
const withPassage = (quote: string, body: string): Draft => ({
  ...complete,
  passages: [{ id: '1', quote, body }],
})

describe('what is wrong with an answer of an expert', () => {
  it('is told in the order of the form', () => {
    expect(faultsOf(emptyDraft, texts)).toEqual([
      { field: 'name', word: 'nameMissing' },
      { field: 'opinion', word: 'opinionMissing' },
    ])
    expect(faultsOf(complete, texts)).toEqual([])
  })

  it.each([
    ['viele Häuser', 'So nicht.', { field: 'quote-1', word: 'quoteNotFound' }],
    ['Veedel Viele', 'So nicht.', { field: 'quote-1', word: 'quoteNotFound' }],
    [' ', 'So nicht.', { field: 'quote-1', word: 'quoteMissing' }],
    ['Viele Häuser', ' ', { field: 'body-1', word: 'bodyMissing' }],
  ])('of a passage "%s" with "%s" is told at its field', (quote, body, fault) => {
    expect(faultsOf(withPassage(quote, body), texts)).toEqual([fault])
  })

  it('is not how words are spaced, nor a passage that was never begun', () => {
    expect(faultsOf(withPassage('Häuser, viele ', 'So nicht.'), texts)).toEqual([])
    expect(faultsOf(withPassage('', ''), texts)).toEqual([])
    expect(answerOf(withPassage('', '')).comments).toEqual([])
  })
})

describe('an answer of an expert', () => {
  it('is sent without what was left empty', () => {
    const passages = [{ id: '1', quote: ' Viele ', body: 'Wie viele? ', prefix: '', suffix: ' H' }]
    expect(answerOf({ ...complete, comment: ' ', passages })).toEqual({
      name: 'Fachfrau',
      opinion: 'object',
      comments: [{ body: 'Wie viele?', on: { quote: 'Viele', prefix: '', suffix: ' H' } }],
    })
  })

  it('comes back as it was kept, and from nothing else', () => {
    const draft = withPassage('Viele', 'Wie viele?')
    expect(readDraft(JSON.stringify(draft))).toEqual(draft)
    for (const kept of [null, '', '{', 'null', '[]', '{"name":1}']) {
      expect(readDraft(kept), String(kept)).toBeUndefined()
    }
    const odd = { ...draft, opinion: 'approve', passages: [{ id: 1 }] }
    expect(readDraft(JSON.stringify(odd))).toEqual({ ...draft, opinion: null, passages: [] })
  })
})

describe('an answer that was not taken', () => {
  const told = (code: string, status: number, reason: string | null = null, hadNoAnswer = false) =>
    failureInWords({ ok: false, status, code, reason }, { language: 'de', hadNoAnswer })

  it('is still there, and the reason is told', () => {
    expect(told('unreachable', 0)).toBe(expertWords.unreachable.de)
    expect(told('failed', 502)).toContain('(502)')
    expect(told('too_large', 413, 'Das ist zu viel.')).toContain('Das ist zu viel.')
    for (const code of ['link_revoked', 'link_expired', 'text_changed', 'link_used']) {
      expect(told(code, 410), code).toContain(expertWords.stillHere.de)
    }
  })

  it('has probably arrived, where only the server was not heard before', () => {
    expect(told('link_used', 410, null, true)).toBe(expertWords.arrivedBefore.de)
  })
})
