import type { Objects } from './rights.ts'

/** The tables, views and sequences of columns that migrations/structure.sql tells of, for rights on paper. */
export function tablesIn(structure: string): Objects {
  const named = (pattern: RegExp) =>
    [...structure.matchAll(pattern)].map(([, name = '']) =>
      name.includes('.') ? name : `public.${name}`,
    )
  return {
    tables: named(/^CREATE (?:TABLE|VIEW) (\S+)/gm),
    sequences: named(/nextval\('([^']+)'::regclass\)/g),
  }
}
