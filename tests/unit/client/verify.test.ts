import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { isConsistent, verifyCheckpoint, verifyPortrait, type Evidence } from '#client/verify.ts'
import { canonicalJson } from '#model/canonical-json.ts'
import {
  checkpointText,
  makeSigningKey,
  signNote,
  signWords,
  verifierLineOf,
} from '#read-model/log/note.ts'
import { entryOf, signedWords } from '#read-model/log/statement.ts'
import { path, treeHead } from '#support/merkle.ts'

// A verifier reads what anybody may have written: whatever it is, it gives a verdict, and a text that is not
// the one that was signed is never verified.

type Json = Record<string, unknown>
type Way = readonly string[]

const key = makeSigningKey('log.example/test', Buffer.alloc(32, 1))
const salt = Buffer.alloc(32, 7)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const text = {
  headline: 'Pflege in Köln',
  intro: null,
  salaries: [{ q25: null, median: 3400.5, year: 2024, isGross: true }],
  sections: [{ kind: 'tasks', html: '<p>Wer pflegt</p>', list: ['a', 'b'], facts: {} }],
  workingConditions: { hours: null },
}
const receipt = {
  digest: `2-${'a'.repeat(64)}`,
  publishedAt: '2026-11-29T10:00:00.000Z',
  reference: null,
  approvals: [{ person: 'p1', at: '2026-11-29T09:00:00.000Z' }],
  signOffs: [],
}
const place = { document: 'd1', profession: 'b1', region: 'r1' }

let portrait: Json
let evidence: Evidence

beforeAll(() => {
  const { reference: _, ...bound } = receipt
  const entry = entryOf(salt, {
    v: 1,
    kind: 'publication',
    ...place,
    digest: receipt.digest,
    text: sha256(canonicalJson(text)),
    receipt: sha256(canonicalJson(bound)),
  })
  const entries = ['before', 'between', '', 'after'].map((each) =>
    each === '' ? entry : Buffer.from(each),
  )
  portrait = {
    id: place.document,
    profession: { id: place.profession, name: 'Pflegefachkraft' },
    region: { id: place.region, name: 'Köln' },
    ...text,
    receipt: {
      ...receipt,
      log: {
        entry: entry.toString('base64'),
        salt: salt.toString('base64'),
        key: `${key.name}+${key.id}`,
        signature: signWords(signedWords(key.name, entry), key),
      },
    },
  }
  evidence = {
    keys: [{ verifier: verifierLineOf(key), until: null }],
    checkpoint: signNote(checkpointText(key.name, entries.length, treeHead(entries)), key),
    proof: { index: 2, proof: path(2, entries).map((hash) => hash.toString('base64')) },
  }
})

/** Every place within a value, the outermost first. */
function waysIn(value: unknown, way: Way = []): Way[] {
  if (typeof value !== 'object' || value === null) return [way]
  return [way, ...Object.entries(value).flatMap(([name, each]) => waysIn(each, [...way, name]))]
}

/** A copy with another value at a place. */
function withAt(value: unknown, [name, ...rest]: Way, given: unknown): unknown {
  if (name === undefined) return given
  if (Array.isArray(value)) {
    return value.map((each: unknown, index) =>
      String(index) === name ? withAt(each, rest, given) : each,
    )
  }
  const record = value as Json
  return { ...record, [name]: withAt(record[name], rest, given) }
}

function at(value: unknown, way: Way): unknown {
  return way.reduce<unknown>((within, name) => (within as Json)[name], value)
}

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
})
/** What an attacker would write in the place of a value, more often than by chance. */
const odd = fc.oneof(
  anything,
  fc.jsonValue(),
  fc.constantFrom(null, undefined, Infinity, -Infinity, NaN, '', 'AAAA', '=', 0, -1, 2 ** 53, {}),
  fc.constantFrom<unknown>([], [null], { toString: '' }, Symbol('x'), () => 'x', new Date(0)),
)

/** Says whether JSON can hold a value, by its own rules. */
function sameInJson(one: unknown, other: unknown): boolean {
  try {
    return canonicalJson(one) === canonicalJson(other)
  } catch {
    return false
  }
}

