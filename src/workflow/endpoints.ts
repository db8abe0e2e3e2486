import type { Endpoint } from 'payload'
import { answer, pathPart, readBody } from '#access/answer.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { takeTransitions } from './bulk.ts'
import {
  parseBulkRequest,
  parsePlanRequest,
  parseRequest,
  parseSignOff,
  parseTakeBack,
} from './request.ts'
import { sayWhetherPlanIsKept } from './keep-plan.ts'
import { signOff, takeBackSignOff } from './sign-off.ts'
import { takeTransition } from './transition.ts'

/**
 * The steps of the workflow over HTTP: `/{id}/transitions`, and `/transitions` for many documents;
 * `PATCH /{id}/workflow/plan`, `POST /{id}/workflow/sign-offs` and `POST /{id}/workflow/sign-offs/{kind}/take-back`.
 */
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
      path: '/:id/workflow/plan',
      method: 'patch',
      handler: (req) =>
        answer(req, async () => {
          const { isKept } = parsePlanRequest(await readBody(req))
          return sayWhetherPlanIsKept({ req, collection, id: pathPart(req, 'id'), isKept })
        }),
    },
    {
      path: '/:id/workflow/sign-offs',
      method: 'post',
      handler: (req) =>
        answer(
          req,
          async () => {
            const request = parseSignOff(await readBody(req))
            return signOff({ req, collection, id: pathPart(req, 'id'), ...request })
          },
          201,
        ),
    },
    {
      path: '/:id/workflow/sign-offs/:kind/take-back',
      method: 'post',
      handler: (req) =>
        answer(req, async () => {
          const request = parseTakeBack(pathPart(req, 'kind'), await readBody(req))
          return takeBackSignOff({ req, collection, id: pathPart(req, 'id'), ...request })
        }),
    },
  ]
}
