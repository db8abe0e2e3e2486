import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { answer, readBody } from '#access/answer.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { parseInput, storableText } from '#model/input.ts'
import { readWorkflow, takeTransition } from './transition.ts'
import { transitionNames } from './transitions.ts'

const requestSchema = z.strictObject({
  transition: z.enum(transitionNames),
  comment: storableText(10_000).optional(),
  expectedDigest: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'a digest is 64 hexadecimal digits')
    .optional(),
})

/** The workflow over HTTP: `POST /{id}/transitions` and `GET /{id}/workflow`. */
export function workflowEndpoints(collection: EditorialCollection): Endpoint[] {
  return [
    {
      path: '/:id/transitions',
      method: 'post',
      handler: (req) =>
        answer(async () =>
          takeTransition({
            req,
            collection,
            id: idOf(req),
            ...parseRequest(await readBody(req)),
          }),
        ),
    },
    {
      path: '/:id/workflow',
      method: 'get',
      handler: (req) => answer(() => readWorkflow({ req, collection, id: idOf(req) })),
    },
  ]
}

/** Validates the body of a transition request. @throws InvalidRequest naming field and reason */
export function parseRequest(body: unknown): z.infer<typeof requestSchema> {
  return parseInput(requestSchema, body ?? {}, 'The request is not a transition.')
}

function idOf(req: PayloadRequest): string {
  const id = req.routeParams?.id
  return typeof id === 'string' ? id : ''
}
