import type { Endpoint } from 'payload'
import * as z from 'zod'
import { answer, queryOf } from '#access/answer.ts'
import { editorialCollections } from '#model/documents.ts'
import { InvalidRequest, NotAllowed } from '#model/errors.ts'
import { idText, momentText, parseInput } from '#model/input.ts'
import { requirePerson } from '#access/require-person.ts'
import { readReviewTimes } from './review-times.ts'

const filterSchema = z.strictObject({
  from: momentText.optional(),
  to: momentText.optional(),
  collection: z.enum(editorialCollections).optional(),
  desk: idText.optional(),
  person: idText.optional(),
})

/** What a report is about when nobody says: the 90 days before now. */
const defaultDays = 90

/** `GET /api/workflow-report?from=&to=&collection=&desk=&person=`: review times, for editors. */
export const reportEndpoints: Endpoint[] = [
  {
    path: '/workflow-report',
    method: 'get',
    handler: (req) =>
      answer(req, async () => {
        if (requirePerson(req).role === 'author') {
          throw new NotAllowed('Reports are for editors and the administration.')
        }
        const refusal = 'These are not valid parameters of a report.'
        const asked = parseInput(filterSchema, queryOf(req), refusal)
        const to = asked.to ?? new Date().toISOString()
        const from = asked.from ?? new Date(Date.parse(to) - defaultDays * 86_400_000).toISOString()
        if (from >= to) {
          throw new InvalidRequest(refusal, [{ path: 'to', reason: 'It is not after "from".' }])
        }
        return { from, to, ...(await readReviewTimes(req, { ...asked, from, to })) }
      }),
  },
]
