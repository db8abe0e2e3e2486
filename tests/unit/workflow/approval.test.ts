import { describe, expect, it } from 'vitest'
import { progressOf, sayProgress } from '#workflow/approval.ts'
import { hashOfAnchor, hashOfEvent, type HashedEvent } from '#record/hash.ts'
import { readToken, signToken } from '#review/experts/token.ts'
import { timesBy } from '#newsroom/reports/buckets.ts'

describe('enough signatures', () => {
  const by = (person: string, role: string) => ({ by: person, as: role })

  it.each([
    [{ approvals: 1, role: null }, [], false],
    [{ approvals: 1, role: null }, [by('a', 'editor')], true],
    [{ approvals: 2, role: null }, [by('a', 'editor')], false],
    [{ approvals: 2, role: null }, [by('a', 'editor'), by('a', 'editor')], false],
    [{ approvals: 2, role: null }, [by('a', 'editor'), by('b', 'editor')], true],
    [{ approvals: 1, role: 'admin' as const }, [by('a', 'editor')], false],
    [{ approvals: 1, role: 'admin' as const }, [by('a', 'editor'), by('b', 'admin')], true],
  ])('%j with %j: %s', (rule, signatures, expected) => {
    expect(progressOf({ ...rule, signOffs: [] }, signatures, []).isComplete).toBe(expected)
  })

  it.each([
    [
      { approvals: 2, role: 'admin' as const },
      [by('a', 'editor')],
      '1 von 2, es fehlt: Verwaltung',
    ],
    [{ approvals: 2, role: null }, [by('a', 'editor')], '1 von 2, es fehlt: eine weitere Freigabe'],
    [{ approvals: 1, role: null }, [], '0 von 1, es fehlt: eine weitere Freigabe'],
    [{ approvals: 1, role: null }, [by('a', 'editor')], '1 von 1'],
    [
      { approvals: 2, role: 'admin' as const },
      [by('a', 'editor'), by('b', 'editor')],
      '2 von 2, es fehlt: Verwaltung',
    ],
    // What was asked for before is no more than what was given.
    [{ approvals: 1, role: null }, [by('a', 'editor'), by('b', 'editor')], '2 von 2'],
  ])('are told as they stand, %j with %j: %s', (rule, signatures, said) => {
    expect(sayProgress(progressOf({ ...rule, signOffs: [] }, signatures, []), []).de).toBe(said)
  })

  it.each([
    [['legal', 'language'], [], false, '1 von 1, es fehlt: Recht, Sprache'],
    [['legal', 'language'], ['language'], false, '1 von 1, es fehlt: Recht'],
    [['legal'], ['legal', 'language'], true, '1 von 1'],
  ] as const)('need each kind of sign-off: %j with %j', (signOffs, given, isComplete, said) => {
    const progress = progressOf({ approvals: 1, role: null, signOffs }, [by('a', 'editor')], given)
    expect(progress.isComplete).toBe(isComplete)
    expect(sayProgress(progress, []).de).toBe(said)
  })

  it('say which kinds of sign-off nobody of the house gives', () => {
    const rule = { approvals: 1, role: null, signOffs: ['expertise', 'legal'] as const }
    const progress = progressOf(rule, [by('a', 'editor')], [])
    expect(sayProgress(progress, ['expertise'])).toEqual({
      de: '1 von 1, es fehlt: Fachlich (durch Fachleute), Recht',
      en: '1 of 1, missing: Expertise (by experts), Legal',
    })
  })
})

describe('the token of a link', () => {
  const claims = { link: '3b241101-e2bb-4255-8caf-4136c566a962', expires: 1_800_000_000 }
  const token = signToken(claims, 'secret')

  it('is read by the house that signed it, and by no other', () => {
    expect(readToken(token, 'secret')).toEqual(claims)
    expect(readToken(token, 'another')).toBeUndefined()
    expect(signToken({ ...claims, expires: claims.expires + 1 }, 'secret')).not.toBe(token)
  })

  it.each([
    '',
    'a.b.c',
    `${token}.x`,
    token.replace('1800000000', '1800000001'),
    token.replace('1800000000', '-1'),
    token.replace('1800000000', '1'.repeat(13)),
    token.slice(0, -1),
    `${token}x`,
    `x${token}`,
  ])('is no token: %s', (text) => {
    expect(readToken(text, 'secret')).toBeUndefined()
  })
})

describe('the hashes of the record', () => {
  const event: HashedEvent = {}
  const place = { position: 1, previousHash: '' }

  it('tell apart what stands in which column, and what is absent from what is empty', () => {
    const hashes = [
      hashOfEvent(event, place),
      hashOfEvent({ ...event, comment: '' }, place),
      hashOfEvent({ ...event, comment: 'a' }, place),
      hashOfEvent({ ...event, data: 'a' }, place),
      hashOfEvent({ ...event, actor: 'ab', actor_name: 'c' }, place),
      hashOfEvent({ ...event, actor: 'a', actor_name: 'bc' }, place),
      hashOfEvent(event, { ...place, position: 2 }),
      hashOfEvent(event, { ...place, previousHash: 'x' }),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/)
  })

  it('bind an anchor to its number, the anchor before and every event in order', () => {
    const events = [
      { sequence: '1', hash: 'a' },
      { sequence: '2', hash: 'b' },
    ]
    const base = { number: 1, previousHash: '', events }
    const hashes = [
      hashOfAnchor(base),
      hashOfAnchor({ ...base, number: 2 }),
      hashOfAnchor({ ...base, previousHash: 'x' }),
      hashOfAnchor({ ...base, events: [...events].reverse() }),
      hashOfAnchor({ ...base, events: events.slice(1) }),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

describe('times out of buckets', () => {
  const bucket = (seconds: number, stays: number, stage = 'in_review') => ({
    stage,
    bucket: Math.round(1000 * Math.log(seconds)),
    stays,
    seconds: seconds * stays,
  })

  it('give number, mean, median and 90th percentile', () => {
    const rows = [bucket(36_000, 1), bucket(3600, 8), bucket(7200, 1)]
    expect(timesBy(rows, ['stage'])[0]?.times).toEqual({
      stage: 'in_review',
      stays: 10,
      medianHours: 1,
      meanHours: 2,
      p90Hours: 2,
    })
  })

  it('are kept apart by what they are asked by', () => {
    const rows = [bucket(3600, 1), bucket(7200, 1, 'draft'), bucket(3600, 2)]
    const times = timesBy(rows, ['stage']).map(({ times: of }) => [of.stage, of.stays])
    expect(times).toEqual([
      ['in_review', 3],
      ['draft', 1],
    ])
    expect(timesBy([], ['stage'])).toEqual([])
  })
})
