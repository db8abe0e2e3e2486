import type { Endpoint } from 'payload'
import { answer, pathPart, readBody } from '#access/answer.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { takeTransitions } from './bulk.ts'
import { parseBulkRequest, parseRequest } from './request.ts'
import { takeTransition } from './transition.ts'

/** The steps of the workflow over HTTP: `/{id}/transitions`, and `/transitions` for many documents. */
export function workflowEndpoints(collection: EditorialCollection): Endpoint[] {
  return [
    {
      path: '/transitions',
      method: 'post',
      handler: (req) =>
        answer(req, async () => {
          const { ids, expectedDigests = {}, ...request } = parseBulkRequest(await readBody(req))
          return takeTransitions({ req, collection, ids, expectedDigests, request })
        }),
    },
    {
      path: '/:id/transitions',
      method: 'post',
      handler: (req) =>
        answer(req, async () =>
          takeTransition({
            req,
            collection,
            id: pathPart(req, 'id'),
            ...parseRequest(await readBody(req)),
          }),
        ),
    },
  ]
}
