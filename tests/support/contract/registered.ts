import type { GraphQLObjectType, GraphQLSchema } from 'graphql'
import type { Endpoint, SanitizedConfig } from 'payload'
import { isRecord } from '#model/documents.ts'
import type { Product } from '../product.ts'

/** Payload gives it to the first configuration of a process that is asked over REST, and to no other. */
const picturesOfLinks = 'GET /og'

/** Every endpoint that Payload would answer by, as `POST /users/login`. */
export function listEndpoints(config: SanitizedConfig): string[] {
  const below = (root: string, endpoints: false | readonly Endpoint[] | undefined) =>
    (endpoints === false ? [] : (endpoints ?? [])).map(
      ({ method, path }) => `${method.toUpperCase()} ${path === '/' ? root : `${root}${path}`}`,
    )
  const registered = [
    picturesOfLinks,
    ...below('', config.endpoints),
    ...config.collections.flatMap(({ slug, endpoints }) => below(`/${slug}`, endpoints)),
    ...config.globals.flatMap(({ slug, endpoints }) => below(`/globals/${slug}`, endpoints)),
  ]
  return [...new Set(registered)]
}

/** The schema of GraphQL as Payload has built it, with types of its own copy of the library. Introspection is closed. */
export async function schemaOf(product: Pick<Product, 'graphql'>): Promise<GraphQLSchema> {
  await product.graphql('{ __typename }')
  const cache: unknown = Reflect.get(globalThis, '_payload_graphql')
  const built = isRecord(cache) ? cache.graphql : undefined
  const schema = isRecord(built) ? built.schema : undefined
  if (!isSchema(schema)) throw new Error('Payload keeps its GraphQL schema somewhere else now.')
  return schema
}

/** Every field of the schema that answers, as `mutation updateUser`. */
export async function listGraphQL(product: Pick<Product, 'graphql'>): Promise<string[]> {
  const schema = await schemaOf(product)
  const fieldsOf = (type: GraphQLObjectType | null | undefined) =>
    Object.keys(type?.getFields() ?? {})
  return [
    ...fieldsOf(schema.getQueryType()).map((name) => `query ${name}`),
    ...fieldsOf(schema.getMutationType()).map((name) => `mutation ${name}`),
    ...fieldsOf(schema.getSubscriptionType()).map((name) => `subscription ${name}`),
  ]
}

function isSchema(value: unknown): value is GraphQLSchema {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['getQueryType', 'getMutationType', 'getSubscriptionType'].every(
      (name) => typeof Reflect.get(value, name) === 'function',
    )
  )
}
