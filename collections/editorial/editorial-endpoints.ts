import type { Endpoint } from 'payload'
import type { EditorialCollection } from '#model/documents.ts'
import { assignmentEndpoints } from '#newsroom/assignment/endpoints.ts'
import { commentEndpoints } from '#review/comments/endpoints.ts'
import { differenceEndpoints } from '#review/difference.ts'
import { workflowEndpoints } from '#workflow/endpoints.ts'
import { expertLinkEndpoints } from '#review/experts/endpoints.ts'
import { historyEndpoints } from '#review/history.ts'
import { historyCsvEndpoints } from '#review/history-csv.ts'
import { workflowScreenEndpoints } from '#newsroom/lists/view.ts'
import { previewEndpoints } from '#preview/endpoints.ts'
import { trashedTextEndpoints } from '#trash/endpoints.ts'

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
    ...trashedTextEndpoints(collection),
    ...historyCsvEndpoints(collection),
  ]
}
