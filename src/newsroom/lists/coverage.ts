import { and, asc, eq, exists, isNotNull, ne, or, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import * as z from 'zod'
import { sqlIn } from '#database/sql.ts'
import { newsroomTexts, professions, regions } from '#database/tables.ts'
import { isUuid } from '#model/documents.ts'
import { requirePerson } from '#access/require-person.ts'
import { isStage, stages } from '#model/stages.ts'

/**
 * The regional sections of all professions and regions, as numbers: 200,000 cells are a few hundred
 * kilobytes. A cell is seven numbers in a row: position of the profession, position of the region,
 * position of the stage in `stages`, days since its words changed, days since it went live (-1: not
 * live), whether the working copy differs from what is live (0 or 1), whether it is overdue (0 or 1).
 */
export interface Coverage {
  professions: { id: string; name: string }[]
  /** In the order of Länder, then of names; `land` is the beginning of the AGS, null without one. */
  regions: { id: string; name: string; land: string | null; kind: string }[]
  cells: number[]
}

/**
 * Where there are regional sections and how they stand, to people. Länder have a column of their own
 * only where a text is about one.
 *
 * @throws NotSignedIn 401, NotAllowed 403 for sites
 */
export async function readCoverage(req: PayloadRequest): Promise<Coverage> {
  requirePerson(req)
  const now = Date.now()
  const db = await sqlIn(req)
  const t = newsroomTexts
  const land = sql<string | null>`left(${regions.ags}, 2)`
  const about = db.select({ region: t.region }).from(t).where(eq(t.region, regions.id))
  const [rows, columns, texts] = await Promise.all([
    db
      .select({ id: professions.id, name: professions.name })
      .from(professions)
      .orderBy(asc(professions.name), asc(professions.id)),
    db
      .select({ id: regions.id, name: regions.name, land, kind: regions.kind })
      .from(regions)
      .where(or(ne(regions.kind, 'land'), exists(about)))
      .orderBy(sql`${land} NULLS LAST`, asc(regions.name), asc(regions.id)),
    db
      .select({
        profession: sql<string>`${t.profession}`,
        region: sql<string>`${t.region}`,
        stage: t.stage,
        changed: sql<number>`extract(epoch FROM ${t.changedAt})::float8`,
        live: sql<number | null>`extract(epoch FROM ${t.liveAt})::float8`,
        differs: sql<boolean>`${t.liveAt} IS NOT NULL AND ${t.liveDigest} IS DISTINCT FROM ${t.digest}`,
        overdue: sql<boolean>`(${t.dueAt} < now() AND ${t.stage} NOT IN ('live', 'archived')) IS TRUE`,
      })
      .from(t)
      .where(and(isNotNull(t.region), isNotNull(t.profession))),
  ])
  const rowOf = new Map(rows.map(({ id }, index) => [id, index]))
  const columnOf = new Map(columns.map(({ id }, index) => [id, index]))
  const daysSince = (seconds: number | null): number =>
    seconds === null ? -1 : Math.max(0, Math.floor((now / 1000 - seconds) / 86_400))
  const cells: number[] = []
  for (const text of texts) {
    const row = rowOf.get(text.profession)
    const column = columnOf.get(text.region)
    if (row === undefined || column === undefined || !isStage(text.stage)) continue
    cells.push(
      row,
      column,
      stages.indexOf(text.stage),
      daysSince(text.changed),
      daysSince(text.live),
      text.differs ? 1 : 0,
      text.overdue ? 1 : 0,
    )
  }
  return { professions: rows, regions: columns, cells }
}

const pair = z.tuple([z.string().refine(isUuid), z.string().refine(isUuid)])

/** Cells as [profession, region], as the selection of a matrix sends them. */
export const pairsSchema = z.strictObject({ pairs: z.array(pair).min(1).max(500) })

/** The regional sections of some cells; cells without one are not among them. */
export async function findPairs(
  req: PayloadRequest,
  pairs: z.infer<typeof pairsSchema>['pairs'],
): Promise<{ id: string; profession: string; region: string; title: string; digest: string }[]> {
  requirePerson(req)
  const db = await sqlIn(req)
  const t = newsroomTexts
  const professions = sql.param(pairs.map(([profession]) => profession))
  const regions = sql.param(pairs.map(([, region]) => region))
  return db
    .select({
      id: t.document,
      profession: sql<string>`${t.profession}`,
      region: sql<string>`${t.region}`,
      title: t.title,
      digest: sql<string>`coalesce(${t.digest}, '')`,
    })
    .from(sql`unnest(${professions}::uuid[], ${regions}::uuid[]) AS asked(profession, region)`)
    .innerJoin(t, and(eq(t.profession, sql`asked.profession`), eq(t.region, sql`asked.region`)))
    .where(eq(t.documentCollection, 'regional-sections'))
}
