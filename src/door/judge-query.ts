import { parse } from 'graphql'
import { isRecord } from '#model/documents.ts'
import { isQueryDeeper } from './nesting.ts'
import { findQueryProblem, queryLimits, type Lists } from './query-cost.ts'
import { queryTooComplex, queryTooLong, tooDeep, type Refusal } from './refusals.ts'

/** What a query of GraphQL may have, in characters; its variables come beside it. */
const longestQuery = 100_000
/** Braces and brackets of a query within each other: its parser recurses. */
const deepestQuery = 60

/**
 * Why a query of GraphQL is not carried out; null where it is. To the scan of the body it is one text in quotes.
 *
 * @param body of the request, as it came
 * @param lists names of fields that hold lists
 */
export function judgeQuery(body: Uint8Array, lists: Lists): Refusal | null {
  const { query, variables } = questionIn(new TextDecoder().decode(body))
  if (query.length > longestQuery) return queryTooLong(longestQuery)
  if (isQueryDeeper(new TextEncoder().encode(query), deepestQuery)) return tooDeep(deepestQuery)
  try {
    const document = parse(query, { maxTokens: queryLimits.tokens, noLocation: true })
    const problem = findQueryProblem({ document, variables, lists })
    return problem && queryTooComplex(problem)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    // Whoever parses it next says what is wrong with it.
    return error.message.includes('tokens') ? queryTooComplex('tokens') : null
  }
}

function questionIn(body: string): { query: string; variables: Record<string, unknown> } {
  try {
    const parsed: unknown = JSON.parse(body)
    const { query, variables } = isRecord(parsed) ? parsed : {}
    return {
      query: typeof query === 'string' ? query : '',
      variables: isRecord(variables) ? variables : {},
    }
  } catch {
    return { query: '', variables: {} }
  }
}
