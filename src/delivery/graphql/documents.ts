import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import { costRule, limits, shapeRules, tooMuch, withSizes } from './limits.ts'

/** A query that may be executed, or why it may not. */
export type Checked = { document: DocumentNode } | { errors: readonly GraphQLError[] }

/** Parses and validates queries, and remembers those that are valid. */
export function newDocuments(
  schema: GraphQLSchema,
  { hasIntrospection }: { hasIntrospection: boolean },
): (query: string) => Checked {
  // Bounded in characters of queries: their trees take some fifty times as much.
  const known = new LRUCache<string, Checked>({
    max: 1000,
    maxSize: 500_000,
    sizeCalculation: (_, query) => query.length + 100,
  })
  const rules = hasIntrospection
    ? specifiedRules
    : [...specifiedRules, NoSchemaIntrospectionCustomRule]
  const options = { maxErrors: limits.errors, hideSuggestions: !hasIntrospection }

  const check = (query: string): Checked => {
    const parsed = parseWithin(query)
    if (parsed instanceof GraphQLError) return { errors: [parsed] }
    const steps = [
      () => validate(schema, parsed, shapeRules, options),
      () => validate(schema, parsed, rules, options),
      () => validate(schema, withSizes(schema, parsed), [costRule], options),
    ]
    for (const step of steps) {
      const errors = step()
      if (errors.length > 0) return { errors }
    }
    return { document: parsed }
  }

  return (query) => {
    const found = known.get(query)
    if (found) return found
    const checked = check(query)
    if ('document' in checked) known.set(query, checked)
    return checked
  }
}

function parseWithin(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: limits.tokens })
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    return /more that? \d+ tokens/.test(error.message)
      ? new GraphQLError(`A query has at most ${String(limits.tokens)} tokens.`, {
          extensions: { code: tooMuch },
        })
      : error
  }
}
