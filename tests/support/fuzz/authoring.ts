import fc from 'fast-check'
import type { SanitizedConfig, FlattenedField } from 'payload'
import { classifiedEndpoints, classifiedGraphQL } from '../contract/doors.ts'
import { isMethod } from '../http.ts'
import { askers, nowhere, type Asked } from './asked.ts'
import { sent } from './bodies.ts'
import { dataFor } from './fields.ts'
import { graphqlQuery } from './graphql.ts'
import { strangeHeaders } from './headers.ts'
import { bodyOfOwnDoor, ownParameters } from './own-doors.ts'
import { anyOfNames, queryOf, queryOfCollection } from './queries.ts'
import { partOfPath } from './values.ts'

const asker = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...askers) },
  // Whoever may the most gets the furthest.
  { weight: 4, arbitrary: fc.constantFrom('author', 'editor', 'admin') },
)

/** What may be asked of the authoring plane: at each of its doors, at its GraphQL, and where no door is. */
export function askedOfAuthoring(config: SanitizedConfig): fc.Arbitrary<Asked> {
  const doors = classifiedEndpoints().map(({ name }) => atDoor(config, name))
  return fc.oneof(
    { weight: 16, arbitrary: fc.oneof(...doors) },
    { weight: 3, arbitrary: atGraphQL(config) },
    { weight: 1, arbitrary: elsewhere(config) },
  )
}

function atDoor(config: SanitizedConfig, door: string): fc.Arbitrary<Asked> {
  const [method = '', path = ''] = door.split(' ')
  if (!isMethod(method)) throw new Error(`There is no way to ask with ${method}.`)
  const [, root = ''] = path.split('/')
  const own = fieldsOf(config, root === 'globals' ? path.split('/')[2] : root)
  const isOfPayload = own !== undefined && isNative(path)
  return fc.record({
    asker: path.startsWith('/scim') ? fc.constantFrom('directory', 'admin') : asker,
    method: fc.constant(method),
    address: fc
      .tuple(
        addressOf(path, root),
        isOfPayload ? queryOfCollection(own) : queryOf(anyOfNames(ownParameters)),
      )
      .map((parts) => parts.join('')),
    headers: strangeHeaders,
    body:
      method === 'GET'
        ? fc.constant(null)
        : sent(
            isOfPayload
              ? dataFor(own)
              : path.endsWith('/preview/page') && own
                ? formOf(own)
                : bodyOfOwnDoor(door),
          ),
  })
}

function formOf(fields: readonly FlattenedField[]): fc.Arbitrary<unknown> {
  return dataFor(fields).map((data) => ({ data }))
}

/** Whether an endpoint is one that Payload makes, which takes its queries and its data. */
function isNative(path: string): boolean {
  return /^\/(globals\/)?[^/]+(\/(:id|count|versions|:id\/duplicate|versions\/:id|trash\/:id))?$/.test(
    path,
  )
}

function fieldsOf(config: SanitizedConfig, slug = ''): readonly FlattenedField[] | undefined {
  const of = [...config.collections, ...config.globals].find((one) => one.slug === slug)
  return of?.flattenedFields
}

function addressOf(path: string, slug: string): fc.Arbitrary<string> {
  const parts = path
    .split('/')
    .filter(Boolean)
    .map((part): fc.Arbitrary<string> => {
      if (!part.startsWith(':')) return fc.constant(`/${part}`)
      const likely =
        part === ':id' || part === ':id?'
          ? fc.constant(`/~~${slug}~~`)
          : fc.constant(`/~~${part.replaceAll(/\W/g, '')}~~`)
      return fc.oneof(
        { weight: 6, arbitrary: likely },
        { weight: 1, arbitrary: fc.constant(`/${nowhere}`) },
        { weight: 2, arbitrary: partOfPath.map((text) => `/${text}`) },
      )
    })
  return fc.tuple(...parts).map((all) => all.join(''))
}

function atGraphQL(config: SanitizedConfig): fc.Arbitrary<Asked> {
  return fc.record({
    asker,
    method: fc.constant('POST' as const),
    address: fc.constant('/graphql'),
    headers: strangeHeaders,
    body: sent(graphqlQuery(classifiedGraphQL(), config)),
  })
}

/** Paths that lead nowhere, or along a door. */
function elsewhere(config: SanitizedConfig): fc.Arbitrary<Asked> {
  const slugs = config.collections.map(({ slug }) => slug)
  const part = fc.oneof(
    partOfPath,
    fc.constantFrom(
      'globals',
      'graphql',
      'healthz',
      '__proto__',
      'constructor',
      'toString',
      ...slugs,
    ),
  )
  return fc.record({
    asker,
    method: fc.constantFrom('GET', 'POST', 'PATCH', 'PUT', 'DELETE'),
    address: fc
      .array(part, { minLength: 1, maxLength: 4 })
      .map((parts) => parts.map((one) => `/${one}`).join('')),
    headers: strangeHeaders,
    body: fc.constant(null),
  })
}
