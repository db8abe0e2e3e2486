import { Type, type Static, type TSchema } from '@sinclair/typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { slugify } from '#model/slug.ts'
import { professionHref, regionHref } from '#read-model/addresses.ts'
import { professionsOf, regionsOf } from '#read-model/audience.ts'
import { newValues, type Row } from '#read-model/query.ts'
import { Profession, Region } from '#read-model/shapes.ts'
import { storedProfession, storedRegion } from '#read-model/stored.ts'
import { text } from '#read-model/values.ts'
import type { DeliveryApp } from '../app.ts'
import { answerCached, type DeliveryContext } from '../context.ts'
import { findBySlug } from '../lookup.ts'
import { countRows, decodeCursor, pageOf } from '../pages.ts'
import { count, cursor, limit, queryOf, slug } from '../parameters.ts'
import { notFound, Redirect } from '../problems.ts'
import { page, problems, ref } from '../schemas.ts'

const paging = {
  limit: Type.Optional(limit(200, 50)),
  cursor: Type.Optional(cursor),
  count: Type.Optional(count),
}
const professionsQuery = queryOf({
  kldb: Type.Optional(
    Type.String({ pattern: '^\\d{1,5}$', description: 'KldB 2010, or its beginning' }),
  ),
  ...paging,
})
const regionsQuery = queryOf({
  land: Type.Optional(Type.String({ pattern: '^DE-[A-Z]{2}$', description: 'ISO 3166-2' })),
  kind: Type.Optional(
    Type.Unsafe<Region['kind']>({
      type: 'string',
      enum: ['land', 'kreis', 'kreisfreieStadt', 'gemeinde'],
    }),
  ),
  ...paging,
})

/** Professions and regions: one list and one entry each. */
const kinds = {
  professions: {
    shape: Profession,
    noun: 'profession',
    toItem: (row: Row) => storedProfession(row.data),
    seen: professionsOf,
    href: professionHref,
  },
  regions: {
    shape: Region,
    noun: 'region',
    toItem: (row: Row) => storedRegion(row.data),
    seen: regionsOf,
    href: regionHref,
  },
} as const

type Kind = keyof typeof kinds

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

function listSchema<Q extends TSchema>(kind: Kind, operationId: string, query: Q, shape: TSchema) {
  return {
    operationId,
    summary: `All ${kind}, in the order of their slugs`,
    tags: ['reference data'],
    querystring: query,
    response: { 200: page(shape), ...problems(400, 401, 429, 503) },
  }
}

function entrySchema(kind: Kind, operationId: string, shape: TSchema) {
  return {
    operationId,
    summary: `One of the ${kind}`,
    tags: ['reference data'],
    params: Type.Object({ slug }),
    querystring: queryOf({}),
    response: { 200: ref(shape), ...problems(308, 400, 401, 404, 429, 503) },
  }
}

type ListQuery = Partial<Static<typeof professionsQuery> & Static<typeof regionsQuery>>

function answerList(
  context: DeliveryContext,
  request: FastifyRequest,
  reply: FastifyReply,
  kind: Kind,
  query: ListQuery,
): Promise<FastifyReply> {
  return answerCached(context, request, reply, async () => {
    const { seen, toItem } = kinds[kind]
    const { database } = context
    const params = newValues()
    const { add } = params
    const conditions = [seen(request.caller.audience, params, 'e')]
    if (query.kldb !== undefined) conditions.push(`e.kldb LIKE ${add(`${query.kldb}%`)}`)
    if (query.land !== undefined) conditions.push(`e.land = ${add(query.land)}`)
    if (query.kind !== undefined) conditions.push(`e.kind = ${add(query.kind)}`)
    const filter = conditions.join(' AND ')
    const total = query.count
      ? await countRows(database.query, `delivery.${kind} e WHERE ${filter}`, params.values)
      : undefined
    const after =
      query.cursor === undefined
        ? ''
        : `AND e.slug > ${add(decodeCursor(query.cursor, (part) => typeof part === 'string', 1)[0])}`
    const size = query.limit ?? 50
    const rows = await database.query(
      `SELECT e.slug, e.data FROM delivery.${kind} e WHERE ${filter} ${after}
       ORDER BY e.slug LIMIT ${add(size + 1)}`,
      params.values,
    )
    return {
      body: {
        ...pageOf<Profession | Region>(rows, size, toItem, (row) => [text(row.slug)]),
        ...(total === undefined ? {} : { total }),
      },
      tags: ['portraits'],
    }
  })
}

function answerEntry(
  context: DeliveryContext,
  request: FastifyRequest,
  reply: FastifyReply,
  kind: Kind,
  asked: string,
): Promise<FastifyReply> {
  return answerCached(context, request, reply, async () => {
    const { query } = context.database
    const { noun, toItem, href } = kinds[kind]
    const found = await findBySlug(query, kind, asked, request.caller.audience)
    if (!found) throw notFound(`There is no such ${noun}, or none that this caller may see.`)
    if (found.isFormer && slugify(asked) !== found.slug) throw new Redirect(href(found.slug))
    const [row] = await query(`SELECT data FROM delivery.${kind} WHERE id = $1`, [found.id])
    if (!row) throw notFound(`There is no such ${noun}.`)
    return { body: toItem(row), tags: [`${noun}:${found.id}`] }
  })
}
