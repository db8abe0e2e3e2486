import { and, asc, eq, gte, isNull, lt, notInArray, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import { auditFaults as f } from '#database/tables.ts'
import { appendEvent } from '#record/events.ts'
import type { AuditProblem } from './verify.ts'

// What a comparison found stands in a table until a later comparison finds it no more, so that each fault
// is told once, however often it is seen.

/** A fault that is there still. */
export interface OpenFault extends AuditProblem {
  firstSeenAt: string
  lastSeenAt: string
}

/** Where the signing key is looked at, by itself and without the comparison. */
export const keyPlace = 'signing key'

const ofComparison = notInArray(f.place, [keyPlace])

/** Writes down what was found. One that had gone and is there again is a new one. */
export async function noteFaults(db: Sql, problems: readonly AuditProblem[]): Promise<void> {
  if (problems.length === 0) return
  const unique = new Map(problems.map((each) => [`${each.where}\n${each.problem}`, each]))
  await db
    .insert(f)
    .values([...unique.values()].map(({ where, problem }) => ({ place: where, problem })))
    .onConflictDoUpdate({
      target: [f.place, f.problem],
      set: {
        lastSeenAt: sql`clock_timestamp()`,
        firstSeenAt: sql`CASE WHEN ${f.goneAt} IS NULL THEN ${f.firstSeenAt} ELSE clock_timestamp() END`,
        toldAt: sql`CASE WHEN ${f.goneAt} IS NULL THEN ${f.toldAt} END`,
        goneAt: sql`NULL`,
      },
    })
}

/** Ends the faults that a comparison of everything, begun at a moment, has not met; none that others look at. */
export async function settleFaults(db: Sql, since: string): Promise<void> {
  await db
    .update(f)
    .set({ goneAt: sql`clock_timestamp()` })
    .where(and(isNull(f.goneAt), lt(f.lastSeenAt, since), ofComparison))
}

/** Ends the faults of one place that is looked at by itself. */
export async function settleFaultsAt(db: Sql, place: string): Promise<void> {
  await db
    .update(f)
    .set({ goneAt: sql`clock_timestamp()` })
    .where(and(isNull(f.goneAt), eq(f.place, place)))
}

/** Says whether anything that a comparison finds was told since a moment. */
export async function isToldSince(db: Sql, moment: string): Promise<boolean> {
  const rows = await db
    .select({ place: f.place })
    .from(f)
    .where(and(gte(f.toldAt, moment), ofComparison))
    .limit(1)
  return rows.length > 0
}

const placesNamed = 20

/**
 * Raises the alarm over faults that nobody was told of yet: one event for all of them, of which the
 * administrators hear. Gives how many they are.
 */
export async function tellFaults(req: PayloadRequest): Promise<number> {
  const db = await sqlIn(req)
  const told = await db
    .update(f)
    .set({ toldAt: sql`clock_timestamp()` })
    .where(and(isNull(f.goneAt), isNull(f.toldAt)))
    .returning({ place: f.place })
  if (told.length === 0) return 0
  const places = [...new Set(told.map(({ place }) => place))].sort().slice(0, placesNamed)
  await appendEvent(req, {
    kind: 'record',
    collection: 'read-model',
    id: 'comparison',
    transition: 'differs',
    actor: null,
    comment: places.slice(0, 3).join('; '),
    data: { count: told.length, places },
  })
  return told.length
}

/** The faults that are there, those seen first at the top. */
export async function findOpenFaults(req: PayloadRequest, most: number): Promise<OpenFault[]> {
  const db = await sqlIn(req)
  return db
    .select({
      where: f.place,
      problem: f.problem,
      firstSeenAt: f.firstSeenAt,
      lastSeenAt: f.lastSeenAt,
    })
    .from(f)
    .where(isNull(f.goneAt))
    .orderBy(asc(f.firstSeenAt), asc(f.place), asc(f.problem))
    .limit(most)
}
