import type { Endpoint } from 'payload'
import * as z from 'zod'
import { answer, pathPart, readBody } from '#access/answer.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { parseInput } from '#model/input.ts'
import { purgeTrashed, readTrash, readTrashed, restoreTrashed } from './restore.ts'

/** `GET /api/newsroom/trash`: what can be brought back. */
export const trashEndpoints: Endpoint[] = [
  { path: '/newsroom/trash', method: 'get', handler: (req) => answer(req, () => readTrash(req)) },
]

const restoreSchema = z.strictObject({ without: z.literal('gone').optional() })

/**
 * `GET /trash/{id}` shows a text, `POST /trash/{id}/restore` brings it back, with `{ "without": "gone" }`
 * without references to what was deleted since, and `DELETE /trash/{id}` deletes it for good.
 */
export function trashedTextEndpoints(collection: EditorialCollection): Endpoint[] {
  return [
    {
      path: '/trash/:id/restore',
      method: 'post',
      handler: (req) =>
        answer(req, async () => {
          const body = (await readBody(req)) ?? {}
          const message = 'A text comes back as it was, or { "without": "gone" }.'
          const { without } = parseInput(restoreSchema, body, message)
          return restoreTrashed({ req, collection, id: pathPart(req, 'id'), without })
        }),
    },
    {
      path: '/trash/:id',
      method: 'get',
      handler: (req) =>
        answer(req, () => readTrashed({ req, collection, id: pathPart(req, 'id') })),
    },
    {
      path: '/trash/:id',
      method: 'delete',
      handler: (req) =>
        answer(req, () => purgeTrashed({ req, collection, id: pathPart(req, 'id') })),
    },
  ]
}
