import fc from 'fast-check'
import { formedText, moment, partOfPath } from './values.ts'

/** Signs that a header may have; others no client can send. */
const sendable = fc
  .string({ maxLength: 40 })
  .map((text) => text.replaceAll(/[^\x20-\x7e]/g, '').trim())

const cookies = fc
  .tuple(fc.constantFrom('payload-token', 'payload-locale', '__proto__', 'x'), partOfPath)
  .map(([name, value]) => `${name}=${value}`)

/** Headers that somebody reads, with values that they would not expect. */
export const strangeHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          'If-Match',
          'If-None-Match',
          'If-Modified-Since',
          'Accept-Language',
          'Accept',
          'Accept-Encoding',
          'Range',
          'Origin',
          'Sec-Fetch-Site',
          'Prefer',
          'X-Request-Id',
          'X-Forwarded-For',
          'X-HTTP-Method-Override',
          'X-Payload-HTTP-Method-Override',
          'Idempotency-Key',
          'Last-Event-ID',
        ),
        fc.oneof(
          sendable,
          formedText,
          moment,
          fc.constantFrom(
            '*',
            '"x", W/"y", *',
            'GET',
            'de;q=NaN,*;q=2,;;',
            'bytes=0-,-1',
            'null',
            'https://elsewhere.example',
            'same-origin',
            'cross-site',
            '127.0.0.1, ::1, x',
          ),
          fc.constantFrom(2000, 16_000).map((length) => 'a,'.repeat(length / 2)),
        ),
      )
      .map((header) => Object.fromEntries([header])),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(cookies, fc.constantFrom(1, 2, 200)).map(([cookie, count]) => ({
      Cookie: Array.from({ length: count }, () => cookie).join('; '),
    })),
  },
)
