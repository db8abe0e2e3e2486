import type { Endpoint } from 'payload'
import * as z from 'zod'
import { answer, pathPart, readBody } from '#access/answer.ts'
import { inOneSpelling, type EditorialCollection } from '#model/documents.ts'
import { digestText, parseInput, storableText } from '#model/input.ts'
import { assignmentEndpoints } from './assignment/endpoints.ts'
import { takeTransitions } from './bulk.ts'
import { commentEndpoints } from './conversation/endpoints.ts'
import { differenceEndpoints } from './difference/endpoints.ts'
import { expertLinkEndpoints } from './expert/endpoints.ts'
import { historyEndpoints } from './history.ts'
import { previewEndpoints } from './preview/endpoints.ts'
import { readWorkflow, takeTransition } from './transition.ts'
import { transitionNames } from './transitions.ts'

const requestSchema = z.strictObject({
  transition: z.enum(transitionNames),
  comment: storableText(10_000).optional(),
  expectedDigest: digestText.optional(),
  publishAt: storableText(40).optional(),
  unpublishAt: storableText(40).optional(),
  seenFrom: digestText.optional(),
})

const mostAtOnce = 500

const bulkSchema = requestSchema.omit({ expectedDigest: true, seenFrom: true }).extend({
  ids: z
    .array(storableText(100).transform(inOneSpelling))
    .min(1)
    .max(mostAtOnce, `at most ${String(mostAtOnce)} documents at once`)
    .refine((ids) => new Set(ids).size === ids.length, 'each document is named once'),
  expectedDigests: z.record(z.string(), digestText).optional(),
})

/** The workflow of a collection over HTTP: everything below `/{id}/transitions` and `/{id}/workflow`. */
export function workflowEndpoints(collection: EditorialCollection): Endpoint[] {
  return [
    {
      path: '/transitions',
      method: 'post',
      handler: (req) =>
        answer(req, async () => {
          const body = (await readBody(req)) ?? {}
          const {
            ids,
            expectedDigests = {},
            ...request
          } = parseInput(bulkSchema, body, 'The request is not a transition of many documents.')
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
    ...differenceEndpoints(collection),
    ...assignmentEndpoints(collection),
    ...commentEndpoints(collection),
    ...expertLinkEndpoints(collection),
    ...previewEndpoints(collection),
    ...historyEndpoints(collection),
  ]
}

/** Validates the body of a transition request. @throws InvalidRequest naming field and reason */
export function parseRequest(body: unknown): z.infer<typeof requestSchema> {
  return parseInput(requestSchema, body ?? {}, 'The request is not a transition.')
}
