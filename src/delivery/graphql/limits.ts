import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit'
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import {
  getNamedType,
  GraphQLError,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'

/** What a query may be at most, beside its cost. */
export const limits = {
  tokens: 1000,
  depth: 10,
  aliases: 10,
  bytes: 64 * 1024,
  errors: 5,
} as const

/** The code of an error that says that a query is too much. */
export const tooMuch = 'query_too_complex'

/** Rules that hold before anything else is looked at: they are quick whatever the query is. */
export const shapeRules: readonly ValidationRule[] = [
  (context) =>
    maxDepthRule({
      n: limits.depth,
      flattenFragments: true,
      ...refusing(`A query is at most ${String(limits.depth)} levels deep.`),
    })(context),
  (context) =>
    maxAliasesRule({
      n: limits.aliases,
      ...refusing(`A query has at most ${String(limits.aliases)} aliases.`),
    })(context),
]

/** What the rule counts for a field, by whether it has fields of its own, and a level deeper. */
const prices = { scalarCost: 1, objectCost: 2, depthCostFactor: 1.5 } as const
const wholePage = 50
const mostCosts = new WeakMap<GraphQLSchema, number>()

/**
 * The most that a query may cost: a page of 50 portraits with all that they have, asked for by `edges`, and
 * a tenth more. It grows with what a portrait has.
 */
export function mostCostIn(schema: GraphQLSchema): number {
  const known = mostCosts.get(schema)
  if (known !== undefined) return known
  const { objectCost, depthCostFactor } = prices
  const deeper = (cost: number) => objectCost + depthCostFactor * cost
  const page = wholePage * deeper(deeper(costOf(schema.getType('Portrait'))))
  const most = Math.ceil(page * 1.1)
  mostCosts.set(schema, most)
  return most
}

/** The cost of a field of some type with all that there is below it. */
function costOf(type: GraphQLNamedType | undefined): number {
  if (!isObjectType(type)) return prices.scalarCost
  return Object.values(type.getFields()).reduce(
    (sum, field) => sum + prices.depthCostFactor * costOf(getNamedType(field.type)),
    prices.objectCost as number,
  )
}

/** The rule for the cost of a valid document; it is asked about what `withSizes` gives. */
export const costRule: ValidationRule = (context) =>
  costLimitRule({
    maxCost: mostCostIn(context.getSchema()),
    ...prices,
    flattenFragments: true,
    ...refusing('This query asks for too much at once. Ask for smaller pages or fewer fields.'),
  })(context)

function refusing(message: string) {
  const report = (context: ValidationContext | null): void => {
    context?.reportError(new GraphQLError(message, { extensions: { code: tooMuch } }))
  }
  return { propagateOnRejection: false, onReject: [report] }
}

/**
 * The document with the size of every page as a number in `first`, where the rule looks for it: what
 * is preset is written out, and a variable counts as the most that it may be.
 */
export function withSizes(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const info = new TypeInfo(schema)
  return visit(
    document,
    visitWithTypeInfo(info, {
      Field: (node) => {
        const size = info
          .getFieldDef()
          ?.args.find(({ name }) => name === 'first' || name === 'limit')
        if (!size) return undefined
        return { ...node, arguments: [firstOf(sizeOf(node, size))] }
      },
    }),
  )
}

function sizeOf(node: FieldNode, { name, defaultValue, extensions }: GraphQLArgument): number {
  const given = node.arguments?.find((argument) => argument.name.value === name)?.value
  if (given === undefined) return Number(defaultValue)
  return given.kind === Kind.INT ? Number(given.value) : Number(extensions.maximum)
}

function firstOf(size: number) {
  return {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: 'first' },
    value: { kind: Kind.INT, value: String(size) },
  } as const
}
