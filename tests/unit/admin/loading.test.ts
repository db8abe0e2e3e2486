import { describe, expect, it } from 'vitest'
import { explainFailure } from '#admin/kit/api.ts'
import { isSamePlace, keyOf, touches, withCursor } from '#admin/kit/keys.ts'
import { storeFor, type Held } from '#admin/kit/store-of-person.ts'

describe('a call', () => {
  const text = '/regional-sections/1'

  it.each([
    [text, true],
    [`${text}?draft=true&depth=0`, true],
    [`${text}/workflow`, true],
    [`${text}/workflow/diff?from=live`, true],
    ['/regional-sections/10', false],
    ['/regional-sections?limit=1', false],
    ['/newsroom/coverage', false],
  ])('that changes a text has loaded anew what came from %s: %s', (path, isTouched) => {
    expect(touches(text, keyOf(path, 'de'))).toBe(isTouched)
  })

  it.each([
    [`${text}/workflow`, true],
    [`${text}/workflow?x=1`, true],
    [`${text}/workflow/comments`, false],
    [text, false],
  ])(
    'that changes nothing but a standing has loaded anew what came from %s: %s',
    (path, isTouched) => {
      expect(touches({ only: `${text}/workflow` }, keyOf(path, 'de'))).toBe(isTouched)
    },
  )

  it('touches nothing that has no address', () => {
    expect(touches('/people', [1, 'de'])).toBe(false)
    expect(isSamePlace([undefined], [undefined])).toBe(false)
  })
})

describe('what is loaded', () => {
  it('is one for each address, language and question', () => {
    const keys = [
      keyOf('/people', 'de'),
      keyOf('/people', 'en'),
      keyOf('/people?role=author', 'de'),
      keyOf('/people', 'de', { pairs: [] }),
      keyOf('/people', 'de', { pairs: [['1', '2']] }),
    ]
    expect(new Set(keys.map((key) => JSON.stringify(key))).size).toBe(keys.length)
    expect(keyOf('/people', 'de')).toEqual(keyOf('/people', 'de'))
  })

  it('is kept in sight for another question to the same place, not for another place', () => {
    expect(isSamePlace(keyOf('/a/1?from=live', 'de'), keyOf('/a/1?from=mine', 'de'))).toBe(true)
    expect(isSamePlace(keyOf('/a/1?from=live', 'de'), keyOf('/a/2?from=live', 'de'))).toBe(false)
  })

  it.each([
    ['/inbox', null, '/inbox'],
    ['/inbox', 'a+b/c=', '/inbox?cursor=a%2Bb%2Fc%3D'],
    ['/inbox?unread=true', 'x', '/inbox?unread=true&cursor=x'],
  ])('goes on from %s at %s with %s', (path, cursor, address) => {
    expect(withCursor(path, cursor)).toBe(address)
  })
})

describe('the store of what is loaded', () => {
  let made = 0
  const make = () => `store ${String((made += 1))}`
  const held = (person: string | null): Held<string> => ({ person, store: 'first', round: 0 })

  it('stays with a person', () => {
    const own = held('anna')
    expect(storeFor(own, 'anna', make)).toBe(own)
  })

  it('is taken over by who signs in, and is another one after who signs out', () => {
    const signedIn = storeFor(held(null), 'anna', make)
    expect(signedIn).toEqual({ person: 'anna', store: 'first', round: 0 })
    const signedOut = storeFor(signedIn, null, make)
    expect(signedOut.person).toBeNull()
    expect(signedOut.store).not.toBe('first')
    const next = storeFor(signedOut, 'bert', make)
    expect(next).toEqual({ ...signedOut, person: 'bert' })
  })

  it('is another one, and the screen empty, when one person stands in place of another', () => {
    const next = storeFor(held('anna'), 'bert', make)
    expect(next.store).not.toBe('first')
    expect(next.round).toBe(1)
  })
})

describe('a failure in words', () => {
  it.each([
    [
      { error: { code: 'conflict', message: 'Anna hat gespeichert.' } },
      { code: 'conflict', message: 'Anna hat gespeichert.' },
    ],
    [
      {
        error: {
          code: 'checks',
          message: 'Es fehlt etwas.',
          details: [{ path: 'intro', reason: 'Zu kurz.' }, { path: 'x' }, null],
        },
      },
      { code: 'checks', message: 'Es fehlt etwas. Zu kurz.' },
    ],
    [
      {
        errors: [{ message: 'Falsch.', data: { code: 'invalid', details: [{ reason: 'Lang.' }] } }],
      },
      { code: 'invalid', message: 'Falsch. Lang.' },
    ],
    [
      { errors: [{ message: 'Falsch.' }, { message: 'Noch eins.' }] },
      { code: 'failed', message: 'Falsch.' },
    ],
    [{ errors: [] }, { code: 'failed', message: 'Fehler 500' }],
    [{ error: 'kaputt' }, { code: 'failed', message: 'Fehler 500' }],
    ['<html>', { code: 'failed', message: 'Fehler 500' }],
    [null, { code: 'failed', message: 'Fehler 500' }],
  ])('is read out of %j', (body, explained) => {
    expect(explainFailure(body, 'Fehler 500')).toEqual(explained)
  })
})
