import { Type } from '@sinclair/typebox'
import { portraitHref, professionHref, regionHref } from '#read-model/addresses.ts'
import { documentsOf, professionsOf, regionsOf, type Audience } from '#read-model/audience.ts'
import { titleOf } from '#read-model/portrait.ts'
import { newValues, type Query, type Row } from '#read-model/query.ts'
import { escapeHtml } from '#rich-text/html.ts'
import type { SearchHit } from '#read-model/shapes.ts'
import { text, textOrNull, texts } from '#read-model/values.ts'
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
  query: Query,
  audience: Audience,
  asked: { q: string; types: readonly HitType[]; limit: number },
): Promise<SearchHit[]> {
  const words = await analyse(query, asked.q)
  if (words.length === 0) return []
  const terms = words.map(termOf)
  const everyWord = terms.join(' & ')
  const someWord = terms.join(' | ')
  const professions = await findNamed(query, 'professions', { everyWord, someWord }, audience)
  const regions = await findNamed(query, 'regions', { everyWord, someWord }, audience)
  const hits: SearchHit[] = [
    ...(asked.types.includes('profession') ? professions.filter(isWhole).map(toProfession) : []),
    ...(asked.types.includes('region') ? regions.filter(isWhole).map(toRegion) : []),
  ].slice(0, asked.limit)
  if (!asked.types.includes('portrait') || hits.length >= asked.limit) return hits
  const named = {
    professions: professions.map(({ id }) => text(id)),
    regions: regions.map(({ id }) => text(id)),
  }
  const options = { audience, named, limit: asked.limit - hits.length }
  const portraits = await findPortraits(query, { ...options, terms: everyWord })
  const found =
    portraits.length > 0 || words.length === 1
      ? portraits
      : await findPortraits(query, { ...options, terms: someWord })
  return [...hits, ...found]
}

/** A word of the question: its stems, or those of the words that were probably meant. */
interface Word {
  stems: string[]
  isKnown: boolean
}

async function analyse(query: Query, q: string): Promise<Word[]> {
  const words = (
    q
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .slice(0, mostWords)
    .map((word) => word.slice(0, 50))
  if (words.length === 0) return []
  const rows = await query(
    `SELECT w.place, l.stem, k.is_known,
       CASE WHEN k.is_known THEN '{}' ELSE ARRAY(
         SELECT x.word FROM delivery.lexicon x
         WHERE x.word % l.stem ORDER BY similarity(x.word, l.stem) DESC, x.word LIMIT 3) END AS similar
     FROM unnest($1::text[]) WITH ORDINALITY w(word, place)
     CROSS JOIN LATERAL unnest(tsvector_to_array(to_tsvector('german', w.word))) l(stem)
     CROSS JOIN LATERAL (SELECT EXISTS (
       SELECT FROM delivery.lexicon x
       WHERE x.word >= l.stem COLLATE "C" AND x.word < (l.stem || chr(1114111)) COLLATE "C"
     ) AS is_known) k ORDER BY w.place`,
    [words],
  )
  return rows.map((row) => {
    const isKnown = row.is_known === true
    const similar = texts(row.similar)
    return { isKnown, stems: isKnown ? [text(row.stem)] : [text(row.stem), ...similar] }
  })
}

/** A part of a tsquery. A word stands for every word that begins with it. */
function termOf({ stems, isKnown }: Word): string {
  const terms = stems.map(
    (stem, index) => `'${stem.replace(/['\\]/g, '$&$&')}'${isKnown || index === 0 ? ':*' : ''}`,
  )
  return terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' | ')})`
}

function findNamed(
  query: Query,
  kind: 'professions' | 'regions',
  terms: { everyWord: string; someWord: string },
  audience: Audience,
): Promise<Row[]> {
  const params = newValues(terms.someWord, terms.everyWord)
  const seen =
    kind === 'professions' ? professionsOf(audience, params, 'e') : regionsOf(audience, params, 'e')
  return query(
    `SELECT e.id, e.slug, e.name, e.search @@ $2::tsquery AS is_whole FROM delivery.${kind} e
     WHERE e.search @@ $1::tsquery AND ${seen}
     ORDER BY e.search @@ $2::tsquery DESC, ts_rank(e.search, $1::tsquery, 1) DESC, e.slug LIMIT 10`,
    params.values,
  )
}

/** Texts of the professions and regions that were named, and others that hold every word. */
async function findPortraits(
  query: Query,
  asked: {
    terms: string
    audience: Audience
    named: { professions: string[]; regions: string[] }
    limit: number
  },
): Promise<SearchHit[]> {
  const { terms, audience, named, limit } = asked
  const params = newValues(terms, named.professions, named.regions, limit)
  const seen = documentsOf(audience, params)
  const rows = await query(
    `WITH found AS (
       (SELECT d.id FROM delivery.documents d
        WHERE d.profession = ANY ($2::uuid[]) AND (d.region = ANY ($3::uuid[]) OR d.region IS NULL)
          AND d.search @@ $1::tsquery AND ${seen} LIMIT ${String(candidates)})
       UNION
       (SELECT d.id FROM delivery.documents d
        WHERE d.search @@ $1::tsquery AND ${seen} LIMIT ${String(candidates)})
     ), best AS (
       SELECT d.*, ts_rank(d.search, $1::tsquery, 1)
           + CASE WHEN d.profession = ANY ($2::uuid[]) THEN 1 ELSE 0 END
           + CASE WHEN d.region = ANY ($3::uuid[]) THEN 1 ELSE 0 END AS rank
       FROM found JOIN delivery.documents d USING (id)
       ORDER BY rank DESC, d.profession_slug, d.region_slug LIMIT $4
     )
     SELECT b.id, b.profession_slug, b.region_slug, p.name AS profession_name,
       r.name AS region_name,
       ts_headline('german', left(b.intro || ' ' || b.plain, 3000), $1::tsquery,
         'StartSel="${mark.start}", StopSel="${mark.stop}", MaxFragments=2, MaxWords=18, MinWords=6, FragmentDelimiter=" … "') AS highlight
     FROM best b JOIN delivery.professions p ON p.id = b.profession
     LEFT JOIN delivery.regions r ON r.id = b.region
     ORDER BY b.rank DESC, b.profession_slug, b.region_slug`,
    params.values,
  )
  return rows.map((row): SearchHit => {
    const profession = text(row.profession_slug)
    const region = textOrNull(row.region_slug)
    return {
      type: 'portrait',
      id: text(row.id),
      title: titleOf(
        { name: text(row.profession_name) },
        region === null ? null : { name: text(row.region_name) },
      ),
      highlight: toHtml(text(row.highlight)),
      profession,
      region,
      href: portraitHref(profession, region),
    }
  })
}

/** Signs that no text has: what stands between them is marked. */
const mark = { start: '\u0001', stop: '\u0002' } as const

function toHtml(highlight: string): string {
  return escapeHtml(highlight).replaceAll(mark.start, '<mark>').replaceAll(mark.stop, '</mark>')
}

function isWhole(row: Row): boolean {
  return row.is_whole === true
}

function toProfession(row: Row): SearchHit {
  const slug = text(row.slug)
  return {
    type: 'profession',
    id: text(row.id),
    title: text(row.name),
    highlight: null,
    profession: slug,
    region: null,
    href: professionHref(slug),
  }
}

function toRegion(row: Row): SearchHit {
  const slug = text(row.slug)
  return {
    type: 'region',
    id: text(row.id),
    title: text(row.name),
    highlight: null,
    profession: null,
    region: slug,
    href: regionHref(slug),
  }
}
