import {
  generatedAddresses,
  generateJobs,
  generatePortraits,
  searchableCount,
} from './generated.ts'
import { preparePortrait } from './content.ts'
import type { BenchInstallation } from './installation.ts'
import { measureAll, type Measurement, type Result } from './measurements.ts'
import type { BenchOptions } from './options.ts'
import { count, printResults } from './report.ts'
import { generatedSearches, listOf, pageAfter } from './scenarios.ts'
import { startDelivery, type Subject } from './subjects.ts'

/** With how many portraits, and as many jobs, the growth begins. */
const first = 1000

/** How many addresses are asked for in a circle: more than the cache holds. */
const asked = 20_000

type Say = (line: string) => void

/**
 * Measures how the delivery plane fares as the read model grows: 1,000 portraits and jobs, 100,000,
 * and as many as were asked for. Nothing is answered from the cache.
 */
export async function measureGrowth(
  installation: BenchInstallation,
  options: BenchOptions,
  say: Say,
): Promise<void> {
  await preparePortrait(installation)
  await (await startDelivery(installation)).stop()
  const steps = [...new Set([first, Math.min(searchableCount, options.size), options.size])]
  const found: Result[][] = []
  let before = 0
  for (const size of steps) {
    const startedAt = Date.now()
    await generatePortraits(installation.query, before, size)
    await generateJobs(installation.query, before, size)
    before = size
    say(`${count(size)} portraits and jobs, filled in ${seconds(Date.now() - startedAt)}:`)
    await printDiskUse(installation, say)
    found.push(await measureStep(installation, options, say))
  }
  printRatio(found[0], found.at(-1), say)
}

async function measureStep(
  installation: BenchInstallation,
  { rounds, seconds }: BenchOptions,
  say: Say,
): Promise<Result[]> {
  const delivery = await startDelivery(installation)
  try {
    const measurements = await measurementsOf(delivery, installation)
    const results = await measureAll(measurements, { rounds, seconds, say })
    printResults(results, say)
    await printOnce(delivery, installation, say)
    return results
  } finally {
    await delivery.stop()
  }
}

async function measurementsOf(
  subject: Subject,
  { query }: BenchInstallation,
): Promise<Measurement[]> {
  const addresses = await generatedAddresses(query, asked)
  const of = (id: string, paths: readonly string[]): Measurement => ({
    id,
    what: id,
    subject,
    load: { paths: listOf(paths) },
  })
  return [
    of('another portrait', inManySpellings(addresses)),
    of('another list of 20', inManySpellings(addresses.map(pageAfter))),
    of('another list of jobs', inManySpellings(addresses.map(jobsOf))),
    of('another search', generatedSearches()),
  ]
}

/** The same few addresses in other spellings, so that as many are asked for at every size. */
function inManySpellings(addresses: readonly string[]): string[] {
  const sign = addresses[0]?.includes('?') === true ? '&' : '?'
  return Array.from({ length: asked }, (_, index) => {
    const address = addresses[index % addresses.length] ?? ''
    const again = Math.floor(index / addresses.length)
    return again === 0 ? address : `${address}${sign}${'&'.repeat(again)}`
  })
}

function jobsOf(address: string): string {
  const [, , , profession = '', region = ''] = address.split('/')
  return `/v1/jobs?profession=${profession}&region=${region}`
}

/** What is rarely asked for, and long: one request each, in ms. */
async function printOnce(
  { origin }: Subject,
  { query }: BenchInstallation,
  say: Say,
): Promise<void> {
  const get = async (path: string): Promise<string> => {
    const startedAt = performance.now()
    const response = await fetch(`${origin}${path}`)
    const text = await response.text()
    say(
      `  ${path.slice(0, 60)}: ${String(response.status)}, ${(text.length / 1000).toFixed(0)} kB, ${(performance.now() - startedAt).toFixed(1)} ms`,
    )
    return text
  }
  const sitemap = await get('/v1/sitemap.xml')
  const parts = [...sitemap.matchAll(/<loc>[^<]*(\/v1\/sitemaps\/[^<]*)<\/loc>/g)]
  await get(parts.at(-1)?.[1] ?? '/v1/sitemap.xml')
  for (const question of generatedSearches().slice(0, 4)) await get(question)
  await get('/v1/jobs?limit=100')
  await get('/v1/portraits?limit=100&count=true')
  await get('/v1/portraits?limit=20&updatedSince=2020-01-01T00:00:00Z')
  const [last] = await query(
    'SELECT profession_slug, region_slug FROM delivery.documents ORDER BY 1 DESC, 2 DESC OFFSET 200 LIMIT 1',
  )
  await get(
    pageAfter(`/v1/portraits/${String(last?.profession_slug)}/${String(last?.region_slug)}`),
  )
  let cursor = ''
  for (let page = 0; page < 3; page += 1) {
    const text = await get(`/v1/changes?limit=1000${cursor}`)
    const next = /"cursor":"([^"]+)"/.exec(text)?.[1]
    cursor = next === undefined ? '' : `&cursor=${next}`
  }
}

async function printDiskUse({ query }: BenchInstallation, say: Say): Promise<void> {
  const rows = await query(
    `SELECT t.name, pg_total_relation_size(t.name::regclass)::float8 AS bytes
     FROM unnest(ARRAY['delivery.portraits', 'delivery.documents', 'delivery.releases',
       'public.job_references']) t(name)`,
  )
  for (const { name, bytes } of rows) {
    say(`  ${String(name)} takes ${(Number(bytes) / 1e6).toFixed(0)} MB`)
  }
}

function printRatio(
  small: readonly Result[] | undefined,
  large: readonly Result[] | undefined,
  say: Say,
): void {
  say('| throughput of the largest ÷ the smallest | is | target | |')
  say('|---|--:|--:|---|')
  for (const { id, perSecond } of large ?? []) {
    const before = small?.find((result) => result.id === id)
    if (!before) continue
    const is = perSecond / before.perSecond
    const verdict =
      id !== 'another portrait' ? ' | ' : is >= 0.9 ? '≥ 0.9 | met' : '≥ 0.9 | **missed**'
    say(`| ${id} | ${is.toFixed(2)} | ${verdict} |`)
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(0)} s`
}
