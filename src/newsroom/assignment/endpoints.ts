import type { Endpoint } from 'payload'
import * as z from 'zod'
import { answer, pathPart, readBody } from '#access/answer.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { idText, parseInput, storableText } from '#model/input.ts'
import { assign } from './assign.ts'
import { claim, release } from './claim.ts'
import { delegate, endDelegation, findDelegations } from './delegations.ts'

const assignmentSchema = z.strictObject({
  author: idText.nullable().optional(),
  reviewer: idText.nullable().optional(),
  dueAt: storableText(40).nullable().optional(),
})

const claimSchema = z.strictObject({ minutes: z.int().min(1).max(1440).default(120) })

const delegationSchema = z.strictObject({
  from: idText.optional(),
  to: idText,
  startsAt: storableText(40).optional(),
  endsAt: storableText(40),
})

/**
 * `PATCH /{id}/workflow/assignment` says who writes, who reviews and by when; `POST` and `DELETE
 * /{id}/workflow/claim` begin and end "I am reviewing this". All answer the workflow's view.
 */
export function assignmentEndpoints(collection: EditorialCollection): Endpoint[] {
  return [
    {
      path: '/:id/workflow/assignment',
      method: 'patch',
      handler: (req) =>
        answer(req, async () => {
          const body = (await readBody(req)) ?? {}
          const change = parseInput(assignmentSchema, body, 'This is not a valid assignment.')
          return assign({ req, collection, id: pathPart(req, 'id'), change })
        }),
    },
    {
      path: '/:id/workflow/claim',
      method: 'post',
      handler: (req) =>
        answer(req, async () => {
          const body = (await readBody(req)) ?? {}
          const { minutes } = parseInput(claimSchema, body, 'This is not a valid claim.')
          return claim({ req, collection, id: pathPart(req, 'id'), minutes })
        }),
    },
    {
      path: '/:id/workflow/claim',
      method: 'delete',
      handler: (req) => answer(req, () => release({ req, collection, id: pathPart(req, 'id') })),
    },
  ]
}

/** `GET`, `POST /api/delegations`, `DELETE /api/delegations/{id}`: who stands in for whom, and when. */
export const delegationEndpoints: Endpoint[] = [
  {
    path: '/delegations',
    method: 'get',
    handler: (req) => answer(req, async () => ({ delegations: await findDelegations(req) })),
  },
  {
    path: '/delegations',
    method: 'post',
    handler: (req) =>
      answer(
        req,
        async () => {
          const body = (await readBody(req)) ?? {}
          return delegate(
            req,
            parseInput(delegationSchema, body, 'This is not a valid delegation.'),
          )
        },
        201,
      ),
  },
  {
    path: '/delegations/:id',
    method: 'delete',
    handler: (req) => answer(req, () => endDelegation(req, pathPart(req, 'id'))),
  },
]
