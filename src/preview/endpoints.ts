import type { Endpoint } from 'payload'
import { answer, pathPart, readBody } from '#access/answer.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { makePreview } from './make-token.ts'
import { renderForm } from './page.ts'

/**
 * `POST /{id}/preview` makes a token with which somebody without an account sees this working copy;
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
      path: '/:id/preview/page',
      method: 'post',
      handler: (req) =>
        answer(req, async () =>
          renderForm({ req, collection, id: pathPart(req, 'id'), body: await readBody(req) }),
        ),
    },
  ]
}
