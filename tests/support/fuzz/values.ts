import fc from 'fast-check'
import { nested } from '../oversize.ts'
import { nowhere, rawNumber } from './asked.ts'

// What nobody sends who means well.

/** Texts of every kind that something stumbles over. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    'a\udfff b',
    '\u202eאבג',
    'a\u0301'.repeat(40),
    '👩‍👩‍👧‍👦',
    '\ufeff',
    '\u2028\r\n\t',
    'ß'.repeat(50),
    'İ',
    '%',
    '%00',
    '\\',
    "'; DROP TABLE users; --",
    '{{7*7}}',
    '${x}',
    '<script>alert(1)</script>',
    'javascript:alert(1)',
    '../../etc/passwd',
    'null',
    'undefined',
    'NaN',
    'true',
    '[]',
    '{}',
    '*',
    '(((((',
    '& | ! :*',
    '__proto__',
    'constructor',
    'id',
    '-1',
    '0x10',
    '1e309',
    '2147483648',
    '9223372036854775808',
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
)

/** Texts in the form that some field of the product asks for. */
export const formedText = fc.constantFrom(
  'Ein Text',
  'ein-text',
  'https://www.example.org/a?b=c',
  'http://127.0.0.1/x',
  'jemand@berufsbild.example',
  '43412',
  '05315000',
  'DE-NW',
  '05',
  'B 43412-100',
  '07:30',
  'de',
  'image/png',
  nowhere,
  `2-${'a'.repeat(64)}`,
  'a'.repeat(64),
)

/** A text of so many UTF-16 units, of one or of several bytes each. */
function ofLength(length: number): fc.Arbitrary<string> {
  return fc.constantFrom('x', 'ü', '字', '<', '\\', ' ').map((sign) => sign.repeat(length))
}

/** A text about a limit, in UTF-16 units: at it, one over it, far over it. */
export function textAbout(limit: number): fc.Arbitrary<string> {
  return fc.constantFrom(limit - 1, limit, limit + 1, 2 * limit).chain(ofLength)
}

export const moment = fc.oneof(
  fc.constantFrom(
    '0000-01-01T00:00:00.000Z',
    '0001-01-01T00:00:00Z',
    '1970-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '9999-12-31T23:59:60Z',
    '+010000-01-01T00:00:00.000Z',
    '+275760-09-13T00:00:00.000Z',
    '-271821-04-20T00:00:00.000Z',
    '-004713-01-01T00:00:00.000Z',
    '2026-02-30T00:00:00.000Z',
    '2026-03-29T02:30:00',
    '2026-10-25T02:30:00+01:00',
    '2026-11-29',
    '2026-11-29T12:00:00.123456789Z',
    '2026-11-29T12:00:00+14:00',
    '2026-11-29T24:00:00Z',
    '2099-01-01T00:00:00.000Z',
    'infinity',
    'now',
    'today',
    'epoch',
    '2026',
    '20261129',
  ),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
)

/** Numbers at the edges of what something holds, some of them such as only JSON can write. */
export const hostileNumber: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  0,
  -0,
  1,
  -1,
  0.1,
  2024.5,
  100,
  101,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  2 ** 63,
  1e21,
  1e308,
  5e-324,
  -1e308,
  rawNumber('1e400'),
  rawNumber('-1e400'),
  rawNumber('1e-400'),
  rawNumber(`1${'0'.repeat(400)}`),
  rawNumber(`0.${'1'.repeat(2000)}`),
)

/** Keys that a prototype has, or that mean something to somebody. */
const strangeKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
  'id',
  '_status',
  'deletedAt',
  '_v',
  '$where',
  '',
  'a.b',
  'a[0]',
  '\0',
  '\ud800',
] as const

/** An object with a key that no field has. */
export function strangeObject(value: fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  return fc
    .tuple(fc.oneof(fc.constantFrom(...strangeKeys), hostileText), value)
    .map((entry) => Object.fromEntries([entry]))
}

/** Lists or objects within each other, about the depths at which something ends. */
const deepValue: fc.Arbitrary<unknown> = fc
  .tuple(fc.constantFrom(10, 31, 32, 33, 63, 64, 65, 79, 80, 81, 500, 3000), fc.boolean())
  .map(([depth, isList]) => {
    let value: unknown = 1
    for (let level = 0; level < depth; level += 1) value = isList ? [value] : { a: value }
    return value
  })

/** A value of any kind, where perhaps another belongs. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: hostileText },
  { weight: 3, arbitrary: formedText },
  { weight: 4, arbitrary: hostileNumber },
  { weight: 3, arbitrary: moment },
  { weight: 6, arbitrary: fc.constantFrom(null, true, false, [], {}, [null], [[]], [{}]) },
  { weight: 2, arbitrary: strangeObject(hostileText) },
  { weight: 2, arbitrary: fc.array(hostileText, { maxLength: 4 }) },
  { weight: 1, arbitrary: deepValue },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
)

/** An editor state: sound, deep, long, or of nodes that nobody knows. */
export const richText: fc.Arbitrary<unknown> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(1, 2, 29, 30, 31, 32, 33, 200, 3000),
      fc.constantFrom('list', 'listitem', 'paragraph', 'quote', 'link', 'upload', 'x'),
    )
    .map(([nodes, type]) => nested(nodes, type)),
  fc.tuple(nodeType(), strangeObject(hostileText), hostileText).map(([type, more, text]) => ({
    root: {
      type: 'root',
      version: 1,
      direction: 'ltr',
      format: '',
      indent: 0,
      children: [
        { type, version: 1, ...more, children: [{ type: 'text', version: 1, text, format: 1 }] },
      ],
    },
  })),
  textAbout(400_000).map((text) => ({
    root: { type: 'root', children: [{ type: 'text', text }] },
  })),
  fc.tuple(nodeType(), anyValue).map(([type, children]) => ({ root: { type, children } })),
  anyValue.map((root) => ({ root })),
)

function nodeType() {
  return fc.constantFrom(
    'paragraph',
    'heading',
    'list',
    'listitem',
    'link',
    'autolink',
    'linebreak',
    'tab',
    'upload',
    'relationship',
    'block',
    'inlineBlock',
    'horizontalrule',
    'table',
    'x',
  )
}

/** A text as a part of an address, percent-encoded; some in ways that nobody decodes. */
export const partOfPath: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(hostileText, formedText, moment).map(encoded) },
  { weight: 1, arbitrary: fc.constantFrom(200, 201, 2000).map((length) => 'a'.repeat(length)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '%',
      '%25',
      '%2525',
      '%ff',
      '%c3%28',
      '%00',
      '%2e%2e',
      '%2f',
      '%252f',
      '.',
      ';',
      '%20',
      '+',
      ':id',
      '*',
      '(.*)',
    ),
  },
)

/** A text in UTF-8, percent-encoded; half of a pair is a sign that stands for it. */
export function encoded(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString())
}
