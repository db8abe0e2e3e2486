import type { CollectionConfig, Endpoint, PayloadRequest } from 'payload'
import { callerLanguage } from '#access/answer.ts'
import { isRecord } from '#model/documents.ts'
import { inLanguage, type Language } from '#model/text.ts'
import { notedProposals, type NotedProposal } from './noted.ts'

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
          message: messageOf(proposals, callerLanguage(req)),
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

function messageOf(proposals: readonly NotedProposal[], language: Language): string {
  const texts = Math.max(...proposals.map((proposal) => proposal.texts))
  const sites = Math.max(...proposals.map((proposal) => proposal.sites))
  return inLanguage(
    proposals.length === 1
      ? {
          de: `Als Vorschlag gespeichert: Texte, die live, in Prüfung, freigegeben oder eingeplant sind, zeigen das (${String(texts)}; Websites, die es schon zeigen: ${String(sites)}). Eine zweite Person bestätigt ihn; bis dahin bleibt alles, wie es ist.`,
          en: `Saved as a proposal: texts that are live, in review, approved or scheduled show this (${String(texts)}; sites that show it already: ${String(sites)}). A second person confirms it; until then all stays as it is.`,
        }
      : {
          de: `Als ${String(proposals.length)} Vorschläge gespeichert: Texte, die live, in Prüfung, freigegeben oder eingeplant sind, zeigen das. Eine zweite Person bestätigt sie; bis dahin bleibt alles, wie es ist.`,
          en: `Saved as ${String(proposals.length)} proposals: texts that are live, in review, approved or scheduled show this. A second person confirms them; until then all stays as it is.`,
        },
    language,
  )
}
