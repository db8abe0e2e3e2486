import { and, asc, count, eq, exists, gte, isNull, lt, notInArray, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { QueryBuilder, unionAll } from 'drizzle-orm/pg-core'
import type { PayloadRequest } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import {
  careerProfiles,
  desks,
  desksRels,
  regionalSections,
  users,
  workflowAssignments,
  workflowStageTimes as stageTimes,
  workflowStates,
} from '#database/tables.ts'
import { bucketsPerE, rounded, timesBy, type StageTimes } from './buckets.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { nameOrRecorded } from '#record/name-on-record.ts'

/** What a report is about. Times are ISO 8601; `from` is included, `to` is not. */
export interface ReportFilter {
  from: string
  to: string
  collection?: EditorialCollection | undefined
  desk?: string | undefined
  person?: string | undefined
}

export interface ReviewTimes {
  stages: StageTimes[]
  /** What is in each stage now, and since when the oldest of it. */
  open: { stage: string; documents: number; oldestSince: string }[]
  byDesk: (StageTimes & { desk: string; name: string })[]
  /** By who ended the stay: who approved, returned, published. */
  byPerson: (StageTimes & { person: string; name: string })[]
  /** Documents whose due date has passed before they went live. */
  overdue: { documents: number; first: Overdue[] }
  /** How often documents were submitted until now: 1 means that nothing had to be done again. */
  cycles: { documents: number; meanSubmits: number; bySubmits: Record<string, number> }
}

export interface Overdue {
  collection: string
  document: string
  dueAt: string
  stage: string
  reviewer: string | null
}

/** How many overdue documents are named. */
const mostNamed = 100

/** The numbers of a report, each out of one pass over the stays of a period. */
export async function readReviewTimes(
  req: PayloadRequest,
  filter: ReportFilter,
): Promise<ReviewTimes> {
  const db = await sqlIn(req)
  const stays = staysIn(db, filter)
  const covered = db.$with('covered').as(coveredTexts(db))
  const rounds = db
    .select({ submits: count().as('submits') })
    .from(stays)
    .where(eq(stays.stage, 'in_review'))
    .groupBy(stays.document)
    .as('rounds')
  const [buckets, open, deskBuckets, overdue, cycles] = await Promise.all([
    db
      .select({ person: stays.leftBy, name: nameOrRecorded(stays.leftBy, users.name), ...bucketOf(stays) })
      .from(stays)
      .leftJoin(users, eq(sql`${users.id}::text`, stays.leftBy))
      .groupBy(stays.stage, stays.leftBy, users.name, stays.bucket)
      .orderBy(asc(users.name), asc(stays.stage)),
    db
      .select({
        stage: stageTimes.stage,
        documents: count(),
        oldestSince: sql`min(${stageTimes.enteredAt})`.mapWith(stageTimes.enteredAt),
      })
      .from(stageTimes)
      .where(and(isNull(stageTimes.leftAt), isAbout(db, filter)))
      .groupBy(stageTimes.stage)
      .orderBy(asc(stageTimes.stage)),
    db
      .with(covered)
      .select({ desk: covered.desk, name: covered.name, ...bucketOf(stays) })
      .from(covered)
      .innerJoin(stays, eq(stays.document, covered.document))
      .groupBy(stays.stage, covered.desk, covered.name, stays.bucket)
      .orderBy(asc(covered.name), asc(stays.stage)),
    findOverdue(db, filter),
    db
      .select({ submits: rounds.submits, documents: count() })
      .from(rounds)
      .groupBy(rounds.submits)
      .orderBy(asc(rounds.submits)),
  ])
  return {
    stages: timesBy(buckets, ['stage']).map(({ times }) => times),
    open,
    byDesk: timesBy(deskBuckets, ['desk', 'stage']).map(({ row: { desk, name }, times }) => ({
      desk,
      name,
      ...times,
    })),
    byPerson: timesBy(
      buckets.flatMap(({ person, ...row }) => (person === null ? [] : [{ ...row, person }])),
      ['person', 'stage'],
    ).map(({ row: { person, name }, times }) => ({ person, name: name ?? '', ...times })),
    overdue: {
      documents: overdue[0]?.documents ?? 0,
      first: overdue.map(({ documents: _, dueAt, ...row }) => ({ ...row, dueAt: dueAt ?? '' })),
    },
    cycles: toCycles(cycles),
  }
}

/** What should have gone live by now, the longest first; each row knows how many there are in all. */
function findOverdue(db: Sql, filter: ReportFilter) {
  const { document, documentCollection, dueAt, reviewer } = workflowAssignments
  const { stage } = workflowStates
  return db
    .select({
      collection: documentCollection,
      document,
      dueAt,
      reviewer,
      stage,
      documents: sql`count(*) OVER ()`.mapWith(Number),
    })
    .from(workflowAssignments)
    .innerJoin(workflowStates, eq(sql`${workflowStates.id}::text`, document))
    .innerJoin(stageTimes, and(eq(stageTimes.document, document), isNull(stageTimes.leftAt)))
    .where(
      and(
        lt(dueAt, new Date().toISOString()),
        notInArray(stage, ['live', 'archived']),
        isAbout(db, filter),
      ),
    )
    .orderBy(asc(dueAt))
    .limit(mostNamed)
}

/** How long documents stayed in each stage, over the stays that ended in a period. */
export async function readStageTimes(
  req: PayloadRequest,
  filter: ReportFilter,
): Promise<StageTimes[]> {
  const db = await sqlIn(req)
  const stays = staysIn(db, filter)
  const rows = await db
    .select(bucketOf(stays))
    .from(stays)
    .groupBy(stays.stage, stays.bucket)
    .orderBy(asc(stays.stage))
  return timesBy(rows, ['stage']).map(({ times }) => times)
}

/** The stays that ended in a period. */
function staysIn(db: Sql, filter: ReportFilter) {
  const { document, stage, leftBy, leftAt, enteredAt } = stageTimes
  const seconds = sql`extract(epoch FROM ${leftAt} - ${enteredAt})::float8`
  return db
    .select({
      document,
      stage,
      leftBy,
      seconds: seconds.mapWith(Number).as('seconds'),
      bucket: sql`round(${bucketsPerE} * ln(greatest(1, ${seconds})))`.mapWith(Number).as('bucket'),
    })
    .from(stageTimes)
    .where(and(gte(leftAt, filter.from), lt(leftAt, filter.to), isAbout(db, filter)))
    .as('stays')
}

/** The columns of a bucket, where stays are grouped by stage and bucket. */
function bucketOf({ stage, bucket, seconds }: ReturnType<typeof staysIn>) {
  return { stage, bucket, stays: count(), seconds: sql`sum(${seconds})`.mapWith(Number) }
}

/** What every document is about: its profession, and its region where it has one. */
function subjectsIn(db: Sql) {
  return unionAll(
    db
      .select({
        id: sql<string>`${careerProfiles.id}::text`.as('subject'),
        profession: careerProfiles.professionId,
        region: sql<string | null>`NULL::uuid`.as('region'),
      })
      .from(careerProfiles),
    db
      .select({
        id: sql<string>`${regionalSections.id}::text`.as('subject'),
        profession: regionalSections.professionId,
        region: sql<string | null>`${regionalSections.regionId}`.as('region'),
      })
      .from(regionalSections),
  ).as('subjects')
}

/** Each desk with each document that it covers. */
function coveredTexts(db: Sql) {
  const subjects = subjectsIn(db)
  return db
    .select({ desk: desks.id, name: desks.name, document: sql<string>`${subjects.id}`.as('covered_text') })
    .from(desks)
    .innerJoin(subjects, isCoveredBy(desks.id, subjects))
}

/** What a filter demands of a stay. */
function isAbout(db: Sql, { collection, desk, person }: ReportFilter): SQL | undefined {
  const subjects = subjectsIn(db)
  return and(
    collection === undefined ? undefined : eq(stageTimes.documentCollection, collection),
    person === undefined ? undefined : eq(stageTimes.leftBy, person),
    desk === undefined
      ? undefined
      : exists(
          db
            .select({ id: subjects.id })
            .from(subjects)
            .where(
              and(eq(subjects.id, stageTimes.document), isCoveredBy(sql`${desk}::uuid`, subjects)),
            ),
        ),
  )
}

/** The rule of desk.ts in SQL: a desk covers what is of its regions and of its professions. */
function isCoveredBy(
  desk: SQLWrapper,
  { profession, region }: Record<'profession' | 'region', SQLWrapper>,
): SQL | undefined {
  const covers = (path: string, listed: SQLWrapper, id: SQLWrapper) => {
    const rows = new QueryBuilder()
      .select({ id: sql`${listed}` })
      .from(desksRels)
      .where(and(eq(desksRels.parentId, desk), eq(desksRels.path, path)))
    return sql`(NOT EXISTS ${rows} OR ${id} IN ${rows})`
  }
  return and(
    covers('regions', desksRels.regionsId, region),
    covers('professions', desksRels.professionsId, profession),
  )
}

function toCycles(
  rows: readonly { submits: number; documents: number }[],
): ReviewTimes['cycles'] {
  const documents = rows.reduce((sum, row) => sum + row.documents, 0)
  const submits = rows.reduce((sum, row) => sum + row.submits * row.documents, 0)
  return {
    documents,
    meanSubmits: rounded(documents === 0 ? 0 : submits / documents),
    bySubmits: Object.fromEntries(rows.map((row) => [String(row.submits), row.documents])),
  }
}
