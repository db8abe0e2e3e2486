import type { Endpoint, PayloadRequest } from 'payload'
import * as z from 'zod'
import { answer, answerStream, queryOf } from '#access/answer.ts'
import { NotAllowed } from '#model/errors.ts'
import { idText, momentText, parseInput, storableText } from '#model/input.ts'
import { requirePerson } from '#access/require-person.ts'
import { eventKinds } from '#record/events.ts'
import { exportAudit, findAuditEvents } from './read.ts'

const filterSchema = z.strictObject({
  collection: storableText(100).optional(),
  document: storableText(100).optional(),
  person: idText.optional(),
  kind: z.enum(eventKinds).optional(),
  from: momentText.optional(),
  to: momentText.optional(),
})

const pageSchema = filterSchema.extend({
  cursor: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
})

/**
 * The record, for the administration: `GET /api/audit` by pages, `GET /api/audit/export` as JSON Lines,
 * both by collection, document, person, kind and time.
 */
export const auditEndpoints: Endpoint[] = [
  {
    path: '/audit',
    method: 'get',
    handler: (req) =>
      answer(req, async () => {
        requireAdmin(req)
        const refusal = 'The request is none for events.'
        const { cursor, limit, ...filter } = parseInput(pageSchema, queryOf(req), refusal)
        const events = await findAuditEvents(req, filter, { after: cursor, limit })
        const last = events.length === limit ? events.at(-1) : undefined
        return { events, nextCursor: last?.sequence ?? null }
      }),
  },
  {
    path: '/audit/export',
    method: 'get',
    handler: (req) =>
      answerStream(req, 'application/x-ndjson; charset=utf-8', () => {
        requireAdmin(req)
        return exportAudit(req, parseInput(filterSchema, queryOf(req), 'The request is no export.'))
      }),
  },
]

function requireAdmin(req: PayloadRequest): void {
  if (requirePerson(req).role !== 'admin') {
    throw new NotAllowed('The record is read by the administration.')
  }
}
