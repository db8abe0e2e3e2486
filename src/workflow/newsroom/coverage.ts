import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import * as z from 'zod'
import { query } from '#database/query.ts'
import { textIn, textOrNull } from '#database/rows.ts'
import { isUuid } from '#model/documents.ts'
import { requirePerson } from '../standing.ts'
import { isStage, stages } from '../transitions.ts'

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
  const [professions, regions, texts] = await Promise.all([
    query(req, sql`SELECT id, name FROM professions ORDER BY name, id`),
    query(
      req,
      sql`SELECT r.id, r.name, left(r.ags, 2) AS land, r.kind::text AS kind FROM regions r
          WHERE r.kind <> 'land'
            OR EXISTS (SELECT FROM newsroom_texts t WHERE t.region = r.id)
          ORDER BY left(r.ags, 2) NULLS LAST, r.name, r.id`,
    ),
    query(
      req,
      sql`SELECT profession, region, stage,
                 extract(epoch FROM changed_at)::float8 AS changed,
                 extract(epoch FROM live_at)::float8 AS live,
                 (live_at IS NOT NULL AND live_digest IS DISTINCT FROM digest) AS differs,
                 (due_at < now() AND stage NOT IN ('live', 'archived')) IS TRUE AS overdue
          FROM newsroom_texts WHERE region IS NOT NULL AND profession IS NOT NULL`,
    ),
  ])
  const rowOf = new Map(professions.map(({ id }, index) => [id, index]))
  const columnOf = new Map(regions.map(({ id }, index) => [id, index]))
  const daysSince = (seconds: unknown): number =>
    typeof seconds === 'number' ? Math.max(0, Math.floor((now / 1000 - seconds) / 86_400)) : -1
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
      text.differs === true ? 1 : 0,
      text.overdue === true ? 1 : 0,
    )
  }
  return {
    professions: professions.map((row) => ({ id: textIn(row.id), name: textIn(row.name) })),
    regions: regions.map((row) => ({
      id: textIn(row.id),
      name: textIn(row.name),
      land: textOrNull(row.land),
      kind: textIn(row.kind),
    })),
    cells,
  }
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
  const rows = await query(
    req,
    sql`SELECT t.document, t.profession, t.region, t.title, t.digest
        FROM jsonb_to_recordset(${JSON.stringify(
          pairs.map(([profession, region]) => ({ profession, region })),
        )}::jsonb) AS asked(profession uuid, region uuid)
        JOIN newsroom_texts t USING (profession, region)
        WHERE t.document_collection = 'regional-sections'`,
  )
  return rows.map((row) => ({
    id: textIn(row.document),
    profession: textIn(row.profession),
    region: textIn(row.region),
    title: textIn(row.title),
    digest: textIn(row.digest),
  }))
}
