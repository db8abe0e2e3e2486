import type { Endpoint } from 'payload'
import { answer, pathPart } from '#access/answer.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { readWorkflow, type WorkflowDetails } from '#workflow/transition.ts'
import { readOneText, type NewsroomText } from './entries.ts'

/** Where a document stands, as its own screens show it. */
export interface WorkflowScreen extends WorkflowDetails {
  /** The document as lists show it: names of people, desks, profession and region. */
  text: NewsroomText | null
}

/** `GET /{id}/workflow`: where a document stands, what is on record of it, and its row in the lists. */
export function workflowScreenEndpoints(collection: EditorialCollection): Endpoint[] {
  return [
    {
      path: '/:id/workflow',
      method: 'get',
      handler: (req) =>
        answer(req, async (): Promise<WorkflowScreen> => {
          const id = pathPart(req, 'id')
          const details = await readWorkflow({ req, collection, id })
          return { ...details, text: await readOneText(req, id) }
        }),
    },
  ]
}
