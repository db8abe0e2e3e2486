import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import type { EditorialCollection } from '#model/documents.ts'
import { ApplicationError, InvalidRequest, toErrorBody } from '#model/errors.ts'
import { readWorkflow, takeTransition } from './transition.ts'
import { transitionNames } from './transitions.ts'

const requestSchema = z.strictObject({
  transition: z.enum(transitionNames),
  comment: z.string().max(10_000).optional(),
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
        answer(async () => {
          await addDataAndFileToRequest(req)
          return takeTransition({ req, collection, id: idOf(req), ...parseRequest(req.data) })
        }),
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
  const parsed = requestSchema.safeParse(body ?? {})
  if (parsed.success) return parsed.data
  throw new InvalidRequest(
    'The request is not a transition.',
    parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((path) => ({ path, reason: 'Unknown field.' }))
        : [{ path: issue.path.join('.') || 'body', reason: issue.message }],
    ),
  )
}

async function answer(work: () => Promise<unknown>): Promise<Response> {
  try {
    return Response.json(await work(), { headers: { 'Cache-Control': 'no-store' } })
  } catch (error) {
    if (!(error instanceof ApplicationError)) throw error
    return Response.json(toErrorBody(error), { status: error.status })
  }
}

function idOf(req: PayloadRequest): string {
  const id = req.routeParams?.id
  return typeof id === 'string' ? id : ''
}
