import type { FastifyRequest } from 'fastify'
import { parseRequestParams, type RequestParams, type Response } from 'graphql-http'
import { isRecord } from '#model/documents.ts'
import type { PersistedQueries } from './persisted.ts'

/**
 * What a request asks for, by the rules of GraphQL over HTTP, the text of a persisted query in its
 * place; or the answer to a request that is not one at all (another method, another media type).
 *
 * @throws Error, Problem where the request is malformed, or its persisted query is not known here
 */
export async function readAsked(
  { method, url, headers, body, raw }: FastifyRequest,
  persisted: PersistedQueries,
): Promise<RequestParams | Response> {
  const isGet = method === 'GET' || method === 'HEAD'
  const asked = await parseRequestParams({
    method: isGet ? 'GET' : method,
    headers,
    url: isGet ? addQuery(url, persisted) : url,
    body: isGet ? null : addQueryToBody(body, persisted),
    raw,
    context: undefined,
  })
  if (!isResponse(asked)) persisted.keep(asked.query, asked.extensions)
  return asked
}

export function isResponse(asked: RequestParams | Response): asked is Response {
  return Array.isArray(asked)
}

function addQuery(url: string, persisted: PersistedQueries): string {
  const [path = '', search = ''] = url.split('?')
  const parameters = new URLSearchParams(search)
  const extensions = parameters.get('extensions')
  if (extensions === null || parameters.has('query')) return url
  const query = persisted.find(parse(extensions))
  if (query === undefined) return url
  parameters.set('query', query)
  return `${path}?${parameters.toString()}`
}

/** A body that is no JSON object stays as it is: graphql-http says what is wrong with it. */
function addQueryToBody(
  body: unknown,
  persisted: PersistedQueries,
): string | Record<string, unknown> | null {
  if (typeof body !== 'string') return null
  const data = parse(body)
  if (!isRecord(data)) return body
  if (data.query !== undefined && data.query !== null) return data
  return { ...data, query: persisted.find(data.extensions) }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
