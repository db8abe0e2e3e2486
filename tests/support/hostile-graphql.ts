import { randomUUID } from 'node:crypto'
import type { LiveTexts } from './live-texts.ts'

// Requests that GraphQL has to answer without a failure of its own.

/** A generator of numbers in [0, 1) that gives the same ones each time (mulberry32). */
export function newRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function pick<T>(random: () => number, from: readonly T[], otherwise: T): T {
  return from[Math.floor(random() * from.length)] ?? otherwise
}

/** A valid query with hostile values in it. */
export function sample(random: () => number, { profession }: LiveTexts): string {
  const value = pick(random, hostileValues, '1')
  return pick(
    random,
    [
      `{ portrait(profession: ${value}, region: ${value}) { id } }`,
      `{ portraits(first: ${value}) { nodes { id } } }`,
      `{ portraits(after: ${value}, profession: "${profession.slug}") { nodes { id } } }`,
      `{ portraits(kldb: ${value}, land: ${value}, updatedSince: ${value}) { totalCount } }`,
      `{ jobs(radiusKm: ${value}, region: ${value}, after: ${value}) { nodes { id } } }`,
      `{ job(id: ${value}) { id } region(slug: ${value}) { id } profession(slug: ${value}) { id } }`,
      `{ search(q: ${value}, limit: ${value}) { id } }`,
      `{ changes(cursor: ${value}, limit: ${value}) { items { id } } }`,
    ],
    '{ __typename }',
  )
}

const cursorOf = (place: unknown) =>
  JSON.stringify(Buffer.from(JSON.stringify(place)).toString('base64url'))

const hostileValues = [
  '"\\u0000"',
  '"a\\u0000b"',
  '"\'; DROP TABLE x; --"',
  '"%"',
  '"\\\\"',
  '"\\uD800"',
  '"😀"',
  '-1',
  '0',
  '2147483648',
  '1e400',
  'null',
  'true',
  '[]',
  '{}',
  '"0000-01-01T00:00:00Z"',
  '"9999-12-31T23:59:60Z"',
  '"2026-02-31T00:00:00Z"',
  '"../../etc"',
  `"${'ü'.repeat(200)}"`,
  `"${'('.repeat(199)}"`,
  '"\' & | ! :*"',
  cursorOf(['\0', '']),
  cursorOf(['a']),
  cursorOf([1, 2]),
  cursorOf(['2026', '-'.repeat(36)]),
  cursorOf(['0000-01-01T00:00:00.000Z', randomUUID()]),
  cursorOf(['2026-02-30T00:00:00.000Z', randomUUID()]),
  cursorOf([9e15, 'x']),
  cursorOf(null),
  cursorOf({}),
]

/** Bodies that are no request, or a bad one. */
export function hostileBodies(): string[] {
  return [
    '',
    'null',
    '1',
    '""',
    '[]',
    '{}',
    '{',
    '[{"query":"{ __typename }"}]',
    '{"query":null}',
    '{"__proto__":{"query":"{ __typename }"}}',
    '{"query":"{ __typename }","variables":{"__proto__":{"a":1}}}',
    '{"query":"{ __typename }","extensions":{"persistedQuery":[]}}',
    JSON.stringify({ query: '{'.repeat(20_000) }),
    JSON.stringify({ query: `{ search(q: ${'['.repeat(400)}` }),
    JSON.stringify({
      query: 'query ($a: [[[[[Int]]]]]) { __typename }',
      variables: { a: '['.repeat(100) },
    }),
    JSON.stringify({ query: 'subscription { a }' }),
    JSON.stringify({ query: 'fragment a on Query { ...a }' }),
    JSON.stringify({ query: '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }' }),
    JSON.stringify({ query: '{ __typename }', operationName: '__proto__' }),
    `{"query":"{ __typename }","variables":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
  ]
}

/** A text with some of its characters lost, doubled or replaced. */
export function garble(random: () => number, text: string): string {
  const signs = ['{', '}', '"', '\\', '$', '@', '...', '\0', '\u2028', ':', '(', '#', '\uD800', '!']
  return Array.from(text, (sign) => {
    const chance = random()
    if (chance < 0.02) return ''
    if (chance < 0.04) return sign + sign
    return chance < 0.06 ? pick(random, signs, '') : sign
  }).join('')
}
