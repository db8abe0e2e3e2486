import fc from 'fast-check'
import type { FlattenedField, SanitizedConfig } from 'payload'
import { transitionNames } from '#workflow/transitions.ts'
import type { Door } from '../contract/doors.ts'
import { anyValue, hostileText } from './values.ts'

// Queries of the authoring plane's GraphQL: each of its fields, with arguments that fit and others.

/** A value as GraphQL writes it. */
const literal: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: hostileText.map((text) => JSON.stringify(text)) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '"~~regional-sections~~"',
      '"~~career-profiles~~"',
      '"~~regions~~"',
      '"~~users~~"',
      'null',
      'true',
      '0',
      '-1',
      '2147483648',
      '1e400',
      '1.5',
      '[]',
      '{}',
      '[null]',
      'x',
      'published',
      '$v',
      '"9999-12-31T23:59:60Z"',
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(10, 25, 59, 60, 61, 1000)
      .map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`),
  },
)

const selections = [
  '',
  '{ __typename }',
  '{ id }',
  '{ docs { id } totalDocs }',
  '{ docs { __typename } hasNextPage page }',
  '{ id author { id name email } }',
  '{ totalDocs }',
  '{ id x: id y: id __typename }',
] as const

/** What is sent to `/graphql`. */
export function graphqlQuery(
  doors: readonly Door[],
  config: SanitizedConfig,
): fc.Arbitrary<unknown> {
  const fields = [...new Set(config.collections.flatMap((of) => namesOf(of.flattenedFields)))]
  const data = pairs(fc.constantFrom(...fields))
  const condition = fc
    .tuple(
      fc.constantFrom('id', 'AND', 'OR', 'createdAt', ...fields),
      fc.constantFrom('equals', 'in', 'like', 'contains', 'exists', 'greater_than', 'near', 'x'),
      literal,
    )
    .map(([at, operator, value]) => `{ ${at}: { ${operator}: ${value} } }`)
  const where = fc
    .tuple(condition, fc.constantFrom(0, 0, 0, 1, 5, 25))
    .map(([one, depth]) => `${'{ AND: ['.repeat(depth)}${one}${'] }'.repeat(depth)}`)
  const argument = fc.oneof(
    fc.tuple(fc.constant('id'), literal),
    fc.tuple(fc.constant('where'), where),
    fc.tuple(fc.constant('data'), data),
    fc.tuple(
      fc.constantFrom('limit', 'page', 'sort', 'draft', 'locale', 'trash', 'pagination', 'select'),
      literal,
    ),
    fc.tuple(
      fc.constantFrom(
        'email',
        'password',
        'token',
        'key',
        'collection',
        'allSessions',
        'kind',
        'comment',
      ),
      literal,
    ),
    fc.tuple(fc.constant('transition'), fc.constantFrom(...transitionNames, '"submit"', 'x')),
  )
  return fc.record(
    {
      query: fc
        .tuple(
          fc.constantFrom(...doors.map(({ name }) => name)),
          fc.array(argument, { maxLength: 3 }),
          fc.constantFrom(...selections),
          fc.constantFrom('', '', '', '($v: JSON)', '($v: String)', '($v: [[[Int]]])'),
        )
        .map(([name, given, selection, variables]) => {
          const [kind = 'query', field = ''] = name.split(' ')
          const all = [...new Map(given)].map(([key, value]) => `${key}: ${value}`)
          const inside = all.length > 0 ? `(${all.join(', ')})` : ''
          return `${kind} x${variables} { ${field}${inside} ${selection} }`
        }),
      variables: fc.oneof(fc.record({ v: anyValue }), anyValue),
      operationName: fc.constantFrom<unknown>('x', 'y', null, 5, '__proto__'),
    },
    { requiredKeys: ['query'] },
  )
}

function namesOf(fields: readonly FlattenedField[]): string[] {
  return fields.map(({ name }) => name).filter((name) => /^[A-Za-z]\w*$/.test(name))
}

function pairs(name: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(name, literal), { maxLength: 4 })
    .map((all) => `{ ${[...new Map(all)].map(([key, value]) => `${key}: ${value}`).join(', ')} }`)
}
