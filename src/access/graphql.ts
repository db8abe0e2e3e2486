import type { GraphQLObjectType } from 'graphql'
import type { Config } from 'payload'
import { isRecord } from '#model/documents.ts'
import { isPending } from './session.ts'

type Settings = NonNullable<Config['graphQL']>
type Extension = NonNullable<Settings['queries']>
type Library = Parameters<Extension>[0]

/**
 * The schema, with what Payload says in it of who somebody is mended. Whoever still owes a second factor is nobody in
 * it. Of what somebody may do, Payload's answer says `true` for all that is within, and leaves out what is
 * refused; its schema knows neither, and answers by a fault.
 */
export function withAccess<T extends Settings & Record<'queries' | 'mutations', Extension>>(
  settings: T,
): T {
  const queries: Extension = (graphql, schema) => {
    mendPermissions(graphql, schema.Query.fields)
    passOverPending(schema.Query.fields)
    return settings.queries(graphql, schema)
  }
  const mutations: Extension = (graphql, schema) => {
    passOverPending(schema.Mutation.fields)
    return settings.mutations(graphql, schema)
  }
  return { ...settings, queries, mutations }
}

function passOverPending(fields: Record<string, unknown>): void {
  for (const [name, field] of Object.entries(fields)) {
    const resolve = isRecord(field) ? field.resolve : undefined
    if (!isRecord(field) || typeof resolve !== 'function') {
      throw new Error(`The schema has another ${name}.`)
    }
    field.resolve = (source: unknown, args: unknown, context: unknown, info: unknown): unknown => {
      const req = isRecord(context) ? context.req : undefined
      if (isRecord(req) && isRecord(req.user) && isPending(req.user)) req.user = null
      const answer: unknown = Reflect.apply(resolve, undefined, [source, args, context, info])
      return answer
    }
  }
}

function mendPermissions(graphql: Library, fields: Record<string, unknown>): void {
  const seen = new Set<GraphQLObjectType>()
  for (const [name, field] of Object.entries(fields)) {
    if (name !== 'Access' && !name.startsWith('docAccess')) continue
    const type = isRecord(field) ? field.type : undefined
    if (!isRecord(field) || !(type instanceof graphql.GraphQLObjectType)) {
      throw new Error(`The schema has another ${name}.`)
    }
    readShortAnswers(graphql, type, seen)
    // Of globals, the resolver looks for the request among the arguments of the query.
    if (name !== 'Access' && !('args' in field)) field.resolve = handOverRequest(field.resolve)
  }
}

function readShortAnswers(
  { GraphQLObjectType, GraphQLNonNull }: Library,
  root: GraphQLObjectType,
  seen: Set<GraphQLObjectType>,
): void {
  const waiting = [root]
  for (let type = waiting.pop(); type; type = waiting.pop()) {
    if (seen.has(type)) continue
    seen.add(type)
    for (const [name, field] of Object.entries(type.getFields())) {
      const inner: unknown = field.type
      if (inner instanceof GraphQLObjectType) {
        waiting.push(inner)
        field.resolve = (answer: unknown) =>
          answer === true || (isRecord(answer) ? answer[name] : null)
      } else if (inner instanceof GraphQLNonNull) {
        field.resolve = (answer: unknown) =>
          answer === true || (isRecord(answer) && answer[name] === true)
      }
    }
  }
}

function handOverRequest(resolve: unknown) {
  if (typeof resolve !== 'function') throw new Error('The schema has another docAccess.')
  return (source: unknown, _: unknown, context: unknown): unknown =>
    Reflect.apply(resolve, undefined, [source, context])
}
