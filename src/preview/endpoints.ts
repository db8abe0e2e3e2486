import type { Endpoint } from 'payload'
import { answer, pathPart, readBody } from '#access/answer.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { makePreview } from './make-token.ts'
import { renderForm } from './page.ts'
import { listPreviews, revokePreview } from './tokens.ts'

/**
 * `POST /{id}/preview` makes a token with which somebody without an account sees this working copy;
 * `GET /{id}/previews` lists those that are open, `DELETE /{id}/previews/{preview}` ends one.
 * `POST /{id}/preview/page` shows whoever writes it what they have typed so far, and writes nothing.
 */
export function previewEndpoints(collection: EditorialCollection): Endpoint[] {
  return [
    {
      path: '/:id/preview',
      method: 'post',
      handler: (req) =>
        answer(
          req,
          async () =>
            makePreview({ req, collection, id: pathPart(req, 'id'), body: await readBody(req) }),
          201,
        ),
    },
    {
      path: '/:id/previews',
      method: 'get',
      handler: (req) =>
        answer(req, async () => ({
          previews: await listPreviews({ req, collection, id: pathPart(req, 'id') }),
        })),
    },
    {
      path: '/:id/previews/:preview',
      method: 'delete',
      handler: (req) =>
        answer(req, async () => {
          const [id, preview] = [pathPart(req, 'id'), pathPart(req, 'preview')]
          await revokePreview({ req, collection, id, preview })
          return { revoked: true }
        }),
    },
    {
      path: '/:id/preview/page',
      method: 'post',
      handler: (req) =>
        answer(req, async () =>
          renderForm({ req, collection, id: pathPart(req, 'id'), body: await readBody(req) }),
        ),
    },
  ]
}
