import { Type, type Static, type TObject } from '@sinclair/typebox'
import { and, count, eq, like, sql, type SQL } from 'drizzle-orm'
import {
  narrowingOf,
  professionsOf,
  regionsOf,
  valuesOf,
  type Audience,
  type Narrowing,
} from '#read-model/audience.ts'
import { Region, type Profession } from '#read-model/shapes.ts'
import type { Sql } from '#read-model/sql.ts'
import { builtOnce } from '#read-model/statements.ts'
import { storedProfession, storedRegion } from '#read-model/stored.ts'
import { professions, regions } from '#read-model/tables.ts'
import { findBySlug, type Found } from '../reading/lookup.ts'
import { kldb } from '../http/parameters.ts'
import { conditionsFor, filtersIn, openList, pageOf, type List, type Order } from './list.ts'

interface Entries {
  professions: Profession
  regions: Region
}
export type ReferenceKind = keyof Entries

/** Which professions; what is left out does not narrow the list. */
export const professionFilters = { kldb: Type.Optional(kldb) }
/** Which regions. */
export const regionFilters = {
  land: Type.Optional(Type.String({ pattern: '^DE-[A-Z]{2}$', description: 'ISO 3166-2' })),
  kind: Type.Optional(Region.properties.kind),
}
export type ReferenceFilters = Static<TObject<typeof professionFilters & typeof regionFilters>>

const kinds: {
  [Kind in ReferenceKind]: {
    table: typeof professions | typeof regions
    seenBy: (narrowing: Narrowing) => SQL | undefined
    conditions: Readonly<Record<string, SQL>>
    toItem: (data: unknown) => Entries[Kind]
  }
} = {
  professions: {
    table: professions,
    seenBy: professionsOf,
    conditions: { kldb: like(professions.kldb, sql.placeholder('kldb')) },
    toItem: storedProfession,
  },
  regions: {
    table: regions,
    seenBy: regionsOf,
    conditions: {
      land: eq(regions.land, sql.placeholder('land')),
      kind: eq(regions.kind, sql.placeholder('kind')),
    },
    toItem: storedRegion,
  },
}

/** Professions or regions that an audience may see, in the order of their slugs. */
export function listReference<Kind extends ReferenceKind>(
  db: Sql,
  audience: Audience,
  kind: Kind,
  { kldb, ...asked }: ReferenceFilters,
): List<Entries[Kind]> {
  const values = { ...asked, ...(kldb === undefined ? {} : { kldb: `${kldb}%` }) }
  const form = { kind, narrowing: narrowingOf(audience), filters: filtersIn(values) }
  const given = { ...valuesOf(audience), ...values }
  return openList<Entries[Kind]>({
    order: orderOf(kind),
    read: async (isAfter, page) => {
      const rows = await pages(db, { ...form, isAfter }).execute({ ...given, ...page })
      return rows.map(({ data }) => kinds[kind].toItem(data))
    },
    count: () => totals(db, form).execute(given),
  })
}

function orderOf(kind: ReferenceKind): Order<{ slug: string }> {
  const column = kinds[kind].table.slug
  return {
    columns: [{ column, type: 'text', of: ({ slug }) => slug, isPlace: () => true }],
    direction: 'ASC',
  }
}

interface Form {
  kind: ReferenceKind
  narrowing: Narrowing
  filters: readonly string[]
}

const pages = builtOnce((db, { isAfter, ...form }: Form & { isAfter: boolean }) => {
  const { table } = kinds[form.kind]
  const page = pageOf(orderOf(form.kind), isAfter)
  return db
    .select({ data: table.data })
    .from(table)
    .where(and(matching(form), page.after))
    .orderBy(...page.order)
    .limit(page.size)
    .prepare('')
})

const totals = builtOnce((db, form: Form) =>
  db.select({ total: count() }).from(kinds[form.kind].table).where(matching(form)).prepare(''),
)

function matching({ kind, narrowing, filters }: Form): SQL | undefined {
  const { seenBy, conditions } = kinds[kind]
  return and(seenBy(narrowing), ...conditionsFor(conditions, filters))
}

/** An entry by a slug, and how that slug was found; undefined where the audience sees none. */
export async function readReference<Kind extends ReferenceKind>(
  db: Sql,
  audience: Audience,
  kind: Kind,
  slug: string,
): Promise<{ found: Found; item: Entries[Kind] } | undefined> {
  const found = await findBySlug(db, kind, slug, audience)
  if (!found) return undefined
  const [row] = await entriesById(db, kind).execute({ id: found.id })
  return row && { found, item: kinds[kind].toItem(row.data) }
}

const entriesById = builtOnce((db, kind: ReferenceKind) => {
  const { table } = kinds[kind]
  return db
    .select({ data: table.data })
    .from(table)
    .where(eq(table.id, sql.placeholder('id')))
    .prepare('')
})
