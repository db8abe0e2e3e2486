import type { Endpoint } from 'payload'
import type { EditorialCollection } from '#model/documents.ts'
import { assignmentEndpoints } from '#workflow/assignment/endpoints.ts'
import { commentEndpoints } from '#workflow/conversation/endpoints.ts'
import { differenceEndpoints } from '#workflow/difference/endpoints.ts'
import { workflowEndpoints } from '#workflow/endpoints.ts'
import { expertLinkEndpoints } from '#workflow/expert/endpoints.ts'
import { historyEndpoints } from '#workflow/history.ts'
import { workflowScreenEndpoints } from '#workflow/newsroom/view.ts'
import { previewEndpoints } from '#workflow/preview/endpoints.ts'

/** Everything below `/api/{collection}` that is not Payload's own, room by room. */
export function editorialEndpoints(collection: EditorialCollection): Endpoint[] {
  return [
    ...workflowEndpoints(collection),
    ...workflowScreenEndpoints(collection),
    ...differenceEndpoints(collection),
    ...assignmentEndpoints(collection),
    ...commentEndpoints(collection),
    ...expertLinkEndpoints(collection),
    ...previewEndpoints(collection),
    ...historyEndpoints(collection),
  ]
}
