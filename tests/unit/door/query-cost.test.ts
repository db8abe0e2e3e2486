import { getIntrospectionQuery, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { judgeQuery } from '#door/judge-query.ts'
import { findQueryProblem } from '#door/query-cost.ts'
import { allowed } from '#support/slowness.ts'

const lists = new Map([
  ['neighbours', 10],
  ['sections', 3],
  ['salaryFigures', 3],
  ['media', 3],
])
const find = (query: string, variables: Record<string, unknown> = {}) =>
  findQueryProblem({ document: parse(query, { noLocation: true }), variables, lists })

/** A selection within itself, so many times. */
const nested = (times: number, around: string, inside = 'id') =>
  `${`${around} { id `.repeat(times)}${inside}${' }'.repeat(times)}`
/** Fragments of which each spreads the next one twice. */
const bomb = (levels: number) =>
  Array.from(
    { length: levels },
    (_, level) =>
      `fragment F${String(level)} on Region { ...F${String(level + 1)} ...F${String(level + 1)} }`,
  ).join(' ') + ` fragment F${String(levels)} on Region { id }`

describe('a query of GraphQL is carried out', () => {
  it.each([
    [
      'of one text with its sections',
      '{ RegionalSection(id: "x") { id headline sections { id heading } } }',
    ],
    [
      'of a page with relations',
      '{ RegionalSections(limit: 100) { totalDocs docs { id headline region { id name parent { name } } } } }',
    ],
    ['of neighbours of neighbours', '{ Regions { docs { neighbours { neighbours { name } } } } }'],
    [
      'of a page by a variable that is preset',
      'query ($l: Int = 10) { Regions(limit: $l) { docs { id } } }',
    ],
    [
      'of a thousand whole texts',
      `{ RegionalSections(limit: 1000, sort: "id") { docs { id kicker headline intro digest sections { kind heading body }
        salaryFigures { kind min max median period currency } media { file { id alt credit filename } caption }
        seo { title description } provenance { origin tool date responsible } profession { id } region { id } } } }`,
    ],
    ['of a thousand names', '{ Regions(limit: 1000) { docs { id name } } }'],
    [
      'of ten lists',
      `{ ${Array.from({ length: 10 }, (_, n) => `a${String(n)}: Regions { totalDocs }`).join(' ')} }`,
    ],
    ['of the schema, as tools ask', getIntrospectionQuery()],
    [
      'of the schema, in full',
      getIntrospectionQuery({
        inputValueDeprecation: true,
        schemaDescription: true,
        oneOf: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
      }),
    ],
    [
      'by fragments',
      '{ Regions { ...P } } fragment P on Regions { docs { ...R } } fragment R on Region { id }',
    ],
    ['with a fragment that there is not', '{ Regions { ...Nowhere } }'],
  ])('%s', (_, query) => {
    expect(find(query)).toBeNull()
  })
})

describe('a query of GraphQL is refused', () => {
  it.each([
    ['deep lists', `{ Regions(limit: 100) { docs { ${nested(4, 'neighbours')} } } }`, 'cost'],
    ['deep entries', `{ Region(id: "x") { ${nested(12, 'parent')} } }`, 'depth'],
    [
      'deep by fragments',
      `{ Region { ...A } } fragment A on Region { ${nested(6, 'parent', '...B')} } fragment B on Region { ${nested(6, 'parent')} }`,
      'depth',
    ],
    [
      'deep by inline fragments',
      `{ ${'... { '.repeat(15)} Region { ${nested(12, 'parent', '... on Region { id }')} } ${'}'.repeat(15)} }`,
      'depth',
    ],
    [
      'many lists',
      `{ ${Array.from({ length: 11 }, (_, n) => `a${String(n)}: Regions { totalDocs }`).join(' ')} }`,
      'roots',
    ],
    [
      'many lists by fragments',
      `{ ${'...A '.repeat(11)} } fragment A on Query { Regions { totalDocs } }`,
      'roots',
    ],
    [
      'many mutations',
      `mutation { ${Array.from({ length: 11 }, (_, n) => `a${String(n)}: deleteRegion(id: "x") { id }`).join(' ')} }`,
      'roots',
    ],
    ['a long page', '{ Regions(limit: 100000) { docs { id } } }', 'cost'],
    ['a whole list', '{ Regions(limit: 0) { docs { id name slug } } }', 'cost'],
    ['a list without pages', '{ Regions(pagination: false) { docs { id name slug } } }', 'cost'],
    [
      'a page of many by a fragment',
      '{ Regions(limit: 100000) { ...P } } fragment P on Regions { docs { id } }',
      'cost',
    ],
    [
      'a circle',
      '{ Region { ...A } } fragment A on Region { id ...B } fragment B on Region { id ...A }',
      'circle',
    ],
    [
      'a circle through fields',
      '{ Region { ...A } } fragment A on Region { parent { ...A } }',
      'circle',
    ],
    [
      'a circle with directives',
      '{ Region { ...A @include(if: false) } } fragment A on Region { ...A @skip(if: true) }',
      'circle',
    ],
    ['a circle that nobody spreads', '{ Region { id } } fragment A on Region { ...A }', 'circle'],
    ['a bomb', `{ Region { ...F0 } } ${bomb(60)}`, 'fields'],
    ['a bomb that nobody spreads', `{ Region { id } } ${bomb(60)}`, 'fields'],
    ['many fields', `{ Region { ${'id '.repeat(1001)} } }`, 'fields'],
    [
      'many fragments',
      `{ Region { id } } ${Array.from({ length: 101 }, (_, n) => `fragment F${String(n)} on Region { id }`).join(' ')}`,
      'fragments',
    ],
    [
      'the schema many times',
      `{ ${Array.from({ length: 8 }, (_, n) => `a${String(n)}: __schema { types { ${'fields { name } '.repeat(30)} } }`).join(' ')} }`,
      'schemaFields',
    ],
  ])('with %s', (_, query, problem) => {
    expect(find(query)).toBe(problem)
  })

  it('where a variable says how long a page is, or nobody knows', () => {
    const query = 'query ($l: Int) { Regions(limit: $l) { docs { id name slug } } }'
    expect(find(query, { l: 100 })).toBeNull()
    expect([find(query, { l: 1e6 }), find(query, { l: 0 }), find(query)]).toEqual([
      'cost',
      'cost',
      'cost',
    ])
    const two =
      'query a($l: Int = 1) { Regions(limit: $l) { docs { id name slug } } } query b($l: Int = 9) { __typename }'
    expect(find(two)).toBe('cost')
  })

  it('in linear time, whatever it is, with the limit named', () => {
    const ask = (query: string) => {
      const begin = performance.now()
      const refusal = judgeQuery(new TextEncoder().encode(JSON.stringify({ query })), lists)
      return { refusal, took: performance.now() - begin }
    }
    for (const query of [
      `{ ${'a '.repeat(49_000)} }`,
      `{ ${'...A '.repeat(9000)} } fragment A on Query { a }`,
      `{ a ${bomb(99)} }`,
      `{ Region { ...F0 } } ${bomb(99)}`,
      `{ ${'... @include(if: true) { '.repeat(58)} a ${'}'.repeat(58)} }`,
      `{ ${'... on Query { a } '.repeat(2400)} }`,
      `{ a } ${Array.from({ length: 99 }, (_, n) => `fragment F${String(n)} on R { ${'...{'.repeat(40)} ...F${String(n + 1)} ${'}'.repeat(40)} }`).join(' ')}`,
      `{ a${' @skip(if: false)'.repeat(1600)} }`,
    ]) {
      const { refusal, took } = ask(query)
      expect(took, query.slice(0, 60)).toBeLessThan(allowed(2000))
      if (refusal) expect(refusal).toMatchObject({ status: 400, code: 'query_too_complex' })
    }
    expect(ask(`{ ${'a '.repeat(49_000)} }`).refusal?.message.en).toContain('10,000 tokens')
    expect(ask(`{ Region { ...F0 } } ${bomb(99)}`).refusal?.message.en).toContain('1,000 fields')
  })
})
