import { Type, type TSchema } from '@sinclair/typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { slugify } from '#model/slug.ts'
import { professionHref, regionHref } from '#read-model/addresses.ts'
import { Profession, Region } from '#read-model/shapes.ts'
import type { DeliveryApp } from '../app.ts'
import { answerCached, type DeliveryContext } from '../context/context.ts'
import { readPage } from '../lists/list.ts'
import {
  listReference,
  professionFilters,
  readReference,
  regionFilters,
  type ReferenceFilters,
  type ReferenceKind,
} from '../lists/reference.ts'
import { count, cursor, limit, queryOf, slug } from '../http/parameters.ts'
import { notFound, Redirect } from '../http/problems.ts'
import { page, problems, ref } from '../http/schemas.ts'

const paging = {
  limit: Type.Optional(limit(200, 50)),
  cursor: Type.Optional(cursor),
  count: Type.Optional(count),
}
const professionsQuery = queryOf({ ...professionFilters, ...paging })
const regionsQuery = queryOf({ ...regionFilters, ...paging })

const kinds = {
  professions: { noun: 'profession', href: professionHref },
  regions: { noun: 'region', href: regionHref },
} as const

/** `GET /v1/professions[/{slug}]` and `/v1/regions[/{slug}]` */
export function referenceRoutes(app: DeliveryApp, context: DeliveryContext): void {
  app.get(
    '/v1/professions',
    { schema: listSchema('professions', 'listProfessions', professionsQuery, Profession) },
    async (request, reply) => {
      await answerList(context, request, reply, 'professions', request.query)
      return reply
    },
  )
  app.get(
    '/v1/regions',
    { schema: listSchema('regions', 'listRegions', regionsQuery, Region) },
    async (request, reply) => {
      await answerList(context, request, reply, 'regions', request.query)
      return reply
    },
  )
  app.get(
    '/v1/professions/:slug',
    { schema: entrySchema('professions', 'getProfession', Profession) },
    async (request, reply) => {
      await answerEntry(context, request, reply, 'professions', request.params.slug)
      return reply
    },
  )
  app.get(
    '/v1/regions/:slug',
    { schema: entrySchema('regions', 'getRegion', Region) },
    async (request, reply) => {
      await answerEntry(context, request, reply, 'regions', request.params.slug)
      return reply
    },
  )
}

function listSchema<Q extends TSchema>(
  kind: ReferenceKind,
  operationId: string,
  query: Q,
  shape: TSchema,
) {
  return {
    operationId,
    summary: `All ${kind}, in the order of their slugs`,
    tags: ['reference data'],
    querystring: query,
    response: { 200: page(shape), ...problems(304, 400, 401, 429, 503) },
  }
}

function entrySchema(kind: ReferenceKind, operationId: string, shape: TSchema) {
  return {
    operationId,
    summary: `One of the ${kind}`,
    tags: ['reference data'],
    params: Type.Object({ slug }),
    querystring: queryOf({}),
    response: { 200: ref(shape), ...problems(304, 308, 400, 401, 404, 429, 503) },
  }
}

function answerList(
  context: DeliveryContext,
  request: FastifyRequest,
  reply: FastifyReply,
  kind: ReferenceKind,
  query: ReferenceFilters & { limit?: number; cursor?: string; count?: boolean },
): Promise<FastifyReply> {
  return answerCached(context, request, reply, async () => {
    const { limit = 50, ...asked } = query
    const list = listReference(context.database.sql, request.caller.audience, kind, asked)
    return { body: await readPage(list, { ...asked, size: limit }), tags: ['portraits'] }
  })
}

function answerEntry(
  context: DeliveryContext,
  request: FastifyRequest,
  reply: FastifyReply,
  kind: ReferenceKind,
  asked: string,
): Promise<FastifyReply> {
  return answerCached(context, request, reply, async () => {
    const { noun, href } = kinds[kind]
    const entry = await readReference(context.database.sql, request.caller.audience, kind, asked)
    if (!entry) throw notFound(`There is no such ${noun}, or none that this caller may see.`)
    const { found, item } = entry
    if (found.isFormer && slugify(asked) !== found.slug) throw new Redirect(href(found.slug))
    return { body: item, tags: [`${noun}:${found.id}`] }
  })
}
