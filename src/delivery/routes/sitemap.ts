import { Type } from '@sinclair/typebox'
import { and, asc, sql } from 'drizzle-orm'
import { encodeCursor } from '#model/cursor.ts'
import { withoutTrailingSlash } from '#model/trailing-slash.ts'
import { pagePath } from '#read-model/addresses.ts'
import { documentsOf, narrowingOf, valuesOf, type Narrowing } from '#read-model/audience.ts'
import { builtOnce } from '#read-model/statements.ts'
import { documents } from '#read-model/tables.ts'
import { escapeHtml } from '#rich-text/html.ts'
import type { DeliveryApp } from '../app.ts'
import type { Caller } from '../context/callers.ts'
import { answerCached, type DeliveryContext } from '../context/context.ts'
import { placeIn } from '../http/pages.ts'
import { queryOf } from '../http/parameters.ts'
import { invalidParameter } from '../http/problems.ts'
import { problems } from '../http/schemas.ts'

/** The most addresses that one file may hold (sitemaps.org). */
const partSize = 50_000
const xml = 'application/xml; charset=utf-8'
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

const sitemapQuery = queryOf({
  base: Type.Optional(
    Type.String({
      maxLength: 300,
      description: "The site's own address; without it, the first of its origins",
    }),
  ),
})

/** `GET /v1/sitemap.xml` lists the parts, `GET /v1/sitemaps/{part}` is one of them. */
export function sitemapRoutes(app: DeliveryApp, context: DeliveryContext): void {
  const response = {
    200: { description: 'sitemaps.org', content: { 'application/xml': { schema: Type.String() } } },
    ...problems(304, 400, 401, 429, 503),
  }
  app.get(
    '/v1/sitemap.xml',
    {
      schema: {
        operationId: 'getSitemap',
        summary: 'The sitemap of the calling site: an index of parts',
        tags: ['sitemap'],
        querystring: sitemapQuery,
        response,
      },
    },
    async (request, reply) => {
      await answerCached(context, request, reply, async () => {
        const base = baseOf(request.query.base, request.caller)
        const { audience } = request.caller
        const rows = await partsOf(context.database.sql, narrowingOf(audience)).execute(
          valuesOf(audience),
        )
        const own = context.settings.url
        const parts = rows.map((row) => {
          const [profession = '', region = ''] = row.first.split('/')
          const part = `${own}/v1/sitemaps/${encodeCursor([profession, region])}.xml${base === null ? '' : `?base=${encodeURIComponent(base)}`}`
          return entry('sitemap', part, row.changedAt)
        })
        return {
          body: `${head}<sitemapindex xmlns="${namespace}">${parts.join('')}</sitemapindex>\n`,
          contentType: xml,
          tags: ['portraits'],
        }
      })
      return reply
    },
  )
  app.get(
    '/v1/sitemaps/:part',
    {
      schema: {
        operationId: 'getSitemapPart',
        summary: 'One part of the sitemap, at most 50,000 addresses',
        tags: ['sitemap'],
        params: Type.Object({ part: Type.String({ pattern: '^[\\w-]+\\.xml$', maxLength: 600 }) }),
        querystring: sitemapQuery,
        response,
      },
    },
    async (request, reply) => {
      await answerCached(context, request, reply, async () => {
        const base = baseOf(request.query.base, request.caller) ?? context.settings.url
        const [profession, region] = placeIn(
          request.params.part.replace(/\.xml$/, ''),
          (part) => typeof part === 'string',
          2,
        )
        const { audience } = request.caller
        const rows = await addressesFrom(context.database.sql, narrowingOf(audience)).execute({
          ...valuesOf(audience),
          profession,
          region,
        })
        const urls = rows.map(({ professionSlug, regionSlug, changedAt }) =>
          entry('url', `${base}${pagePath(professionSlug, regionSlug)}`, changedAt),
        )
        return {
          body: `${head}<urlset xmlns="${namespace}">${urls.join('')}</urlset>\n`,
          contentType: xml,
          tags: ['portraits'],
        }
      })
      return reply
    },
  )
}

/** The parts of a sitemap: the first address of each, and when something in it last changed. */
const partsOf = builtOnce((db, narrowing: Narrowing) => {
  const d = documents
  const numbered = db
    .select({
      professionSlug: d.professionSlug,
      regionSlug: d.regionSlug,
      changedAt: d.changedAt,
      n: sql<number>`row_number() OVER (ORDER BY ${d.professionSlug}, ${d.regionSlug})`.as('n'),
    })
    .from(d)
    .where(documentsOf(narrowing, d))
    .as('numbered')
  return db
    .select({
      part: sql`(${numbered.n} - 1) / ${sql.raw(String(partSize))}`,
      first: sql<string>`(array_agg(${numbered.professionSlug} || '/' || ${numbered.regionSlug} ORDER BY ${numbered.n}))[1]`,
      changedAt: sql<string>`max(${numbered.changedAt})`.mapWith(numbered.changedAt),
    })
    .from(numbered)
    .groupBy(sql`1`)
    .orderBy(sql`1`)
    .prepare('')
})

const addressesFrom = builtOnce((db, narrowing: Narrowing) => {
  const { professionSlug, regionSlug, changedAt } = documents
  const first = sql`(${sql.placeholder('profession')}::text, ${sql.placeholder('region')}::text)`
  return db
    .select({ professionSlug, regionSlug, changedAt })
    .from(documents)
    .where(
      and(sql`(${professionSlug}, ${regionSlug}) >= ${first}`, documentsOf(narrowing, documents)),
    )
    .orderBy(asc(professionSlug), asc(regionSlug))
    .limit(partSize)
    .prepare('')
})

function entry(tag: 'sitemap' | 'url', address: string, changedAt: string): string {
  return `<${tag}><loc>${escapeHtml(address)}</loc><lastmod>${changedAt}</lastmod></${tag}>`
}

/** Where the pages of a site are: as asked, or its first origin. @throws Problem 400 */
function baseOf(asked: string | undefined, caller: Caller): string | null {
  if (asked === undefined) {
    const own = caller.site?.origins[0]
    return own === undefined ? null : withoutTrailingSlash(own)
  }
  if (!/^https?:\/\/[^\s?#]+$/i.test(asked) || !URL.canParse(asked)) {
    throw invalidParameter('base', 'must be an http(s) address without query')
  }
  return withoutTrailingSlash(asked)
}
