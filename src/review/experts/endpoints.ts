import type { Endpoint } from 'payload'
import * as z from 'zod'
import { answer, pathPart, readBody } from '#access/answer.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { parseInput, storableText, writtenText } from '#model/input.ts'
import { anchorSchema } from '../comments/request.ts'
import { findExpertReview, makeExpertLink, revokeExpertLink } from './links.ts'
import { answerExpertLink, openExpertLink } from './review.ts'

const linkSchema = z.strictObject({
  reader: writtenText(200).optional(),
  expiresAt: storableText(40).optional(),
})

const answerSchema = z.strictObject({
  name: writtenText(200),
  opinion: z.enum(['agree', 'object']),
  comment: writtenText(10_000).optional(),
  comments: z
    .array(z.strictObject({ body: writtenText(10_000), on: anchorSchema.default({}) }))
    .max(100)
    .default([]),
})

/** Links for experts, for editors: `/{id}/workflow/expert-links[/{link}]`. */
export function expertLinkEndpoints(collection: EditorialCollection): Endpoint[] {
  const path = '/:id/workflow/expert-links'
  return [
    {
      path,
      method: 'get',
      handler: (req) =>
        answer(req, () => findExpertReview({ req, collection, id: pathPart(req, 'id') })),
    },
    {
      path,
      method: 'post',
      handler: (req) =>
        answer(
          req,
          async () => {
            const body = (await readBody(req)) ?? {}
            const request = parseInput(linkSchema, body, 'This is not a valid request for a link.')
            return makeExpertLink({ req, collection, id: pathPart(req, 'id'), ...request })
          },
          201,
        ),
    },
    {
      path: `${path}/:link`,
      method: 'delete',
      handler: (req) =>
        answer(req, () =>
          revokeExpertLink({
            req,
            collection,
            id: pathPart(req, 'id'),
            link: pathPart(req, 'link'),
          }),
        ),
    },
  ]
}

/** What an expert opens without an account: `GET` and `POST /api/expert-review/{token}`. */
export const expertReviewEndpoints: Endpoint[] = [
  {
    path: '/expert-review/:token',
    method: 'get',
    handler: (req) => answer(req, () => openExpertLink(req, pathPart(req, 'token'))),
  },
  {
    path: '/expert-review/:token',
    method: 'post',
    handler: (req) =>
      answer(
        req,
        async () => {
          const body = (await readBody(req)) ?? {}
          const sent = parseInput(answerSchema, body, 'This is not a valid opinion.')
          return answerExpertLink(req, pathPart(req, 'token'), sent)
        },
        201,
      ),
  },
]
