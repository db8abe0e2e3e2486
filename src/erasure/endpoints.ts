import type { Endpoint } from 'payload'
import * as z from 'zod'
import { answer, pathPart, queryOf, readBody } from '#access/answer.ts'
import { editorialCollections } from '#model/documents.ts'
import { idText, parseInput, storableText, writtenText } from '#model/input.ts'
import { askErasure } from './ask.ts'
import { decideErasure, decisions } from './decide.ts'
import { listErasures, showErasure } from './list.ts'
import { findPlaces } from './places.ts'
import { subjectSchema } from './subject.ts'

const longestReason = 2000

const askedSchema = z.strictObject({ subject: subjectSchema, reason: writtenText(longestReason) })

const listSchema = z.strictObject({ status: z.enum(['open', 'decided']).default('open') })

const placesSchema = z
  .strictObject({
    words: writtenText(200).min(3),
    collection: z.enum(editorialCollections).optional(),
    document: idText.optional(),
  })
  .refine(({ collection, document }) => (collection === undefined) === (document === undefined), {
    path: ['document'],
    message: 'A document comes with its collection.',
  })

const bodies = {
  confirm: z.strictObject({ reason: storableText(longestReason).optional() }),
  reject: z.strictObject({ reason: writtenText(longestReason) }),
  withdraw: z.strictObject({ reason: storableText(longestReason).optional() }),
} as const

/**
 * What the law wants gone, by two people. `GET /api/erasures/places?words=&collection=&document=` finds where
 * words stand that can be erased, and the subject of each; `POST /api/erasures` with `{ subject, reason }` asks
 * for it; `GET /api/erasures?status=open|decided`, the newest 100 and how many there are;
 * `POST /api/erasures/{id}/confirm|reject|withdraw` with `{ reason? }`.
 */
export const erasureEndpoints: Endpoint[] = [
  {
    path: '/erasures/places',
    method: 'get',
    handler: (req) =>
      answer(req, () => {
        const message = 'These are not valid parameters of a search for words.'
        return findPlaces(req, parseInput(placesSchema, queryOf(req), message))
      }),
  },
  {
    path: '/erasures',
    method: 'get',
    handler: (req) =>
      answer(req, () => {
        const message = 'These are not valid parameters of a list of erasures.'
        return listErasures(req, parseInput(listSchema, queryOf(req), message))
      }),
  },
  {
    path: '/erasures',
    method: 'post',
    handler: (req) =>
      answer(
        req,
        async () => {
          const body = (await readBody(req)) ?? {}
          const message = 'An erasure names its subject and its reason.'
          const erasure = await askErasure(req, parseInput(askedSchema, body, message))
          return { erasure: await showErasure(req, erasure) }
        },
        201,
      ),
  },
  ...decisions.map((decision): Endpoint => {
    return {
      path: `/erasures/:id/${decision}`,
      method: 'post',
      handler: (req) =>
        answer(req, async () => {
          const body = (await readBody(req)) ?? {}
          const message = 'A decision may name its reason; a rejection has to.'
          const { reason } = parseInput(bodies[decision], body, message)
          const said = reason?.trim() ?? ''
          const erasure = await decideErasure(req, {
            id: pathPart(req, 'id'),
            decision,
            answer: said === '' ? null : said,
          })
          return { erasure: await showErasure(req, erasure) }
        }),
    }
  }),
]
