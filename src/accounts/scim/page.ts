import { mostListed } from './schemas.ts'

/** Which part of a list is asked for. */
export interface Page {
  filter: string | null
  offset: number
  limit: number
}

/** Reads the query of a list (RFC 7644, 3.4.2): what is no number, or too large, counts as the nearest that is. */
export function readPage(query: URLSearchParams): Page {
  const first = numberOf(query.get('startIndex'), 1)
  return {
    filter: query.get('filter') || null,
    offset: Math.min(Math.max(first, 1), 1_000_000_000) - 1,
    limit: Math.min(Math.max(numberOf(query.get('count'), 100), 0), mostListed),
  }
}

function numberOf(text: string | null, preset: number): number {
  const number = text === null || text === '' ? preset : Number(text)
  return Number.isFinite(number) ? Math.trunc(number) : preset
}
