import type { Endpoint } from 'payload'
import * as z from 'zod'
import { answer, pathPart, queryOf, readBody } from '#access/answer.ts'
import { digestText, idText, parseInput, storableText, writtenText } from '#model/input.ts'
import { decide, decisions } from './decide.ts'
import { listProposals, showProposals } from './list.ts'

const longestReason = 2000

const askedSchema = z.strictObject({
  status: z.enum(['open', 'decided']).default('open'),
  entry: idText.optional(),
})

const bodies = {
  // What somebody has not seen, they do not confirm.
  confirm: z.strictObject({
    expectedDigest: digestText,
    reason: storableText(longestReason).optional(),
  }),
  reject: z.strictObject({
    expectedDigest: digestText.optional(),
    reason: writtenText(longestReason),
  }),
  withdraw: z.strictObject({
    expectedDigest: digestText.optional(),
    reason: storableText(longestReason).optional(),
  }),
} as const

/**
 * `GET /api/reference/proposals?status=open|decided&entry=`, the newest 100 and how many there are; and
 * `POST /api/reference/proposals/{id}/confirm|reject|withdraw` with `{ reason?, expectedDigest? }`; a confirmation
 * names the digest.
 */
export const referenceEndpoints: Endpoint[] = [
  {
    path: '/reference/proposals',
    method: 'get',
    handler: (req) =>
      answer(req, () => {
        const message = 'These are not valid parameters of a list of proposals.'
        return listProposals(req, parseInput(askedSchema, queryOf(req), message))
      }),
  },
  ...decisions.map((decision): Endpoint => {
    return {
      path: `/reference/proposals/:id/${decision}`,
      method: 'post',
      handler: (req) =>
        answer(req, async () => {
          const body = (await readBody(req)) ?? {}
          const message =
            'A decision names the digest that was seen, and its reason: a confirmation the digest, a rejection the reason.'
          const { expectedDigest: seen, reason } = parseInput(bodies[decision], body, message)
          const decided = await decide(req, { id: pathPart(req, 'id'), decision, seen, reason })
          const [proposal] = await showProposals(req, [decided])
          return { proposal }
        }),
    }
  }),
]
