import { sql, type SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isCoveredByDesks } from '#access/desk.ts'
import { query } from '#database/query.ts'
import { collectionIn, momentIn, momentOrNull, textIn, textOrNull } from '#database/rows.ts'
import { relationId, type EditorialCollection } from '#model/documents.ts'
import { isRisk, type Risk } from '#model/risk.ts'
import { isStage, type Stage } from '../transitions.ts'

export interface Named {
  id: string
  name: string
}

/** One editorial document as the newsroom's lists show it. Moments are ISO 8601 in UTC. */
export interface NewsroomText {
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

/** A desk and what it covers. */
export interface Desk extends Named {
  regions: string[]
  professions: string[]
}

/**
 * The texts whose rows a statement picks, with all that a list shows of them, in the statement's
 * order. The statement gives rows of `newsroom_texts`, a page of them at most.
 */
export async function showTexts(
  req: PayloadRequest,
  picked: SQL,
  order: SQL,
): Promise<(NewsroomText & { row: Record<string, unknown> })[]> {
  const [rows, desks] = await Promise.all([
    query(
      req,
      sql`SELECT t.*, p.name AS profession_name, r.name AS region_name, a.name AS author_name,
                 w.name AS writer_name, v.name AS reviewer_name,
                 going.due_at AS publish_at, coalesce(ending.due_at, going.then_unpublish_at) AS unpublish_at
          FROM (${picked}) t
          LEFT JOIN professions p ON p.id = t.profession
          LEFT JOIN regions r ON r.id = t.region
          LEFT JOIN users a ON a.id = t.author
          LEFT JOIN users w ON w.id = t.writer
          LEFT JOIN users v ON v.id = t.reviewer
          LEFT JOIN LATERAL (${pendingPlan('publish')}) going ON true
          LEFT JOIN LATERAL (${pendingPlan('unpublish')}) ending ON true
          ORDER BY ${order}`,
    ),
    loadDesks(req),
  ])
  return rows.map((row) => ({ ...toText(row, desks), row }))
}

/** The plan of a row t; of each action there is one that is pending at most. */
function pendingPlan(action: 'publish' | 'unpublish'): SQL {
  return sql`
    SELECT due_at, then_unpublish_at FROM workflow_plans
    WHERE document = t.document::text AND status = 'pending' AND action = ${action} LIMIT 1`
}

/** One text as lists show it; null where there is none. */
export async function readOneText(req: PayloadRequest, id: string): Promise<NewsroomText | null> {
  const one = sql`SELECT t.* FROM newsroom_texts t WHERE t.document = ${id}::uuid`
  const [found] = await showTexts(req, one, sql`t.document`)
  if (!found) return null
  const { row: _, ...text } = found
  return text
}

/** Every desk and what it covers. */
export async function loadDesks(req: PayloadRequest): Promise<Desk[]> {
  const { docs } = await req.payload.find({
    collection: 'desks',
    depth: 0,
    pagination: false,
    sort: 'name',
    overrideAccess: true,
    req,
  })
  return docs.map(({ id, name, regions, professions }) => ({
    id,
    name,
    regions: (regions ?? []).flatMap((region) => relationId(region) ?? []),
    professions: (professions ?? []).flatMap((profession) => relationId(profession) ?? []),
  }))
}

function toText(row: Record<string, unknown>, desks: readonly Desk[]): NewsroomText {
  const profession = namedIn(row.profession, row.profession_name)
  const region = namedIn(row.region, row.region_name)
  const covered = { profession: profession?.id ?? null, region: region?.id ?? null }
  const claimedUntil = momentOrNull(row.claimed_until)
  const isClaimed = claimedUntil !== null && new Date(claimedUntil) > new Date()
  if (!isStage(row.stage)) throw new Error(`Unknown stage in newsroom_texts: ${textIn(row.stage)}`)
  return {
    id: textIn(row.document),
    collection: collectionIn(row.document_collection),
    title: textIn(row.title),
    digest: textOrNull(row.digest) ?? '',
    profession,
    region,
    author: namedIn(row.author, row.author_name),
    // Whose account is gone is nobody: an assignment to them waits for somebody else.
    writer: row.writer_name === null ? null : namedIn(row.writer, row.writer_name),
    reviewer: row.reviewer_name === null ? null : namedIn(row.reviewer, row.reviewer_name),
    desks: desks
      .filter((desk) => isCoveredByDesks([desk], covered))
      .map(({ id, name }) => ({ id, name })),
    stage: row.stage,
    stageSince: momentIn(row.stage_since),
    changedAt: momentIn(row.changed_at),
    liveAt: momentOrNull(row.live_at),
    hasChanges: row.live_at !== null && row.live_digest !== row.digest,
    dueAt: momentOrNull(row.due_at),
    risk: isRisk(row.risk) ? row.risk : null,
    claimedBy: isClaimed ? namedIn(row.claimed_by, row.claimed_by_name) : null,
    publishAt: momentOrNull(row.publish_at),
    unpublishAt: momentOrNull(row.unpublish_at),
  }
}

function namedIn(id: unknown, name: unknown): Named | null {
  return typeof id === 'string' ? { id, name: textOrNull(name) ?? '' } : null
}
