import {
  Kind,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql'
import type { Config, PayloadRequest } from 'payload'
import { isRecord } from '#model/documents.ts'
import { InvalidRequest } from '#model/errors.ts'
import { inDigits } from '#model/json-limits.ts'

type Settings = NonNullable<Config['graphQL']>
type Extension = NonNullable<Settings['queries']>
type Library = Parameters<Extension>[0]

/**
 * Values of entries in lists that one query of GraphQL may come to. A query is judged before it is carried out
 * (src/door/query-cost.ts), but nobody knows then how long the lists are that entries name.
 */
const mostValues = 60_000
const values = new WeakMap<object, number>()

/** The schema, whose lists of entries end where a query has come to more than it may. */
export function withBounds<T extends Settings & { queries: Extension }>(settings: T): T {
  const queries: Extension = (graphql, schema) => {
    boundLists(graphql, Object.values(schema.Query.fields))
    return settings.queries(graphql, schema)
  }
  return { ...settings, queries }
}

function boundLists(
  { getNamedType, isCompositeType, isListType, isNullableType, isObjectType, isType }: Library,
  roots: readonly unknown[],
): void {
  const seen = new Set<GraphQLObjectType>()
  const waiting: GraphQLObjectType[] = []
  const note = (type: unknown) => {
    const named = isType(type) ? getNamedType(type) : undefined
    if (isObjectType(named) && !seen.has(named)) waiting.push(named)
  }
  for (const field of roots) note(isRecord(field) ? field.type : undefined)
  for (let type = waiting.pop(); type; type = waiting.pop()) {
    if (seen.has(type)) continue
    seen.add(type)
    for (const field of Object.values(type.getFields())) {
      note(field.type)
      const { resolve } = field
      const isList = isListType(field.type) && isCompositeType(getNamedType(field.type))
      if (!resolve || !isList || !isNullableType(field.type)) continue
      field.resolve = async (...given) => {
        const req = (given[2] as { req: PayloadRequest }).req
        const isOver = (values.get(req.payloadDataLoader) ?? 0) > mostValues
        // It was said once; as many errors as lists would be as much as the lists.
        if (isOver) return null
        const list: unknown = await Reflect.apply(resolve, undefined, given)
        if (Array.isArray(list)) countValues(req, list.length * valuesAsked(given[3]))
        return list
      }
    }
  }
}

/** @throws InvalidRequest 400, once for a request, where it has come to more than it may */
function countValues({ payloadDataLoader }: PayloadRequest, count: number): void {
  const before = values.get(payloadDataLoader) ?? 0
  values.set(payloadDataLoader, before + count)
  if (before > mostValues || before + count <= mostValues) return
  const most = inDigits(mostValues)
  throw new InvalidRequest({
    de: `Diese GraphQL-Anfrage käme auf mehr als ${most.de} Werte in Listen. Bitte mit kleinerem "limit", weniger Feldern oder weniger Listen ineinander fragen.`,
    en: `This GraphQL query would come to more than ${most.en} values in lists. Ask with a smaller "limit", for fewer fields or for fewer lists within each other.`,
  })
}

const asked = new WeakMap<SelectionSetNode, number>()

/** How many values each entry of a list is asked for. */
function valuesAsked({ fieldNodes, fragments }: GraphQLResolveInfo): number {
  const countIn = (selections: SelectionSetNode | undefined): number => {
    if (!selections) return 0
    const known = asked.get(selections)
    if (known !== undefined) return known
    const count = selections.selections.reduce((sum, node) => {
      if (node.kind === Kind.FIELD) return sum + 1
      return node.kind === Kind.FRAGMENT_SPREAD
        ? sum + countIn(fragments[node.name.value]?.selectionSet)
        : sum + countIn(node.selectionSet)
    }, 0)
    asked.set(selections, count)
    return count
  }
  return fieldNodes.reduce((sum, node) => sum + countIn(node.selectionSet), 0)
}
