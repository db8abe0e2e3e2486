import * as z from 'zod'
import type { BenchInstallation } from './installation.ts'
import { measured } from './content.ts'
import { generatedAddresses } from './generated.ts'
import type { Load } from './load.ts'
import type { Measurement } from './measurements.ts'
import type { Subject } from './subjects.ts'
import type { Query } from '#support/query.ts'

/** Who is measured; what is not installed or not wanted is missing. */
export interface Subjects {
  delivery: Subject
  bare: Subject
  nginx: Subject | undefined
  stock: Subject | undefined
}

const { profession, region } = measured
const portrait = `/v1/portraits/${profession}/${region}`

/** More portraits than the cache holds: asked for in a circle, none is still in it. */
export const generatedCount = 20_000

/** Everything that is compared, with the same content for all. */
export async function scenariosOf(
  subjects: Subjects,
  { query, stockHeaders }: BenchInstallation,
): Promise<Measurement[]> {
  const { delivery, bare, nginx, stock } = subjects
  const { etag, headline } = await lookAt(`${delivery.origin}${portrait}`)
  const others = listOf(await generatedAddresses(query, generatedCount))
  const measurements: Measurement[] = []
  const add = (subject: Subject | undefined, id: string, what: string, load: Asked): void => {
    const isMeasured = /^(one|graphql)\b/.test(id)
    if (subject) measurements.push({ id, what, subject, load, holds: isMeasured ? headline : '' })
  }

  const one = 'one portrait with its jobs'
  add(delivery, 'one', `${one}, from the cache`, { paths: [portrait] })
  add(bare, 'one, bare', one, { paths: [portrait] })
  add(nginx, 'one, nginx', `${one}, as a file`, { paths: ['/portrait.json'] })
  add(stock, 'one, stock', `${one.replace(' with its jobs', '')}, REST, depth 2`, {
    paths: [
      `/api/regional-sections?where[profession.slug][equals]=${profession}&where[region.slug][equals]=${region}&depth=2&limit=1`,
    ],
    headers: stockHeaders,
  })
  add(delivery, '304', 'the same, unchanged: 304', {
    paths: [portrait],
    headers: { 'if-none-match': etag },
  })
  add(delivery, 'others', 'every request another portrait', { paths: others })
  add(bare, 'others, bare', 'every request another portrait', { paths: others })
  add(delivery, 'list', 'a list of 20, from the cache', { paths: ['/v1/portraits?limit=20'] })
  add(delivery, 'lists', 'every request another list of 20', {
    paths: listOf(others.map(pageAfter)),
  })
  add(stock, 'list, stock', 'a list of 20, REST, depth 1', {
    paths: ['/api/regional-sections?limit=20&depth=1'],
    headers: stockHeaders,
  })
  if (await hasGraphql(delivery)) {
    add(delivery, 'graphql', `${one}, GraphQL`, { paths: ['/graphql'], body: ourQuery })
  }
  add(stock, 'graphql, stock', `${one.replace(' with its jobs', '')}, GraphQL`, {
    paths: ['/api/graphql'],
    headers: stockHeaders,
    body: stockQuery(await idsOf(query)),
  })
  add(delivery, 'searches', 'every request another search', { paths: listOf(searches()) })
  return measurements
}

type Asked = Omit<Load, 'origin'>

/** The cursor of a list after an address: as `src/delivery/http/pages.ts` makes it. */
export function pageAfter(address: string): string {
  const place = address.split('/').slice(3)
  const cursor = Buffer.from(JSON.stringify(place)).toString('base64url')
  return `/v1/portraits?limit=20&cursor=${cursor}`
}

/**
 * The same questions in many spellings, so that none is in the cache: what stands beside words is no
 * part of a question.
 */
function searches(): string[] {
  return spell(['pflegefachkraft', 'pflege köln', 'krankenhaus', 'pfleg', 'pflegefachkrafft'])
}

/** The same over what is generated: a name, a name and a place, a word of every text, and two. */
export function generatedSearches(): string[] {
  return spell(['beruf17', 'beruf0 ort35', 'krankenhaus', 'pflegefachkraft köln'])
}

function spell(questions: readonly string[]): string[] {
  const marks = Array.from({ length: 500 }, (_, index) => (index + 1024).toString(2))
  return marks.flatMap((mark) =>
    questions.map((question) => {
      const signs = mark.replaceAll('0', '.').replaceAll('1', '!')
      return `/v1/search?q=${encodeURIComponent(`${question} ${signs}`)}`
    }),
  )
}

export function listOf<T>([first, ...rest]: readonly T[]): [T, ...T[]] {
  if (first === undefined) throw new Error('There is nothing to ask for.')
  return [first, ...rest]
}

/** The entity tag of a portrait, and its headline, which every answer about it holds. */
async function lookAt(url: string): Promise<{ etag: string; headline: string }> {
  const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
  const body = z.object({ headline: z.string() }).parse(await response.json())
  return { etag: response.headers.get('etag') ?? '', headline: body.headline }
}

const section = 'kind heading'

const ourQuery = JSON.stringify({
  query: `{ portrait(profession: "${profession}", region: "${region}") {
    id title headline intro kicker profession { id slug name kldb2010 } region { id slug name ags }
    sections { ${section} html } jobs { items { id title url hiringOrganization city datePosted } }
  } }`,
})

/** What is measured, by the ids that Payload's GraphQL filters by. */
async function idsOf(query: Query): Promise<{ profession: string; region: string }> {
  const [row] = await query(
    `SELECT p.id AS profession, r.id AS region FROM professions p, regions r
     WHERE p.slug = $1 AND r.slug = $2`,
    [profession, region],
  )
  return z.object({ profession: z.string(), region: z.string() }).parse(row)
}

function stockQuery(ids: { profession: string; region: string }): string {
  return JSON.stringify({
    query: `{ RegionalSections(limit: 1, where: { profession: { equals: "${ids.profession}" }, region: { equals: "${ids.region}" } }) { docs {
      id headline intro kicker profession { id slug name kldb2010 } region { id slug name ags }
      sections { ${section} body }
    } } }`,
  })
}

async function hasGraphql({ origin }: Subject): Promise<boolean> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: ourQuery,
  })
  const text = await response.text()
  if (response.ok && !text.includes('"errors"')) return true
  console.log(`GraphQL is not measured: ${text.slice(0, 300)}`)
  return false
}