describe('a portrait that is verified', () => {
  it('is so as it is', async () => {
    expect(await verifyPortrait(portrait, evidence)).toMatchObject({
      isVerified: true,
      problems: [],
    })
  })

  it('is not with another value anywhere in its text and receipt', async () => {
    const bound = [...Object.keys(text), 'id', 'receipt']
    const ways = waysIn(portrait).filter(([first]) => first !== undefined && bound.includes(first))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ways), odd, async (way, given) => {
        const before = at(portrait, way)
        // Null and nothing are the same for a reference.
        fc.pre(!sameInJson(before, given) && !(way[1] === 'reference' && given === undefined))
        const verdict = await verifyPortrait(withAt(portrait, way, given) as Json, evidence)
        expect(verdict.isVerified).toBe(false)
        expect(verdict.problems).not.toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it.each(['1e999', '-1e999'])('is not where a null has become %s', async (number) => {
    const written = JSON.stringify(portrait)
    const places = [...written.matchAll(/null/g)].map(({ index }) => index)
    // All but the reference of the receipt are of the text.
    expect(places.length).toBeGreaterThan(3)
    for (const place of places) {
      const changed = `${written.slice(0, place)}${number}${written.slice(place + 4)}`
      const verdict = await verifyPortrait(JSON.parse(changed) as Json, evidence)
      expect(verdict.isVerified).toBe(false)
      expect(verdict.problems.join()).toMatch(/no JSON can/)
    }
  })

  it.each(['salt', 'signature'] as const)(
    'is not by the same bytes of its %s, written otherwise',
    async (name) => {
      const given = String(at(portrait, ['receipt', 'log', name]))
      // The last sign before the padding has bits that no byte takes.
      const loose = given.replace(/.(?==+$)/, (sign) => String.fromCharCode(sign.charCodeAt(0) + 1))
      expect(Buffer.from(loose, 'base64')).toEqual(Buffer.from(given, 'base64'))
      for (const other of [loose, given.replace(/=+$/, ''), ` ${given}`]) {
        const changed = withAt(portrait, ['receipt', 'log', name], other) as Json
        expect((await verifyPortrait(changed, evidence)).isVerified).toBe(false)
      }
    },
  )

  it('is not where it holds itself, or is deeper than any answer', async () => {
    const circle: Json = { ...portrait }
    circle.intro = circle
    let deep: unknown = null
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep]
    for (const each of [circle, { ...portrait, intro: deep }]) {
      expect((await verifyPortrait(each, evidence)).isVerified).toBe(false)
    }
  })
})

describe('evidence that is odd', () => {
  it('gives a verdict, and verifies nothing that it did not', async () => {
    const whole = { ...evidence, place: undefined }
    const needed = waysIn(evidence)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...needed, ['place']), odd, async (way, given) => {
        const isUnended = way.at(-1) === 'until' && given === undefined
        fc.pre(!isUnended && !(way[0] === 'place' && given === undefined))
        fc.pre(!sameInJson(at(whole, way) ?? null, given))
        const changed = withAt(whole, way, given)
        const verdict = await verifyPortrait(portrait, changed as Evidence)
        expect(verdict.isVerified).toBe(false)
        expect(verdict.problems).not.toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it.each<[string, unknown]>([
    ['none', undefined],
    ['null', null],
    ['no proof', { proof: null }],
    ['a proof of one text', { proof: { index: 0, proof: 'x' } }],
    ['a proof of numbers', { proof: { index: 0, proof: [1, 2] } }],
    ['an erasure that is a text', { proof: { index: 0, proof: [], redacted: 'now' } }],
    ['a key without a verifier', { keys: [{}] }],
    ['a key that is a number', { keys: [{ verifier: 7 }] }],
    ['keys that are a text', { keys: 'log' }],
    ['no keys', { keys: null }],
    ['a checkpoint that is a list', { checkpoint: ['log'] }],
    ['a place that is a text', { place: 'Köln' }],
  ])('is named: %s', async (_, given) => {
    const odd = given && { ...evidence, ...(given as Partial<Evidence>) }
    const verdict = await verifyPortrait(portrait, odd as Evidence)
    expect(verdict).toMatchObject({ isVerified: false, problems: [expect.any(String)] })
  })

  it('is no checkpoint, and goes on from nothing', async () => {
    const known = await verifyCheckpoint(evidence.checkpoint, evidence.keys)
    if (!known) throw new Error('It is one.')
    await fc.assert(
      fc.asyncProperty(odd, odd, async (one, other) => {
        const keys = [one, ...evidence.keys, other] as Evidence['keys']
        expect(await verifyCheckpoint(evidence.checkpoint, keys)).toEqual(known)
        expect(await verifyCheckpoint(one as string, evidence.keys)).toBeUndefined()
        expect(await verifyCheckpoint(evidence.checkpoint, one as [])).toBeUndefined()
        for (const name of ['origin', 'size', 'root'] as const) {
          fc.pre(known[name] !== one)
          const forged = { ...known, [name]: one } as never
          // A log of nothing goes on as any other.
          expect(await isConsistent(forged, known, [])).toBe(name === 'size' && one === 0)
          expect(await isConsistent(known, forged, [])).toBe(false)
        }
        fc.pre(!Array.isArray(one) || one.length > 0)
        expect(await isConsistent(known, known, one as string[])).toBe(false)
        expect(await isConsistent(one as never, known, [])).toBe(false)
      }),
    )
  })
})
