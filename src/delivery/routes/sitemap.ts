import { Type } from '@sinclair/typebox'
import { encodeCursor } from '#model/cursor.ts'
import { pagePath } from '#read-model/addresses.ts'
import { documentsOf } from '#read-model/audience.ts'
import { newValues } from '#read-model/query.ts'
import { escapeHtml } from '#rich-text/html.ts'
import { moment, text } from '#read-model/values.ts'
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
        const params = newValues()
        const seen = documentsOf(request.caller.audience, params)
        const rows = await context.database.query(
          `SELECT (n - 1) / ${String(partSize)} AS part, (array_agg(profession_slug || '/' || region_slug ORDER BY n))[1] AS first,
             max(changed_at) AS changed_at
           FROM (SELECT d.profession_slug, d.region_slug, d.changed_at,
                   row_number() OVER (ORDER BY d.profession_slug, d.region_slug) AS n
                 FROM delivery.documents d WHERE ${seen}) numbered
           GROUP BY 1 ORDER BY 1`,
          params.values,
        )
        const own = context.settings.url
        const parts = rows.map((row) => {
          const [profession = '', region = ''] = text(row.first).split('/')
          const part = `${own}/v1/sitemaps/${encodeCursor([profession, region])}.xml${base === null ? '' : `?base=${encodeURIComponent(base)}`}`
          return entry('sitemap', part, moment(row.changed_at))
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
        const params = newValues(profession, region)
        const seen = documentsOf(request.caller.audience, params)
        const rows = await context.database.query(
          `SELECT d.profession_slug, d.region_slug, d.changed_at FROM delivery.documents d
           WHERE (d.profession_slug, d.region_slug) >= ($1, $2) AND ${seen}
           ORDER BY d.profession_slug, d.region_slug LIMIT ${String(partSize)}`,
          params.values,
        )
        const urls = rows.map((row) =>
          entry(
            'url',
            `${base}${pagePath(text(row.profession_slug), text(row.region_slug))}`,
            moment(row.changed_at),
          ),
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

function entry(tag: 'sitemap' | 'url', address: string, changedAt: string): string {
  return `<${tag}><loc>${escapeHtml(address)}</loc><lastmod>${changedAt}</lastmod></${tag}>`
}

/** Where the pages of a site are: as asked, or its first origin. @throws Problem 400 */
function baseOf(asked: string | undefined, caller: Caller): string | null {
  if (asked === undefined) return caller.site?.origins[0]?.replace(/\/+$/, '') ?? null
  if (!/^https?:\/\/[^\s?#]+$/i.test(asked) || !URL.canParse(asked)) {
    throw invalidParameter('base', 'must be an http(s) address without query')
  }
  return asked.replace(/\/+$/, '')
}
