import {
  Kind,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

// What a query of the authoring plane's GraphQL may be. Its schema has circles (regions their neighbours,
// and these theirs), so that a short query can ask for all that there is, many times over. It is judged before
// anybody carries it out, by the text alone, and each fragment once, however often it is spread.

/** What a query may have at most. */
export const queryLimits = {
  tokens: 10_000,
  fragments: 100,
  /** Fields within each other. */
  depth: 12,
  /** Fields of the whole query, each read of a list, an entry or an account. */
  roots: 10,
  /** Fields that it comes to with all its fragments written out. */
  fields: 1000,
  /** Of those, such as ask for the schema itself; the usual question of tools has some 150. */
  schemaFields: 400,
  /** Values and entries that the answer may hold, about. */
  cost: 100_000,
} as const

/** Which of the limits a query is beyond; a fragment that contains itself is beyond all. */
export type QueryProblem = keyof typeof queryLimits | 'circle'

/** What a price is, beside that of the fields within. */
const prices = { value: 1, entry: 3, root: 30 } as const
/** Braces within each other with the fragments: what walks through them recurses. */
const deepestText = 200
/** How many entries a page has where nobody says. */
const usualPage = 10
/** As many as there may be, where somebody asks for all. */
const wholeList = 20_000

/** Names of fields that hold lists, and how many entries each is taken to have: how many it has shows only later. */
export type Lists = ReadonlyMap<string, number>

interface Question {
  document: DocumentNode
  variables: Readonly<Record<string, unknown>>
  lists: Lists
}

interface Measure {
  fields: number
  schemaFields: number
  depth: number
  cost: number
  /** Whether it asks for the entries of a page. */
  hasPage: boolean
  roots: number
}

/** What a query has too much of; null where it may be carried out. */
export function findQueryProblem({ document, variables, lists }: Question): QueryProblem | null {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  )
  if (fragments.size > queryLimits.fragments) return 'fragments'
  const known = new Map<string, Measure | 'open'>()
  const values = { ...defaultsOf(document), ...variables }

  const ofFragment = (name: string): Measure => {
    const fragment = fragments.get(name)
    const before = known.get(name)
    if (before === 'open') throw new Beyond('circle')
    if (before) return before
    known.set(name, 'open')
    const measure = fragment ? ofSelections(fragment.selectionSet) : nothing
    known.set(name, measure)
    return measure
  }
  let level = 0
  const ofSelections = ({ selections }: SelectionSetNode): Measure => {
    level += 1
    if (level > deepestText) throw new Beyond('depth')
    const measure = selections.map(ofSelection).reduce(together, nothing)
    level -= 1
    return measure
  }
  const ofSelection = (node: SelectionNode): Measure => {
    if (node.kind === Kind.FIELD) return ofField(node)
    return node.kind === Kind.FRAGMENT_SPREAD
      ? ofFragment(node.name.value)
      : ofSelections(node.selectionSet)
  }
  const ofField = (node: FieldNode): Measure => {
    const name = node.name.value
    const inner = node.selectionSet ? ofSelections(node.selectionSet) : nothing
    // Of the schema there is a rule of GraphQL's own for what is within each other.
    if (name === '__schema' || name === '__type') {
      const schemaFields = inner.fields + 1
      return { ...inner, fields: 0, schemaFields, depth: 1, cost: schemaFields, roots: 1 }
    }
    const price = node.selectionSet ? prices.entry : prices.value
    return {
      fields: inner.fields + 1,
      schemaFields: inner.schemaFields,
      depth: inner.depth + 1,
      cost: price + inner.cost * entriesOf(node, inner),
      hasPage: name === 'docs',
      roots: 1,
    }
  }
  const entriesOf = (node: FieldNode, { hasPage }: Measure): number => {
    const given = (name: string) => {
      const value = node.arguments?.find((argument) => argument.name.value === name)?.value
      if (value?.kind === Kind.VARIABLE) return values[value.name.value] ?? 'unknown'
      return value && ('value' in value ? value.value : 'unknown')
    }
    const [limit, pagination] = [given('limit'), given('pagination')]
    if (limit !== undefined) return Number(limit) > 0 ? Number(limit) : wholeList
    if (hasPage && pagination !== undefined && pagination !== true) return wholeList
    return hasPage ? usualPage : (lists.get(node.name.value) ?? 1)
  }
  try {
    return judge(document.definitions, ofSelections)
  } catch (error) {
    if (error instanceof Beyond) return error.problem
    throw error
  }
}

/** Fragments that nobody spreads count too: they are compared with each other all the same. */
function judge(
  definitions: readonly DefinitionNode[],
  measure: (selections: SelectionSetNode) => Measure,
): QueryProblem | null {
  let [fields, schemaFields] = [0, 0]
  for (const node of definitions) {
    if (!('selectionSet' in node) || !node.selectionSet) continue
    const found = measure(node.selectionSet)
    fields += found.fields
    schemaFields += found.schemaFields
    if (fields > queryLimits.fields) return 'fields'
    if (schemaFields > queryLimits.schemaFields) return 'schemaFields'
    if (node.kind !== Kind.OPERATION_DEFINITION) continue
    if (found.depth > queryLimits.depth) return 'depth'
    if (found.roots > queryLimits.roots) return 'roots'
    if (found.cost + found.roots * prices.root > queryLimits.cost) return 'cost'
  }
  return null
}

/** What stops the measuring itself. */
class Beyond extends Error {
  readonly problem: QueryProblem

  constructor(problem: QueryProblem) {
    super(problem)
    this.problem = problem
  }
}

/** What variables are where nobody gives them. Of several operations, each may say another. */
function defaultsOf({ definitions }: DocumentNode): Record<string, unknown> {
  const [operation, ...others] = definitions.filter(
    (node) => node.kind === Kind.OPERATION_DEFINITION,
  )
  if (!operation || others.length > 0) return {}
  return Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue && 'value' in defaultValue ? [[variable.name.value, defaultValue.value]] : [],
    ),
  )
}

const nothing: Measure = {
  fields: 0,
  schemaFields: 0,
  depth: 0,
  cost: 0,
  hasPage: false,
  roots: 0,
}

function together(one: Measure, other: Measure): Measure {
  return {
    fields: one.fields + other.fields,
    schemaFields: one.schemaFields + other.schemaFields,
    depth: Math.max(one.depth, other.depth),
    cost: one.cost + other.cost,
    hasPage: one.hasPage || other.hasPage,
    roots: one.roots + other.roots,
  }
}
