import type { Endpoint } from 'payload'
import { answer, pathPart, readBody } from '#access/answer.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { takeTransitions } from './bulk.ts'
import { parseBulkRequest, parseRequest } from './request.ts'
import { readWorkflow, takeTransition } from './transition.ts'

/** The workflow of a collection over HTTP: `/transitions`, `/{id}/transitions` and `/{id}/workflow`. */
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
    {
      path: '/:id/workflow',
      method: 'get',
      handler: (req) =>
        answer(req, () => readWorkflow({ req, collection, id: pathPart(req, 'id') })),
    },
  ]
}
