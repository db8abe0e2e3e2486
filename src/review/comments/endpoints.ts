import type { Endpoint } from 'payload'
import * as z from 'zod'
import { answer, pathPart, readBody } from '#access/answer.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { idText, parseInput, writtenText } from '#model/input.ts'
import { anchorSchema } from './request.ts'
import { changeComment, comment, deleteComment, readConversation } from './discuss.ts'

const commentSchema = z.strictObject({
  body: writtenText(10_000),
  parent: idText.optional(),
  isBlocking: z.boolean().default(false),
  on: anchorSchema.default({}),
})

const changeSchema = z.strictObject({
  body: writtenText(10_000).optional(),
  isResolved: z.boolean().optional(),
})

/** The conversation on a document: `/{id}/workflow/comments[/{comment}]`. */
export function commentEndpoints(collection: EditorialCollection): Endpoint[] {
  const path = '/:id/workflow/comments'
  return [
    {
      path,
      method: 'get',
      handler: (req) =>
        answer(req, () => readConversation({ req, collection, id: pathPart(req, 'id') })),
    },
    {
      path,
      method: 'post',
      handler: (req) =>
        answer(
          req,
          async () => {
            const body = (await readBody(req)) ?? {}
            const request = parseInput(commentSchema, body, 'This is not a valid comment.')
            return comment({ req, collection, id: pathPart(req, 'id'), ...request })
          },
          201,
        ),
    },
    {
      path: `${path}/:comment`,
      method: 'patch',
      handler: (req) =>
        answer(req, async () => {
          const body = (await readBody(req)) ?? {}
          const change = parseInput(changeSchema, body, 'This is not a valid change of a comment.')
          const id = pathPart(req, 'id')
          return changeComment({
            req,
            collection,
            id,
            comment: pathPart(req, 'comment'),
            ...change,
          })
        }),
    },
    {
      path: `${path}/:comment`,
      method: 'delete',
      handler: (req) =>
        answer(req, () =>
          deleteComment({
            req,
            collection,
            id: pathPart(req, 'id'),
            comment: pathPart(req, 'comment'),
          }),
        ),
    },
  ]
}
