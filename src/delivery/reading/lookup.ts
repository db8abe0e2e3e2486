import { and, or, sql } from 'drizzle-orm'
import { slugify } from '#model/slug.ts'
import {
  narrowingOf,
  professionsOf,
  regionsOf,
  valuesOf,
  type Audience,
  type Narrowing,
} from '#read-model/audience.ts'
import type { Sql } from '#read-model/sql.ts'
import { builtOnce } from '#read-model/statements.ts'
import { professions, regions } from '#read-model/tables.ts'

/** An entry of the reference data that a caller asked for by some slug. */
export interface Found {
  id: string
  slug: string
  /** Whether the slug is one that it had before. */
  isFormer: boolean
}

/**
 * A profession or region by its slug, by one that folds to it (ü → ue), or by one that it had before;
 * undefined where there is none, or none that this audience may see.
 */
export async function findBySlug(
  db: Sql,
  kind: 'professions' | 'regions',
  slug: string,
  audience: Audience,
): Promise<Found | undefined> {
  const given = { ...valuesOf(audience), slug: slugify(slug) }
  const [found] = await entriesBySlug(db, { kind, narrowing: narrowingOf(audience) }).execute(given)
  return found
}

const kinds = {
  professions: { table: professions, seenBy: professionsOf },
  regions: { table: regions, seenBy: regionsOf },
}

const entriesBySlug = builtOnce(
  (db, { kind, narrowing }: { kind: keyof typeof kinds; narrowing: Narrowing }) => {
    const { table, seenBy } = kinds[kind]
    const asked = sql`${sql.placeholder('slug')}::text`
    const isFormer = sql<boolean>`${table.slug} <> ${asked}`
    return db
      .select({ id: table.id, slug: table.slug, isFormer })
      .from(table)
      .where(
        and(
          or(
            sql`${table.slug} = ${asked} COLLATE "C"`,
            sql`${table.formerSlugs} @> ARRAY[${asked}]`,
          ),
          seenBy(narrowing),
        ),
      )
      .orderBy(isFormer)
      .limit(1)
      .prepare('')
  },
)
