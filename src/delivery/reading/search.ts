import { Type } from '@sinclair/typebox'
import { and, asc, desc, eq, exists, or, isNull, sql } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'
import { portraitHref, professionHref, regionHref } from '#read-model/addresses.ts'
import {
  documentsOf,
  narrowingOf,
  professionsOf,
  regionsOf,
  valuesOf,
  type Audience,
  type Narrowing,
} from '#read-model/audience.ts'
import { titleOf } from '#read-model/portrait.ts'
import type { SearchHit } from '#read-model/shapes.ts'
import type { Sql } from '#read-model/sql.ts'
import { builtOnce } from '#read-model/statements.ts'
import { documents, lexicon, professions, regions } from '#read-model/tables.ts'
import { escapeHtml } from '#rich-text/html.ts'
import { limit, queryOf } from '../http/parameters.ts'

export const hitTypes = ['portrait', 'profession', 'region'] as const
export type HitType = (typeof hitTypes)[number]

/** What a search takes. */
export const searchQuery = queryOf({
  q: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  type: Type.Optional(
    Type.Unsafe<HitType>({ type: 'string', enum: [...hitTypes], description: 'Only these' }),
  ),
  limit: Type.Optional(limit(50, 10)),
})

/** How many texts are weighed against each other for one search. */
const candidates = 300
const mostWords = 8

/**
 * Searches what an audience may see: German stems, beginnings of words, and, for a word that occurs
 * nowhere, the words most like it. Professions and regions come first where their names have every
 * word, then portraits, best first.
 */
export async function search(
  db: Sql,
  audience: Audience,
  asked: { q: string; types: readonly HitType[]; limit: number },
): Promise<SearchHit[]> {
  const words = await analyse(db, asked.q)
  if (words.length === 0) return []
  const terms = words.map(termOf)
  const everyWord = terms.join(' & ')
  const someWord = terms.join(' | ')
  const namedProfessions = await findNamed(db, 'professions', { everyWord, someWord }, audience)
  const namedRegions = await findNamed(db, 'regions', { everyWord, someWord }, audience)
  const hits: SearchHit[] = [
    ...(asked.types.includes('profession')
      ? namedProfessions.filter(isWhole).map(toProfession)
      : []),
    ...(asked.types.includes('region') ? namedRegions.filter(isWhole).map(toRegion) : []),
  ].slice(0, asked.limit)
  if (!asked.types.includes('portrait') || hits.length >= asked.limit) return hits
  const named = {
    professions: namedProfessions.map(({ id }) => id),
    regions: namedRegions.map(({ id }) => id),
  }
  const options = { audience, named, limit: asked.limit - hits.length }
  const portraits = await findPortraits(db, { ...options, terms: everyWord })
  const found =
    portraits.length > 0 || words.length === 1
      ? portraits
      : await findPortraits(db, { ...options, terms: someWord })
  return [...hits, ...found]
}

/** A word of the question: its stems, or those of the words that were probably meant. */
interface Word {
  stems: string[]
  isKnown: boolean
}

