import type { CollectionConfig, Endpoint, PayloadRequest } from 'payload'
import { callerLanguage } from '#access/answer.ts'
import { isRecord } from '#model/documents.ts'
import { inLanguage } from '#model/text.ts'
import { notedProposals } from './noted.ts'
import { sayProposed } from './say-proposed.ts'

/**
 * Payload's own `PATCH /{id}` and `PATCH /` of a collection of reference data, which say of a change that became a
 * proposal what it is: 202, with the proposals and a message. The entry in the answer is as it was.
 */
export const proposingEndpoints: Endpoint[] = (['/:id', '/'] as const).map((path) => {
  const endpoint: Endpoint = {
    path,
    method: 'patch',
    handler: async (req) => {
      const response = await nativeHandler(req, endpoint)(req)
      const proposals = notedProposals(req.context)
      if (!response.ok || proposals.length === 0) return response
      const body: unknown = await response.json()
      const headers = new Headers(response.headers)
      headers.delete('content-length')
      return Response.json(
        {
          ...(isRecord(body) ? body : {}),
          message: inLanguage(sayProposed(proposals), callerLanguage(req)),
          proposals,
        },
        { status: 202, headers },
      )
    },
  }
  return endpoint
})

/** Payload adds its own endpoints behind ours, under the same path. */
function nativeHandler(
  { payload, routeParams }: PayloadRequest,
  own: Endpoint,
): Endpoint['handler'] {
  const configs: readonly Pick<CollectionConfig, 'slug' | 'endpoints'>[] =
    payload.config.collections
  const endpoints = configs.find(({ slug }) => slug === routeParams?.collection)?.endpoints
  const native = Array.isArray(endpoints)
    ? endpoints.find(
        ({ path, method, handler }) =>
          path === own.path && method === own.method && handler !== own.handler,
      )
    : undefined
  if (!native) throw new Error(`Payload has no ${own.method} ${own.path} of its own.`)
  return native.handler
}
