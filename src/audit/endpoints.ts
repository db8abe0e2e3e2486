import type { Endpoint } from 'payload'
import * as z from 'zod'
import { answer, answerStream, queryOf } from '#access/answer.ts'
import { requireAdmin } from '#access/require-admin.ts'
import { encodeCursor } from '#model/cursor.ts'
import { cursorText, idText, momentText, parseInput, storableText } from '#model/input.ts'
import { eventKinds } from '#record/events.ts'
import { findOpenFaults } from './faults.ts'
import { readSweeps } from './sweep.ts'
import { writeAuditCsv } from './csv.ts'
import { exportAudit, findAuditEvents } from './read.ts'

/** At most so many faults are told: those that are mended make room for others. */
const mostFaults = 1000

const filterSchema = z.strictObject({
  collection: storableText(100).optional(),
  document: storableText(100).optional(),
  person: idText.optional(),
  kind: z.enum(eventKinds).optional(),
  from: momentText.optional(),
  to: momentText.optional(),
})

const pageSchema = filterSchema.extend({
  cursor: cursorText(z.tuple([z.int().min(0)])).default([0]),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
})

/**
 * The record, for the administration: `GET /api/audit` by pages, `GET /api/audit/faults` what the comparison
 * of what sites read with it has found and when it last did, `GET /api/audit/export` as JSON Lines,
 * `GET /api/audit/export.csv` as CSV, all by collection, document, person, kind and time.
 */
export const auditEndpoints: Endpoint[] = [
  {
    path: '/audit',
    method: 'get',
    handler: (req) =>
      answer(req, async () => {
        requireAdmin(req, belongsToAdmins)
        const refusal = 'These are not valid parameters for listing events.'
        const { cursor, limit, ...filter } = parseInput(pageSchema, queryOf(req), refusal)
        const found = await findAuditEvents(req, filter, { after: cursor[0], limit: limit + 1 })
        const events = found.slice(0, limit)
        const last = found.length > limit ? events.at(-1) : undefined
        return { events, nextCursor: last ? encodeCursor([last.sequence]) : null }
      }),
  },
  {
    path: '/audit/faults',
    method: 'get',
    handler: (req) =>
      answer(req, async () => {
        requireAdmin(req, belongsToAdmins)
        parseInput(z.strictObject({}), queryOf(req), 'This list takes no parameters.')
        return { faults: await findOpenFaults(req, mostFaults), sweeps: await readSweeps(req) }
      }),
  },
  {
    path: '/audit/export',
    method: 'get',
    handler: (req) =>
      answerStream(req, 'application/x-ndjson; charset=utf-8', () => {
        requireAdmin(req, belongsToAdmins)
        return exportAudit(
          req,
          parseInput(filterSchema, queryOf(req), 'These are not valid parameters of the export.'),
        )
      }),
  },
  {
    path: '/audit/export.csv',
    method: 'get',
    handler: (req) =>
      answerStream(req, 'text/csv; charset=utf-8', () => {
        requireAdmin(req, belongsToAdmins)
        return writeAuditCsv(
          req,
          parseInput(filterSchema, queryOf(req), 'These are not valid parameters of the export.'),
        )
      }),
  },
]

const belongsToAdmins = {
  de: 'Das Protokoll liest die Verwaltung.',
  en: 'The record is read by the administration.',
}
