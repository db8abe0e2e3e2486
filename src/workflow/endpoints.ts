import type { Endpoint } from 'payload'
import { answer, pathPart, readBody } from '#access/answer.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { DocumentNotFound } from '#model/errors.ts'
import { digestText, parseInput, writtenText } from '#model/input.ts'
import { isSignOffKind, signOffKinds } from '#model/sign-offs.ts'
import * as z from 'zod'
import { takeTransitions } from './bulk.ts'
import { parseBulkRequest, parseRequest } from './request.ts'
import { sayWhetherPlanIsKept } from './keep-plan.ts'
import { signOff, takeBackSignOff } from './sign-off.ts'
import { takeTransition } from './transition.ts'

const signOffSchema = z.strictObject({
  kind: z.enum(signOffKinds),
  comment: writtenText(10_000).optional(),
  expectedDigest: digestText.optional(),
})

const planSchema = z.strictObject({ isKept: z.boolean() })

const takeBackSchema = z.strictObject({ comment: writtenText(10_000) })

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
          const body = (await readBody(req)) ?? {}
          const { isKept } = parseInput(planSchema, body, 'Say isKept: true or false.')
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
            const body = (await readBody(req)) ?? {}
            const request = parseInput(signOffSchema, body, 'This is not a valid sign-off.')
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
          const kind = pathPart(req, 'kind')
          if (!isSignOffKind(kind)) throw new DocumentNotFound('sign-offs', kind)
          const body = (await readBody(req)) ?? {}
          const { comment } = parseInput(takeBackSchema, body, 'Say why it is taken back.')
          return takeBackSignOff({ req, collection, id: pathPart(req, 'id'), kind, comment })
        }),
    },
  ]
}