async function analyse(db: Sql, q: string): Promise<Word[]> {
  const words = (
    q
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .slice(0, mostWords)
    .map((word) => word.slice(0, 50))
  if (words.length === 0) return []
  const rows = await stemsOf(db, null).execute({ words })
  return rows.map(({ stem, isKnown, similar }) => ({
    isKnown,
    stems: isKnown ? [stem] : [stem, ...similar],
  }))
}

/** The stems of words, whether some text has a word that begins so, and else the words most like them. */
const stemsOf = builtOnce((db) => {
  const stem = sql<string>`l.stem`
  const beginning = db
    .select({ word: lexicon.word })
    .from(lexicon)
    .where(
      sql`${lexicon.word} >= l.stem COLLATE "C" AND ${lexicon.word} < (l.stem || chr(1114111)) COLLATE "C"`,
    )
  const similar = db
    .select({ word: lexicon.word })
    .from(lexicon)
    .where(sql`${lexicon.word} % l.stem`)
    .orderBy(sql`similarity(${lexicon.word}, l.stem) DESC`, asc(lexicon.word))
    .limit(3)
  return db
    .select({
      stem,
      isKnown: sql<boolean>`k.is_known`,
      similar: sql<string[]>`CASE WHEN k.is_known THEN '{}' ELSE ARRAY${similar} END`,
    })
    .from(sql`unnest(${sql.placeholder('words')}::text[]) WITH ORDINALITY w(word, place)`)
    .crossJoin(sql`LATERAL unnest(tsvector_to_array(to_tsvector('german', w.word))) l(stem)`)
    .crossJoin(sql`LATERAL (SELECT ${exists(beginning)} AS is_known) k`)
    .orderBy(sql`w.place`)
    .prepare('')
})

/** A part of a tsquery. A word stands for every word that begins with it. */
function termOf({ stems, isKnown }: Word): string {
  const terms = stems.map(
    (stem, index) => `'${stem.replace(/['\\]/g, '$&$&')}'${isKnown || index === 0 ? ':*' : ''}`,
  )
  return terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' | ')})`
}

interface Named {
  id: string
  slug: string
  name: string
  /** Whether its names have every word of the question. */
  isWhole: boolean
}

function findNamed(
  db: Sql,
  kind: keyof typeof kinds,
  terms: { everyWord: string; someWord: string },
  audience: Audience,
): Promise<Named[]> {
  const given = { ...terms, ...valuesOf(audience) }
  return namedEntries(db, { kind, narrowing: narrowingOf(audience) }).execute(given)
}

const kinds = {
  professions: { table: professions, seenBy: professionsOf },
  regions: { table: regions, seenBy: regionsOf },
}

const namedEntries = builtOnce(
  (db, { kind, narrowing }: { kind: keyof typeof kinds; narrowing: Narrowing }) => {
    const { table, seenBy } = kinds[kind]
    const someWord = sql`${sql.placeholder('someWord')}::tsquery`
    const isWhole = sql<boolean>`${table.search} @@ ${sql.placeholder('everyWord')}::tsquery`
    return db
      .select({ id: table.id, slug: table.slug, name: table.name, isWhole })
      .from(table)
      .where(and(sql`${table.search} @@ ${someWord}`, seenBy(narrowing)))
      .orderBy(desc(isWhole), sql`ts_rank(${table.search}, ${someWord}, 1) DESC`, asc(table.slug))
      .limit(10)
      .prepare('')
  },
)

/** Texts of the professions and regions that were named, and others that hold every word. */
async function findPortraits(
  db: Sql,
  asked: {
    terms: string
    audience: Audience
    named: { professions: string[]; regions: string[] }
    limit: number
  },
): Promise<SearchHit[]> {
  const { terms, audience, named, limit } = asked
  const rows = await bestTexts(db, narrowingOf(audience)).execute({
    ...valuesOf(audience),
    terms,
    professions: named.professions,
    regions: named.regions,
    most: limit,
  })
  return rows.map(
    ({ id, profession, professionName, regionName, highlight, ...row }): SearchHit => {
      const region = row.region || null
      return {
        type: 'portrait',
        id,
        title: titleOf(
          { name: professionName },
          region === null ? null : { name: regionName ?? '' },
        ),
        highlight: toHtml(highlight),
        profession,
        region,
        href: portraitHref(profession, region),
      }
    },
  )
}

const bestTexts = builtOnce((db, narrowing: Narrowing) => {
  const d = documents
  const terms = sql`${sql.placeholder('terms')}::tsquery`
  const isOfProfession = sql`${d.profession} = ANY (${sql.placeholder('professions')}::uuid[])`
  const isOfRegion = sql`${d.region} = ANY (${sql.placeholder('regions')}::uuid[])`
  const holding = and(sql`${d.search} @@ ${terms}`, documentsOf(narrowing, d))
  const found = union(
    db
      .select({ id: d.id })
      .from(d)
      .where(and(isOfProfession, or(isOfRegion, isNull(d.region)), holding))
      .limit(candidates),
    db.select({ id: d.id }).from(d).where(holding).limit(candidates),
  ).as('found')
  const rank = sql<number>`ts_rank(${d.search}, ${terms}, 1)
    + CASE WHEN ${isOfProfession} THEN 1 ELSE 0 END
    + CASE WHEN ${isOfRegion} THEN 1 ELSE 0 END`
  const best = db
    .select({
      id: d.id,
      professionId: d.profession,
      regionId: d.region,
      profession: d.professionSlug,
      region: d.regionSlug,
      intro: d.intro,
      plain: d.plain,
      rank: rank.as('rank'),
    })
    .from(found)
    .innerJoin(d, eq(d.id, found.id))
    .orderBy(sql`rank DESC`, asc(d.professionSlug), asc(d.regionSlug))
    .limit(sql.placeholder('most'))
    .as('best')
  return db
    .select({
      // Not the columns themselves: those of a subquery are proxies, which each value is read through.
      id: sql<string>`${best.id}`,
      profession: sql<string>`${best.profession}`,
      region: sql<string>`${best.region}`,
      professionName: professions.name,
      regionName: regions.name,
      highlight: sql<string>`ts_headline('german', left(${best.intro} || ' ' || ${best.plain}, 3000), ${terms}, ${headline})`,
    })
    .from(best)
    .innerJoin(professions, eq(professions.id, best.professionId))
    .leftJoin(regions, eq(regions.id, best.regionId))
    .orderBy(desc(best.rank), asc(best.profession), asc(best.region))
    .prepare('')
})

/** Signs that no text has: what stands between them is marked. */
const mark = { start: '\u0001', stop: '\u0002' } as const
const headline = `StartSel="${mark.start}", StopSel="${mark.stop}", MaxFragments=2, MaxWords=18, MinWords=6, FragmentDelimiter=" … "`

function toHtml(highlight: string): string {
  return escapeHtml(highlight).replaceAll(mark.start, '<mark>').replaceAll(mark.stop, '</mark>')
}

function isWhole(named: Named): boolean {
  return named.isWhole
}

function toProfession({ id, slug, name }: Named): SearchHit {
  return {
    type: 'profession',
    id,
    title: name,
    highlight: null,
    profession: slug,
    region: null,
    href: professionHref(slug),
  }
}

function toRegion({ id, slug, name }: Named): SearchHit {
  return {
    type: 'region',
    id,
    title: name,
    highlight: null,
    profession: null,
    region: slug,
    href: regionHref(slug),
  }
}
