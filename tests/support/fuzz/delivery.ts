import fc from 'fast-check'
import { isRecord } from '#model/documents.ts'
import type { Asked } from './asked.ts'
import { strangeHeaders } from './headers.ts'
import { anyOfNames, queryOf } from './queries.ts'
import { anyValue, encoded, formedText, hostileText, moment, partOfPath } from './values.ts'

interface Parameter {
  name: string
  in: string
  schema: Readonly<Record<string, unknown>>
}

interface Operation {
  path: string
  parameters: readonly Parameter[]
}

/** What may be asked of the delivery plane: each operation of its OpenAPI description, its GraphQL, and any path. */
export function askedOfDelivery(description: unknown): fc.Arbitrary<Asked> {
  const operations = operationsOf(description)
  if (operations.length < 10) throw new Error('The description of the delivery plane has no paths.')
  return fc.oneof(
    { weight: 8, arbitrary: fc.oneof(...operations.map(atOperation)) },
    { weight: 2, arbitrary: atGraphQL },
    {
      weight: 1,
      arbitrary: asked(
        fc
          .array(fc.oneof(partOfPath, fc.constantFrom('v1', 'portraits', 'log', 'tile', 'docs')), {
            maxLength: 4,
          })
          .map((parts) => `/${parts.join('/')}`),
      ),
    },
  )
}

function asked(address: fc.Arbitrary<string>): fc.Arbitrary<Asked> {
  return fc.record({
    asker: fc.constantFrom('anonymous', 'site'),
    method: fc.oneof(
      { weight: 20, arbitrary: fc.constant('GET' as const) },
      { weight: 1, arbitrary: fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE') },
    ),
    address,
    headers: strangeHeaders,
    body: fc.constant(null),
  })
}

function atOperation({ path, parameters }: Operation): fc.Arbitrary<Asked> {
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  const places = inPath.map(({ name, schema }) =>
    fc.oneof(
      { weight: 2, arbitrary: fc.constant(`~~${name}~~`) },
      { weight: 1, arbitrary: valueFor(schema) },
      { weight: 1, arbitrary: partOfPath },
    ),
  )
  const values = Object.fromEntries(
    inQuery.map(({ name, schema }): [string, fc.Arbitrary<string>] => [
      name,
      fc.oneof({ weight: 4, arbitrary: valueFor(schema) }, { weight: 1, arbitrary: partOfPath }),
    ]),
  )
  const names = inQuery.length > 0 ? values : anyOfNames(['x'])
  return asked(
    fc.tuple(fc.tuple(...places), queryOf(names)).map(([parts, query]) => {
      const filled = inPath.reduce(
        (text, { name }, index) => text.replace(`{${name}}`, () => parts[index] ?? ''),
        path,
      )
      return `${filled}${query}`
    }),
  )
}

/** A value of a schema, at its limits and one past them, as it stands in an address. */
function valueFor(schema: Readonly<Record<string, unknown>>): fc.Arbitrary<string> {
  if (schema.type === 'boolean') return fc.constantFrom('true', 'false', '1', 'x')
  if (schema.type === 'integer' || schema.type === 'number') {
    const edges = [schema.minimum, schema.maximum, schema.exclusiveMinimum]
      .filter((edge) => typeof edge === 'number')
      .flatMap((edge) => [edge, edge - 1, edge + 1, edge + 0.5])
    return fc.constantFrom(...edges.map(String), '1', '-0', '1e3', '0x10', 'NaN', 'Infinity', ' 1')
  }
  const words = Array.isArray(schema.enum) ? schema.enum.map(String) : ['a']
  const lengths = typeof schema.maxLength === 'number' ? [schema.maxLength] : [100]
  return fc.oneof(
    fc.constantFrom(...words),
    fc.oneof(hostileText, formedText, moment, cursor).map(encoded),
    fc
      .tuple(
        fc.constantFrom(...lengths),
        fc.constantFrom(0, 1),
        fc.constantFrom('a', '1', '(', 'ü', ' '),
      )
      .map(([length, more, sign]) => encoded(sign.repeat(length + more))),
  )
}

/** Cursors are JSON in base64url. */
const cursor = fc
  .oneof(anyValue, fc.array(fc.oneof(hostileText, moment, fc.integer()), { maxLength: 4 }))
  .map((place) => Buffer.from(JSON.stringify(place)).toString('base64url').slice(0, 1100))

const atGraphQL: fc.Arbitrary<Asked> = fc
  .tuple(
    fc.constantFrom(
      'portrait(profession: $, region: $) { id headline }',
      'portraits(first: $, after: $, land: $, kldb: $, updatedSince: $) { totalCount nodes { id } }',
      'jobs(radiusKm: $, region: $, after: $) { nodes { id } }',
      'job(id: $) { id }',
      'regions(kind: $, first: $) { totalCount }',
      'professions(kldb: $, after: $) { totalCount }',
      'search(q: $, limit: $) { __typename }',
      'changes(cursor: $, limit: $) { hasMore }',
      'profession(slug: $) { id portraits(first: $) { nodes { id region { name } } } }',
    ),
    fc.array(
      fc.oneof(
        fc.oneof(hostileText, formedText, moment, cursor).map((text) => JSON.stringify(text)),
        fc.constantFrom('1', '0', '-1', '51', '2147483648', '1e400', 'null', '[]', '{}', 'x', '$v'),
        fc.constantFrom(10, 100, 2000).map((depth) => '['.repeat(depth)),
      ),
      { minLength: 1, maxLength: 5 },
    ),
    fc.constantFrom(1, 1, 1, 5, 10, 11),
    anyValue,
  )
  .map(([field, values, times, variable]): Asked => {
    let next = 0
    const one = field.replaceAll('$', () => values[next++ % values.length] ?? 'null')
    const all = Array.from({ length: times }, (_, index) => `a${String(index)}: ${one}`)
    return {
      asker: 'anonymous',
      method: 'POST',
      address: '/graphql',
      headers: {},
      body: {
        type: 'application/json',
        text: JSON.stringify({
          query: `query ($v: String) { ${all.join(' ')} }`,
          variables: { v: variable },
        }),
      },
    }
  })

function operationsOf(description: unknown): Operation[] {
  const paths = isRecord(description) && isRecord(description.paths) ? description.paths : {}
  return Object.entries(paths).flatMap(([path, item]) => {
    const operation = isRecord(item) ? item.get : undefined
    if (!isRecord(operation)) return []
    const parameters = Array.isArray(operation.parameters) ? operation.parameters : []
    return [{ path, parameters: parameters.filter(isParameter) }]
  })
}

function isParameter(value: unknown): value is Parameter {
  return (
    isRecord(value) &&
    typeof value.name === 'string' &&
    typeof value.in === 'string' &&
    isRecord(value.schema)
  )
}
