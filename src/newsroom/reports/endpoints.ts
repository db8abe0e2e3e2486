import type { Endpoint, PayloadRequest } from 'payload'
import * as z from 'zod'
import { answer, answerStream, queryOf } from '#access/answer.ts'
import { editorialCollections } from '#model/documents.ts'
import { InvalidRequest, NotAllowed } from '#model/errors.ts'
import { idText, momentText, parseInput } from '#model/input.ts'
import { requirePerson } from '#access/require-person.ts'
import { writeReport, writeReviewTimes } from './csv.ts'
import { readReport } from './report.ts'
import { readReviewTimes, type ReportFilter, type ReviewTimes } from './review-times.ts'

const filterSchema = z.strictObject({
  from: momentText.optional(),
  to: momentText.optional(),
  collection: z.enum(editorialCollections).optional(),
  desk: idText.optional(),
  person: idText.optional(),
})

const weeksSchema = z.strictObject({ weeks: z.coerce.number().int().min(1).max(52).default(13) })

/** What a report is about when nobody says: the 90 days before now. */
const defaultDays = 90

const refusal = 'These are not valid parameters of a report.'

/**
 * For editors and the administration: `GET /api/workflow-report?from=&to=&collection=&desk=&person=`,
 * the review times, with `.csv` as a table; and `GET /api/newsroom/report.csv?weeks=`, the figures that
 * the page of reports shows.
 */
export const reportEndpoints: Endpoint[] = [
  {
    path: '/workflow-report',
    method: 'get',
    handler: (req) => answer(req, () => readAskedTimes(req)),
  },
  {
    path: '/workflow-report.csv',
    method: 'get',
    handler: (req) =>
      answerStream(req, 'text/csv; charset=utf-8', async () =>
        writeReviewTimes(await readAskedTimes(req), req.i18n.language),
      ),
  },
  {
    path: '/newsroom/report.csv',
    method: 'get',
    handler: (req) =>
      answerStream(req, 'text/csv; charset=utf-8', async () => {
        const { weeks } = parseInput(weeksSchema, queryOf(req), refusal)
        return writeReport(await readReport(req, weeks), req.i18n.language)
      }),
  },
]

/** The review times that a request asks for. @throws InvalidRequest 400, NotSignedIn 401, NotAllowed 403 */
async function readAskedTimes(
  req: PayloadRequest,
): Promise<ReviewTimes & Pick<ReportFilter, 'from' | 'to'>> {
  if (requirePerson(req).role === 'author') {
    throw new NotAllowed('Reports are for editors and the administration.')
  }
  const asked = parseInput(filterSchema, queryOf(req), refusal)
  const to = asked.to ?? new Date().toISOString()
  const from = asked.from ?? new Date(Date.parse(to) - defaultDays * 86_400_000).toISOString()
  if (from >= to) {
    throw new InvalidRequest(refusal, [{ path: 'to', reason: 'It is not after "from".' }])
  }
  return { from, to, ...(await readReviewTimes(req, { ...asked, from, to })) }
}
