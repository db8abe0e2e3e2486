import { createHash } from 'node:crypto'
import { Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import { bodyOf } from '#support/factories.ts'
import { spell } from '#portrait/canonical.ts'
import { digestOf, digestsOf } from '#portrait/digest.ts'
import type { Kind } from '#portrait/kinds/field.ts'
import { group, rows } from '#portrait/kinds/composite.ts'
import { relation, relations } from '#portrait/kinds/relations.ts'
import { richText } from '#portrait/kinds/rich-text.ts'
import {
  amount,
  choice,
  day,
  flag,
  moment,
  oneChoice,
  prose,
  webAddress,
  wording,
} from '#portrait/kinds/simple.ts'
import { filledText } from './texts.ts'

// Texts are on record under what comes out here. Nothing of it is ever edited: whoever changes how a
// value enters the digest makes a version 3, and leaves these as they are.

describe('the digests of one text', () => {
  it('are these, of version 2 and of version 1', () => {
    expect(digestsOf(filledText)).toEqual([
      '2-59245ced95a80b075d4f36f1005065adc2ca8d5f7b0a49b3e2453e6ed57622db',
      'b4661e41cc36a355bd4e8bb6b022c2607ddba515d2d016d06a4678e78bc2bf8d',
    ])
    expect(digestsOf({})).toEqual([
      '2-44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
      'a8bea4f6d9dcf514d83608bb46de030de8dba91620de8d279dfae6fa545f0b8a',
    ])
  })

  it.each([
    ['profession', '4f304966c9895e40a2dfb3b95ae049d06302f378f29f1182e29d5d710205a417'],
    ['region', '03750c96c2c019ee585deb925a2d1066c2a1fb691972fce1371227cce769a6f4'],
    ['kicker', '94b03202968f61b7528f4d4d0112cf71b13aeddd6600fb4f4873ad48f329ae5e'],
    ['headline', 'd19dbba4bfe7904371a7cee5c011c7209d47f3063e3719bd2ce7d01df4d9276b'],
    ['intro', '1068cd7e729172b15c98499eebdfc7f27ef9b765c6f52b66b105fcaab399085d'],
    ['sections', 'ff831a16017e1e389d3e22379c06820e82bf935ed9ec3f5e77f9fcd97fe2477e'],
    ['salaryFigures', '7ea11eba124d4ff8f3260cb4daa6dcd8a35e7e88644197a549d19c894fa8c202'],
    ['sources', '47241d2aeba757e4863e2f0ef8a15a30a7769365d9aff8e15c28a5ae9c0f09bf'],
    ['media', '282f9f933b162a6cadd8abcf8054dcfe31ef181342eefbd43c4e961511d293f6'],
    ['seo', '743e0658c0668024e405ec84caeed3d86cd260cbf9c1240a161031a0ace859b6'],
    ['provenance', '51c05dd312ee3a9f9cec48f3e39f00cbba9b4913509d4884006fee139a9f3e64'],
    ['sites', 'c1f10074eee01ab221421fd2bb627c1e0a381e7b51c6a803ac7380ff31f05434'],
  ] as const)('of %s alone is this', (name, hash) => {
    expect(digestOf({ [name]: filledText[name] })).toBe(`2-${hash}`)
  })
})

const part = { label: { de: '', en: '' }, risk: 'text', inDigest: true, delivered: true } as const
const entry = { shape: Type.Null(), render: () => null }
const kinds: Readonly<Record<string, Kind>> = {
  wording: wording({ longest: 100 }),
  prose: prose({ longest: 100 }),
  webAddress: webAddress(),
  choice: choice({ values: ['a'], labels: { a: { de: 'A', en: 'A' } } }),
  oneChoice: oneChoice({ values: ['a'], labels: { a: { de: 'A', en: 'A' } } }),
  amount: amount(),
  flag: flag(),
  moment: moment(),
  day: day(),
  relation: relation({ to: 'sources', ...entry }),
  orderedRelations: relations({ to: 'sources', isOrdered: true, most: 9, ...entry }),
  relations: relations({ to: 'sites', isOrdered: false, most: 9, ...entry }),
  richText: richText({ longest: 100 }),
  group: group(
    {
      a: { ...part, kind: wording({ longest: 100 }) },
      b: { ...part, inDigest: false, kind: amount() },
    },
    { shape: null },
  ),
  rows: rows(
    {
      a: { ...part, kind: wording({ longest: 100 }) },
      b: { ...part, inDigest: false, kind: amount() },
    },
    {
      shape: 'Row',
      most: 9,
      labels: { singular: { de: '', en: '' }, plural: { de: '', en: '' } },
      matchedBy: [],
    },
  ),
}

describe('a value in the digest', () => {
  it.each<[string, unknown, string | undefined]>([
    ['wording', ' Wort ', '" Wort "'],
    ['wording', '', undefined],
    ['wording', 0, undefined],
    ['prose', 'Ein\nText', String.raw`"Ein\nText"`],
    ['prose', null, undefined],
    ['webAddress', 'https://example.org', '"https://example.org"'],
    ['choice', 'a', '"a"'],
    ['choice', 'unknown', '"unknown"'],
    ['oneChoice', 'a', '"a"'],
    // Nothing and no are values, as opposed to what nobody has said.
    ['amount', 0, '0'],
    ['amount', -1.5, '-1.5'],
    ['amount', '1', undefined],
    ['flag', false, 'false'],
    ['flag', true, 'true'],
    ['flag', null, undefined],
    ['moment', '2026-11-01T00:00:00+01:00', '"2026-10-31T23:00:00.000Z"'],
    ['moment', new Date(0), '"1970-01-01T00:00:00.000Z"'],
    ['moment', 'no moment', undefined],
    ['day', '2026-11-01', '"2026-11-01"'],
    ['day', '2026-11-01T12:00:00.000Z', '"2026-11-01"'],
    ['day', new Date(0), '"1970-01-01"'],
    ['day', '', undefined],
    ['relation', { id: 'x', name: 'populated' }, '"x"'],
    ['relation', 'x', '"x"'],
    ['orderedRelations', ['b', { id: 'a' }], '["b","a"]'],
    ['orderedRelations', [], undefined],
    ['relations', ['b', { id: 'a' }], '["a","b"]'],
    [
      'richText',
      bodyOf('Text'),
      '{"root":{"children":[{"children":[{"text":"Text","type":"text"}],"type":"paragraph"}],"type":"root"}}',
    ],
    ['richText', '', undefined],
    ['richText', undefined, undefined],
    ['group', { a: 'x', b: 1, c: 2 }, '{"a":"x"}'],
    ['group', { a: '', b: 1 }, undefined],
    // A row stays a row: a list of two is another list than one of three.
    ['rows', [{ id: 'r', a: 'x', b: 1 }, {}], '[{"a":"x"},{}]'],
    ['rows', [], undefined],
    ['rows', 'x', undefined],
  ])('of %s: %j', (name, value, spelled) => {
    const canonical = kinds[name]?.canonical(value)
    expect(canonical === undefined ? undefined : spell(canonical)).toBe(spelled)
  })

  it('makes a digest of SHA-256 over its spelling, keys sorted', () => {
    const spelled = '{"headline":"Am Herd","intro":"Früh."}'
    const hash = createHash('sha256').update(spelled).digest('hex')
    expect(digestOf({ intro: 'Früh.', headline: 'Am Herd' })).toBe(`2-${hash}`)
  })
})
