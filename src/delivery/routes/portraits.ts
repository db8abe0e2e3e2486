import { Type } from '@sinclair/typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { composePortrait } from '#read-model/portrait.ts'
import { Portrait, PortraitSummary, textFormats } from '#read-model/shapes.ts'
import type { DeliveryApp } from '../app.ts'
import { answerCached, sendPrivately, type DeliveryContext } from '../context/context.ts'
import { readPage } from '../lists/list.ts'
import { listPortraits, portraitFilters } from '../lists/portraits.ts'
import { count, cursor, limit, queryOf, slug } from '../http/parameters.ts'
import { findPrerendered, findPortrait, pickFields, toContent } from '../reading/portraits.ts'
import { readPreview } from '../reading/preview.ts'
import { invalidParameter } from '../http/problems.ts'
import { page, PortraitSelection, problems, ref } from '../http/schemas.ts'

const portraitFields = Object.keys(Portrait.properties)

const portraitQuery = queryOf({
  format: Type.Optional(
    Type.Unsafe<(typeof textFormats)[number]>({
      type: 'string',
      enum: [...textFormats],
      default: 'html',
      description: 'The form of the text of sections',
    }),
  ),
  fields: Type.Optional(
    Type.String({
      pattern: '^[A-Za-z]+(,[A-Za-z]+)*$',
      maxLength: 400,
      description: `Only these parts, separated by commas: ${portraitFields.join(', ')}`,
    }),
  ),
  preview: Type.Optional(
    Type.String({ maxLength: 600, description: 'A token for the working copy of this portrait' }),
  ),
})

const listQuery = queryOf({
  ...portraitFilters,
  limit: Type.Optional(limit(100, 20)),
  cursor: Type.Optional(cursor),
  count: Type.Optional(count),
})

/** `GET /v1/portraits[/{profession}[/{region}]]` */
export function portraitRoutes(app: DeliveryApp, context: DeliveryContext): void {
  const responses = {
    200: Type.Union([ref(Portrait), ref(PortraitSelection)]),
    ...problems(304, 308, 400, 401, 403, 404, 410, 429, 503),
  }
  app.get(
    '/v1/portraits/:profession',
    {
      schema: {
        operationId: 'getPortrait',
        summary: 'The nationwide portrait of a profession',
        tags: ['portraits'],
        params: Type.Object({ profession: slug }),
        querystring: portraitQuery,
        response: responses,
      },
    },
    async (request, reply) => {
      await getPortrait(context, request, reply, {
        profession: request.params.profession,
        region: null,
        ...request.query,
      })
      return reply
    },
  )
  app.get(
    '/v1/portraits/:profession/:region',
    {
      schema: {
        operationId: 'getRegionalPortrait',
        summary: 'The portrait of a profession in a region',
        tags: ['portraits'],
        params: Type.Object({ profession: slug, region: slug }),
        querystring: portraitQuery,
        response: responses,
      },
    },
    async (request, reply) => {
      await getPortrait(context, request, reply, { ...request.params, ...request.query })
      return reply
    },
  )
  app.get(
    '/v1/portraits',
    {
      schema: {
        operationId: 'listPortraits',
        summary: 'Portraits, in the order of their addresses',
        tags: ['portraits'],
        querystring: listQuery,
        response: { 200: page(PortraitSummary), ...problems(304, 400, 401, 429, 503) },
      },
    },
    async (request, reply) => {
      await answerCached(context, request, reply, async () => {
        const { limit = 20, ...asked } = request.query
        const list = await listPortraits(context.database.sql, request.caller.audience, asked)
        return { body: await readPage(list, { ...asked, size: limit }), tags: ['portraits'] }
      })
      return reply
    },
  )
}

interface Asked {
  profession: string
  region: string | null
  format?: (typeof textFormats)[number]
  fields?: string
  preview?: string
}

async function getPortrait(
  context: DeliveryContext,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Asked,
): Promise<FastifyReply> {
  const { caller } = request
  const { preview, format = 'html' } = asked
  const fields = readFields(asked.fields)
  if (preview !== undefined) {
    const parts = await readPreview(context, caller.audience, asked, preview)
    return sendPrivately(reply, pickFields(composePortrait(parts, format), fields))
  }
  const isWhole = format === 'html' && fields === null
  return answerCached(context, request, reply, async (encoding) => {
    if (isWhole && caller.audienceKey === 'everyone') {
      const prerendered = await findPrerendered(context.database.sql, asked, {
        encoding,
        isShared: context.settings.isPublic,
      })
      if (prerendered) return prerendered
    }
    const parts = await findPortrait(context.database.sql, caller.audience, {
      ...asked,
      search: searchOf(request.raw.url),
    })
    return toContent(parts, pickFields(composePortrait(parts, format), fields))
  })
}

/** The parts asked for; null: all. @throws Problem 400 */
function readFields(asked: string | undefined): string[] | null {
  if (asked === undefined) return null
  const fields = asked.split(',')
  const unknown = fields.find((name) => !portraitFields.includes(name))
  if (unknown === undefined) return fields
  throw invalidParameter('fields', `"${unknown}" is none of ${portraitFields.join(', ')}`)
}

function searchOf(url = ''): string {
  const start = url.indexOf('?')
  return start < 0 ? '' : url.slice(start)
}
