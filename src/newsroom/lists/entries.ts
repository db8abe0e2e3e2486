import { aliasedTable, and, eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import type { PayloadRequest } from 'payload'
import { isCoveredByDesks } from '#access/desks.ts'
import { loadDesks, type NamedDesk } from '#access/load-desks.ts'
import { sqlIn } from '#database/sql.ts'
import { newsroomTexts, professions, regions, users, workflowPlans } from '#database/tables.ts'
import { collectionIn, type EditorialCollection } from '#model/documents.ts'
import { isRisk, type Risk } from '#model/risk.ts'
import { isStage, type Stage } from '#model/stages.ts'
import { nameOrRecorded } from '#record/name-on-record.ts'
import { countingSignatures, readProgressOfRows, type ShownProgress } from './progress.ts'

export interface Named {
  id: string
  name: string
}

/** One editorial document as the newsroom's lists show it. Moments are ISO 8601 in UTC. */
export interface NewsroomText extends ShownProgress {
  id: string
  collection: EditorialCollection
  title: string
  /** Of the working copy. */
  digest: string
  profession: Named | null
  region: Named | null
  author: Named | null
  writer: Named | null
  reviewer: Named | null
  /** The desks that cover it. */
  desks: Named[]
  stage: Stage
  stageSince: string
  /** When its words changed last. */
  changedAt: string
  liveAt: string | null
  /** It is live, and the working copy differs. */
  hasChanges: boolean
  dueAt: string | null
  /** What the change that was submitted puts at risk. */
  risk: Risk | null
  claimedBy: Named | null
  publishAt: string | null
  unpublishAt: string | null
}

/** What a list is put in order by: columns of newsroom_texts, wherever its rows are read. */
type OrderedBy = Record<
  'document' | 'changedAt' | 'stageSince' | 'dueAt' | 'liveAt' | 'title',
  SQLWrapper
>

/** Which rows of newsroom_texts, and in which order. */
export interface Picked {
  where: SQL | undefined
  order: (columns: OrderedBy) => SQL[]
  limit: number
}

const author = aliasedTable(users, 'author')
const writer = aliasedTable(users, 'writer')
const reviewer = aliasedTable(users, 'reviewer')

/** A page of texts, with all that a list shows of them. */
export async function showTexts(
  req: PayloadRequest,
  { where, order, limit }: Picked,
): Promise<NewsroomText[]> {
  const db = await sqlIn(req)
  // Chosen first: the rest is joined to a page, however many there are.
  const t = db
    .select()
    .from(newsroomTexts)
    .where(where)
    .orderBy(...order(newsroomTexts))
    .limit(limit)
    .as('t')
  const going = pendingPlan('publish', t.document).as('going')
  const ending = pendingPlan('unpublish', t.document).as('ending')
  const signed = countingSignatures(t).as('signed')
  const [rows, desks] = await Promise.all([
    db
      .select({
        text: t._.selectedFields,
        professionName: professions.name,
        regionName: regions.name,
        authorName: nameOrRecorded(t.author, author.name),
        writerName: nameOrRecorded(t.writer, writer.name),
        reviewerName: nameOrRecorded(t.reviewer, reviewer.name),
        publishAt: going.dueAt,
        endsAt: ending.dueAt,
        thenUnpublishAt: going.thenUnpublishAt,
        signatures: signed.list,
      })
      .from(t)
      .leftJoin(professions, eq(professions.id, t.profession))
      .leftJoin(regions, eq(regions.id, t.region))
      .leftJoin(author, eq(author.id, t.author))
      .leftJoin(writer, eq(writer.id, t.writer))
      .leftJoin(reviewer, eq(reviewer.id, t.reviewer))
      .leftJoinLateral(going, sql`true`)
      .leftJoinLateral(ending, sql`true`)
      .leftJoinLateral(signed, eq(t.stage, 'in_review'))
      .orderBy(...order(t)),
    loadDesks(req),
  ])
  const progressOf = await readProgressOfRows(
    req,
    rows.map(({ text }) => text),
  )
  return rows.map((row) => ({ ...toText(row, desks), ...progressOf(row.text, row.signatures) }))
}

/** The plan of a text; of each action there is one that is pending at most. */
function pendingPlan(action: 'publish' | 'unpublish', document: SQLWrapper) {
  return new QueryBuilder()
    .select({ dueAt: workflowPlans.dueAt, thenUnpublishAt: workflowPlans.thenUnpublishAt })
    .from(workflowPlans)
    .where(
      and(
        eq(workflowPlans.document, sql`${document}::text`),
        eq(workflowPlans.status, 'pending'),
        eq(workflowPlans.action, action),
      ),
    )
    .limit(1)
}

/** One text as lists show it; null where there is none. */
export async function readOneText(req: PayloadRequest, id: string): Promise<NewsroomText | null> {
  const where = eq(newsroomTexts.document, id)
  const [found] = await showTexts(req, { where, order: () => [], limit: 1 })
  return found ?? null
}

/** A row of newsroom_texts with the names and dates that are joined to it. */
interface ShownRow {
  text: typeof newsroomTexts.$inferSelect
  professionName: string | null
  regionName: string | null
  authorName: string | null
  writerName: string | null
  reviewerName: string | null
  publishAt: string | null
  endsAt: string | null
  thenUnpublishAt: string | null
}

function toText(
  { text, ...joined }: ShownRow,
  desks: readonly NamedDesk[],
): Omit<NewsroomText, keyof ShownProgress> {
  const { profession, region, stage, risk, claimedUntil } = text
  const isClaimed = claimedUntil !== null && new Date(claimedUntil) > new Date()
  if (!isStage(stage)) throw new Error(`Unknown stage in newsroom_texts: ${stage}`)
  return {
    id: text.document,
    collection: collectionIn(text.documentCollection),
    title: text.title,
    digest: text.digest ?? '',
    profession: named(profession, joined.professionName ?? ''),
    region: named(region, joined.regionName ?? ''),
    author: named(text.author, joined.authorName ?? ''),
    // Of whom neither an account nor the record knows a name, there is nobody to show.
    writer: named(text.writer, joined.writerName),
    reviewer: named(text.reviewer, joined.reviewerName),
    desks: desks
      .filter((desk) => isCoveredByDesks([desk], { profession, region }))
      .map(({ id, name }) => ({ id, name })),
    stage,
    stageSince: text.stageSince,
    changedAt: text.changedAt,
    liveAt: text.liveAt,
    hasChanges: text.liveAt !== null && text.liveDigest !== text.digest,
    dueAt: text.dueAt,
    risk: isRisk(risk) ? risk : null,
    claimedBy: isClaimed ? named(text.claimedBy, text.claimedByName ?? '') : null,
    publishAt: joined.publishAt,
    unpublishAt: joined.endsAt ?? joined.thenUnpublishAt,
  }
}

function named(id: string | null, name: string | null): Named | null {
  return id === null || name === null ? null : { id, name }
}
