import { and, or, sql, type SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn } from '#database/sql.ts'
import { findTextsOnTheWay, type TextOnTheWay } from '#editorial/texts-on-the-way.ts'
import { canonicalJson } from '#model/canonical-json.ts'
import { inOneSpelling, isUuid, relationId } from '#model/documents.ts'
import type { ReferenceCollection } from '#model/reference-collections.ts'
import { renderSource } from '#portrait/parts/source.ts'
import { nothingReferred } from '#portrait/kinds/relations.ts'
import { rowOfProfession, rowOfRegion } from '#publishing/reference.ts'
import type { Profession, Region } from '#payload-types'
import { documentsOf, narrowingOf, valuesOf } from '#read-model/audience.ts'
import { documents, regions, sites } from '#read-model/tables.ts'
import type { Entry } from './entries.ts'
import type { Values } from './fields.ts'

/** One way in which texts show an entry: what they show of it, and which do. */
interface View {
  show: (entry: Entry) => unknown
  /** By what a text has the entry. */
  by: 'profession' | 'region' | 'namedProfessions' | 'namedRegions' | 'sources'
  /** Texts of what the entry lies in show it, and not its own alone. */
  isAround?: true
}

/** The entries by which texts show something, and as what of a text. */
interface Place {
  by: View['by']
  entries: readonly string[]
}

const d = documents
const named = ({ name, slug }: Values) => ({ name, slug })

/**
 * What sites get of an entry, by the functions that write the read model. Nothing of employers reaches them. An
 * entry here is its own row with proposed values laid over it, which the checks of input have held to the
 * fields of its collection: the types that Payload generates of them are what it has.
 */
const views: Readonly<Record<ReferenceCollection, readonly View[]>> = {
  professions: [
    {
      show: (entry) => {
        const { data, names, formerSlugs } = rowOfProfession(entry as unknown as Profession)
        return { data, names, formerSlugs }
      },
      by: 'profession',
    },
    { show: named, by: 'namedProfessions' },
  ],
  regions: [
    {
      show: (entry) => {
        const { data, names, formerSlugs } = rowOfRegion(entry as unknown as Region)
        return { data, names, formerSlugs }
      },
      by: 'region',
    },
    { show: named, by: 'namedRegions' },
    // Portraits show the jobs of what lies in their region.
    { show: ({ parent }) => relationId(parent), by: 'region', isAround: true },
  ],
  sources: [
    {
      show: (entry) =>
        renderSource(entry.id, { ...nothingReferred, sources: new Map([[entry.id, entry]]) }),
      by: 'sources',
    },
  ],
  employers: [],
}

/** How many texts show something that are live or on their way there, and how many sites show the live ones. */
export interface Reach {
  texts: number
  sites: number
}

/** What of a change such texts show: the fields, and whom they reach. */
export interface ShownChange extends Reach {
  fields: string[]
}

/**
 * Judges a change of an entry, field by field, at what is live and at what is in review, approved or scheduled:
 * somebody reads such a text, or has signed it, with what it shows. The caller has locked everything, so that
 * no text goes live or to review meanwhile.
 *
 * @param after the fields that change, with their new values
 */
export async function findShown(
  req: PayloadRequest,
  of: { collection: ReferenceCollection; before: Entry; after: Values },
): Promise<ShownChange> {
  const { collection, before, after } = of
  const fields = new Set<string>()
  const places: Place[] = []
  for (const view of views[collection]) {
    const shown = canonicalJson(view.show(before))
    const changed = Object.entries(after).filter(
      ([name, value]) => canonicalJson(view.show({ ...before, [name]: value })) !== shown,
    )
    if (changed.length === 0) continue
    const place = await placeOf(req, view, [before, { ...before, ...after }])
    if ((await countTexts(req, [place])) === 0) continue
    places.push(place)
    for (const [name] of changed) fields.add(name)
  }
  return { fields: [...fields], ...(await countReach(req, places)) }
}

/** Whom an entry reaches as it is, in whatever way. */
export async function findReach(
  req: PayloadRequest,
  { collection, entry }: { collection: ReferenceCollection; entry: Entry },
): Promise<Reach> {
  const places: Place[] = []
  for (const view of views[collection]) places.push(await placeOf(req, view, [entry]))
  return countReach(req, places)
}

/** Where texts have an entry, as it is and as it would be. */
async function placeOf(
  req: PayloadRequest,
  { by, isAround }: View,
  entries: readonly [Entry, ...Entry[]],
): Promise<Place> {
  const [{ id }] = entries
  if (!isAround) return { by, entries: [id] }
  const around = [id, ...entries.map(({ parent }) => relationId(parent))]
  const known = around.filter((region) => region !== null).filter(isUuid)
  const db = await sqlIn(req)
  const rows = await db
    .select({ within: regions.within })
    .from(regions)
    .where(isOneOf(regions.id, known))
  return { by, entries: [...new Set(rows.flatMap(({ within }) => within))] }
}

/** A condition on documents in the read model: they have something at one of some places. */
function liveAt(places: readonly Place[]): SQL | undefined {
  return or(
    ...places.map(({ by, entries }) =>
      by === 'profession' || by === 'region'
        ? isOneOf(d[by], entries)
        : sql`${d[by]} && ${sql.param(entries)}::uuid[]`,
    ),
  )
}

async function countTexts(req: PayloadRequest, places: readonly Place[]): Promise<number> {
  const condition = liveAt(places)
  if (condition === undefined) return 0
  const db = await sqlIn(req)
  const found = await findTextsOnTheWay(
    req,
    places.flatMap(({ entries }) => entries),
  )
  const onTheWay = found.filter((text) => places.some((place) => hasAt(text, place)))
  const ids = [...new Set(onTheWay.map(({ id }) => id))]
  const live = await db.$count(d, condition)
  // Of one document a version can be live and another one on its way.
  const both = ids.length === 0 ? 0 : await db.$count(d, and(condition, isOneOf(d.id, ids)))
  return live + ids.length - both
}

function hasAt(text: TextOnTheWay, { by, entries }: Place): boolean {
  const { profession, region, references } = text
  const has = {
    profession: [profession],
    region: [region],
    namedProfessions: references.professions,
    namedRegions: references.regions,
    sources: references.sources,
  }[by]
  return has.some((id) => id !== null && entries.includes(inOneSpelling(id)))
}

async function countReach(req: PayloadRequest, places: readonly Place[]): Promise<Reach> {
  const condition = liveAt(places)
  const texts = await countTexts(req, places)
  if (condition === undefined || texts === 0) return { texts, sites: 0 }
  const db = await sqlIn(req)
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
