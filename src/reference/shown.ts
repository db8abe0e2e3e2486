import { and, arrayContains, eq, or, sql, type SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { canonicalJson } from '#model/canonical-json.ts'
import { isUuid, relationId } from '#model/documents.ts'
import type { ReferenceCollection } from '#model/reference-collections.ts'
import { renderSource } from '#portrait/parts/source.ts'
import { nothingReferred } from '#portrait/kinds/relations.ts'
import { rowOfProfession, rowOfRegion } from '#publishing/reference.ts'
import type { Profession, Region } from '#payload-types'
import { documentsOf, narrowingOf, valuesOf } from '#read-model/audience.ts'
import { documents, regions, sites } from '#read-model/tables.ts'
import type { Entry } from './entries.ts'
import type { Values } from './fields.ts'

/** One way in which live texts show an entry: what they show of it, and which do. */
interface View {
  show: (entry: Entry) => unknown
  /** Of documents in the read model; an entry as it is, and as it would be. */
  texts: (id: string, before: Values, after: Values) => SQL | undefined
}

const d = documents
const named = ({ name, slug }: Values) => ({ name, slug })

/** What sites get of an entry, by the functions that write the read model. Nothing of employers reaches them. */
const views: Readonly<Record<ReferenceCollection, readonly View[]>> = {
  professions: [
    {
      show: (entry) => {
        const { data, names, formerSlugs } = rowOfProfession(entry as unknown as Profession)
        return { data, names, formerSlugs }
      },
      texts: (id) => eq(d.profession, id),
    },
    { show: named, texts: (id) => arrayContains(d.namedProfessions, [id]) },
  ],
  regions: [
    {
      show: (entry) => {
        const { data, names, formerSlugs } = rowOfRegion(entry as unknown as Region)
        return { data, names, formerSlugs }
      },
      texts: (id) => eq(d.region, id),
    },
    { show: named, texts: (id) => arrayContains(d.namedRegions, [id]) },
    {
      // Portraits show the jobs of what lies in their region.
      show: ({ parent }) => relationId(parent),
      texts: (id, before, after) => {
        const around = [id, relationId(before.parent), relationId(after.parent)]
        const known = around.filter((region) => region !== null).filter(isUuid)
        return sql`${d.region} IN (
          SELECT unnest(${regions.within}) FROM ${regions} WHERE ${isOneOf(regions.id, known)})`
      },
    },
  ],
  sources: [
    {
      show: (entry) =>
        renderSource(entry.id, { ...nothingReferred, sources: new Map([[entry.id, entry]]) }),
      texts: (id) => arrayContains(d.sources, [id]),
    },
  ],
  employers: [],
}

/** How many live texts show something, and how many sites may show these. */
export interface Reach {
  texts: number
  sites: number
}

/** What of a change live texts show: the fields, and whom they reach. */
export interface ShownChange extends Reach {
  fields: string[]
}

/**
 * Judges a change of an entry, field by field, at the read model. The caller has locked everything, so that
 * nothing goes live meanwhile.
 *
 * @param after the fields that change, with their new values
 */
export async function findShown(
  req: PayloadRequest,
  of: { collection: ReferenceCollection; before: Entry; after: Values },
): Promise<ShownChange> {
  const { collection, before, after } = of
  const db = await sqlIn(req)
  const fields = new Set<string>()
  const conditions: SQL[] = []
  for (const { show, texts } of views[collection]) {
    const shown = canonicalJson(show(before))
    const changed = Object.entries(after).filter(
      ([name, value]) => canonicalJson(show({ ...before, [name]: value })) !== shown,
    )
    if (changed.length === 0) continue
    const condition = texts(before.id, before, { ...before, ...after })
    if (condition === undefined || !(await isAnyLive(db, condition))) continue
    conditions.push(condition)
    for (const [name] of changed) fields.add(name)
  }
  return { fields: [...fields], ...(await countReach(db, conditions)) }
}

/** Whom an entry reaches as it is, in whatever way. */
export async function findReach(
  req: PayloadRequest,
  { collection, entry }: { collection: ReferenceCollection; entry: Entry },
): Promise<Reach> {
  const conditions = views[collection].map(({ texts }) => texts(entry.id, entry, entry))
  return countReach(
    await sqlIn(req),
    conditions.filter((condition) => condition !== undefined),
  )
}

async function isAnyLive(db: Sql, condition: SQL): Promise<boolean> {
  const found = await db.select({ id: d.id }).from(d).where(condition).limit(1)
  return found.length > 0
}

async function countReach(db: Sql, conditions: readonly SQL[]): Promise<Reach> {
  const condition = or(...conditions)
  if (condition === undefined) return { texts: 0, sites: 0 }
  const texts = await db.$count(d, condition)
  if (texts === 0) return { texts, sites: 0 }
  let reached = 0
  for (const { id, regions, professions } of await db.select().from(sites)) {
    const audience = { site: id, regions, professions }
    const seen = await db
      .select({ id: d.id })
      .from(d)
      .where(and(condition, documentsOf(narrowingOf(audience), d)))
      .limit(1)
      .prepare('')
      .execute(valuesOf(audience))
    if (seen.length > 0) reached += 1
  }
  return { texts, sites: reached }
}
