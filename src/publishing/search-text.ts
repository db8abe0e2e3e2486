import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { SearchWeight } from '#portrait/kinds/field.ts'
import { searchWeights } from '#portrait/kinds/field.ts'
import { documents } from '#read-model/tables.ts'

/** The search vector of names, German stems. */
export function namesVector(names: string): SQL {
  return sql`to_tsvector('german', ${names}::text)`
}

/** The search vector of a text's own words, German stems: what weighs most after the names first. */
export function textVector(words: Readonly<Record<SearchWeight, string>>): SQL {
  return sql.join(
    searchWeights.map(
      (weight) =>
        sql`setweight(to_tsvector('german', ${words[weight]}::text), ${sql.raw(`'${weight}'`)})`,
    ),
    sql` || `,
  )
}

/**
 * The whole search vector of a text: the names of its profession and region, by their columns, weigh
 * most (A).
 *
 * @param text the search vector of its own words
 */
export function searchVector(
  professionNames: SQLWrapper,
  regionNames: SQLWrapper,
  text: SQLWrapper,
): SQL {
  return sql`setweight(to_tsvector('german', ${professionNames} || ' ' || coalesce(${regionNames}, '')), 'A')
    || ${text}`
}

/** The words of a text as its row in the read model has them, whenever it was written. */
export const textVectorOfRow = sql`coalesce(${documents.textSearch}, ts_filter(${documents.search}, '{b,c,d}'))`
