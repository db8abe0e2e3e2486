import type { SearchWeight } from '#portrait/kinds/field.ts'
import { searchWeights } from '#portrait/kinds/field.ts'

/**
 * SQL for the search vector of a text's own words, German stems, out of three SQL expressions: what
 * weighs most after the names first.
 */
export function textVector(words: Readonly<Record<SearchWeight, string>>): string {
  return searchWeights
    .map((weight) => `setweight(to_tsvector('german', ${words[weight]}), '${weight}')`)
    .join(' || ')
}

/**
 * SQL for the whole search vector of a text: the names of its profession and region weigh most (A). The
 * arguments are SQL expressions.
 */
export function searchVector(professionNames: string, regionNames: string, text: string): string {
  return `setweight(to_tsvector('german', ${professionNames} || ' ' || coalesce(${regionNames}, '')), 'A')
    || ${text}`
}

/** SQL for the words of a text as the read model's row `d` has them, whenever it was written. */
export const textVectorOfRow = `coalesce(d.text_search, ts_filter(d.search, '{b,c,d}'))`
