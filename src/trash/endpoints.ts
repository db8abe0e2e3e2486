import type { Endpoint } from 'payload'
import { answer, pathPart } from '#access/answer.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { purgeTrashed, readTrash, restoreTrashed } from './restore.ts'

/** `GET /api/newsroom/trash`: what can be brought back. */
export const trashEndpoints: Endpoint[] = [
  { path: '/newsroom/trash', method: 'get', handler: (req) => answer(req, () => readTrash(req)) },
]

/** `POST /trash/{id}/restore` brings a text back, `DELETE /trash/{id}` deletes it for good. */
export function trashedTextEndpoints(collection: EditorialCollection): Endpoint[] {
  return [
    {
      path: '/trash/:id/restore',
      method: 'post',
      handler: (req) =>
        answer(req, () => restoreTrashed({ req, collection, id: pathPart(req, 'id') })),
    },
    {
      path: '/trash/:id',
      method: 'delete',
      handler: (req) =>
        answer(req, () => purgeTrashed({ req, collection, id: pathPart(req, 'id') })),
    },
  ]
}
