import fc from 'fast-check'
import type { Asked } from './asked.ts'
import { deepJson } from './json.ts'
import { anyValue, hostileText } from './values.ts'

type Body = NonNullable<Asked['body']>

const boundary = 'a-boundary'

/** Values as they are sent: as JSON, mostly; else under another name, in a form, broken, empty, or very deep. */
export function sent(values: fc.Arbitrary<unknown>): fc.Arbitrary<Body | null> {
  const json = values.map(deepJson)
  const type = 'application/json'
  return fc.oneof(
    { weight: 30, arbitrary: json.map((text) => ({ type, text })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          json,
          fc.constantFrom(
            'text/plain',
            'application/x-www-form-urlencoded',
            'multipart/form-data',
            'multipart/form-data; boundary=',
            `multipart/form-data; boundary=${'x'.repeat(200)}`,
            'multipart/mixed; boundary=x',
            'application/json; charset=utf-16',
            'application/xml',
            'x',
          ),
        )
        .map(([text, otherType]) => ({ type: otherType, text })),
    },
    { weight: 2, arbitrary: json.chain(broken).map((text) => ({ type, text })) },
    { weight: 2, arbitrary: json.chain(inForm) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom(79, 80, 81, 3000, 100_000),
          fc.constantFrom<readonly [string, string]>(['[', ']'], ['{"a":', '}'], ['[', '']),
        )
        .map(([depth, [open, close]]) => ({
          type,
          text: `${open.repeat(depth)}1${close.repeat(depth)}`,
        })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(100, 101, 10_000, 50_000)
        .map((count) => ({ type, text: `{${keys(count)}}` })),
    },
    { weight: 1, arbitrary: fc.constantFrom<Body | null>(null, { type, text: '' }) },
  )
}

function keys(count: number): string {
  return Array.from({ length: count }, (_, index) => `"k${String(index)}":1`).join(',')
}

function broken(text: string): fc.Arbitrary<string> {
  return fc.oneof(
    fc.nat({ max: text.length }).map((end) => text.slice(0, end)),
    fc
      .tuple(fc.nat({ max: text.length }), fc.constantFrom('{', '"', '\\', '\0', ',', '\\ud800'))
      .map(([at, sign]) => `${text.slice(0, at)}${sign}${text.slice(at)}`),
    fc.constant(`\ufeff${text}`),
  )
}

/** As `_payload` beside a file, with names that no form gives. */
function inForm(payload: string): fc.Arbitrary<Body> {
  const quoted = (text: string) => text.replaceAll(/["\r\n]/g, '_')
  const file = fc.record({
    name: fc.oneof(fc.constantFrom('file', 'files[]', '__proto__', 'a[b][c]', ''), hostileText),
    filename: fc.oneof(
      fc.constantFrom(
        'a.png',
        'a.svg',
        '../a.png',
        'a.PNG.',
        `${'x'.repeat(300)}.png`,
        '.',
        'a.jsonl',
      ),
      hostileText,
    ),
    type: fc.constantFrom('image/png', 'image/svg+xml', 'text/html', 'application/x-ndjson', 'x'),
    content: fc.oneof(
      hostileText,
      anyValue.map(deepJson),
      fc.constantFrom('\u0089PNG\r\n', 'GIF89a', '<svg/>', ''),
    ),
  })
  return fc
    .tuple(file, fc.constantFrom('_payload', 'data', '__proto__'), fc.boolean())
    .map(([{ name, filename, type, content }, field, isClosed]) => ({
      type: `multipart/form-data; boundary=${boundary}`,
      text: [
        `--${boundary}`,
        `Content-Disposition: form-data; name="${field}"`,
        '',
        payload,
        `--${boundary}`,
        `Content-Disposition: form-data; name="${quoted(name)}"; filename="${quoted(filename)}"`,
        `Content-Type: ${type}`,
        '',
        content,
        ...(isClosed ? [`--${boundary}--`, ''] : []),
      ].join('\r\n'),
    }))
}
