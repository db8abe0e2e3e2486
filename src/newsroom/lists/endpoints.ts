import type { Endpoint } from 'payload'
import * as z from 'zod'
import { answer, answerStream, queryOf, readBody } from '#access/answer.ts'
import { idText, parseInput } from '#model/input.ts'
import { findPairs, pairsSchema, readCoverage } from './coverage.ts'
import { writeCsv } from './csv.ts'
import { readHome } from './home.ts'
import { parseList, readTexts } from './list.ts'
import { findNextInQueue, readQueue } from './queue.ts'
import { requirePerson } from '#access/require-person.ts'

const queueSchema = z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) })
const nextSchema = z.strictObject({ after: idText.optional() })

/**
 * What the newsroom's pages show, below `/api/newsroom`: `/home`, `/texts` (also as CSV), `/queue`,
 * `/queue/next`, `/coverage`, and `POST /coverage/texts` for the texts of some cells. To people.
 */
export const newsroomEndpoints: Endpoint[] = [
  { path: '/newsroom/home', method: 'get', handler: (req) => answer(req, () => readHome(req)) },
  {
    path: '/newsroom/texts',
    method: 'get',
    handler: (req) => answer(req, async () => readTexts(req, parseList(queryOf(req)))),
  },
  {
    path: '/newsroom/texts.csv',
    method: 'get',
    handler: (req) =>
      answerStream(req, 'text/csv; charset=utf-8', () => {
        requirePerson(req)
        return writeCsv(req, parseList(queryOf(req)))
      }),
  },
  {
    path: '/newsroom/queue',
    method: 'get',
    handler: (req) =>
      answer(req, async () => {
        const asked = parseInput(
          queueSchema,
          queryOf(req),
          'These are not valid parameters of the queue.',
        )
        return readQueue(req, asked.limit)
      }),
  },
  {
    path: '/newsroom/queue/next',
    method: 'get',
    handler: (req) =>
      answer(req, async () => {
        const asked = parseInput(
          nextSchema,
          queryOf(req),
          'These are not valid parameters of the queue.',
        )
        return { next: await findNextInQueue(req, asked.after ?? null) }
      }),
  },
  {
    path: '/newsroom/coverage',
    method: 'get',
    handler: (req) => answer(req, () => readCoverage(req)),
  },
  {
    path: '/newsroom/coverage/texts',
    method: 'post',
    handler: (req) =>
      answer(req, async () => {
        const body = (await readBody(req)) ?? {}
        const { pairs } = parseInput(pairsSchema, body, 'This is not a valid list of cells.')
        return { texts: await findPairs(req, pairs) }
      }),
  },
]
