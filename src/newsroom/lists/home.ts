import { and, count, desc, eq, inArray, or } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { newsroomTexts, workflowEvents } from '#database/tables.ts'
import type { Role } from '#model/roles.ts'
import { requirePerson } from '#access/require-person.ts'
import { isStage, stages, type Stage } from '#model/stages.ts'
import { parseList, readTexts, type TextPage } from './list.ts'
import { readQueue, type Queue } from './queue.ts'
import type { NewsroomText } from './entries.ts'

/** A text that was sent back, with what was asked for. */
export interface AskedText extends NewsroomText {
  reason: string | null
  askedBy: string | null
}

type Part = Pick<TextPage, 'texts' | 'total'>

/** What a person sees first. */
export interface Home {
  role: Role
  name: string
  /** The caller's own texts by stage, stages without any among them. */
  mine: Readonly<Record<Stage, number>>
  /** Changes that were requested of the caller. */
  asked: { texts: AskedText[]; total: number }
  /** Drafts that are assigned to the caller. */
  assigned: Part
  dueSoon: Part
  queue: Queue
  /** What waits for a sign-off of the caller's, whatever their role and desks. */
  signOffs: Part
  /** Approved by the caller, and not live. */
  approved: Part
  /** With a plan that is pending, of the working copy or of another text. */
  scheduled: Part
  wentLive: Part
}

/** How many texts each part of the page shows; the rest is behind its link. */
const shown = 6

/**
 * Everything on the home page, in a fixed number of statements.
 *
 * @throws NotSignedIn 401, NotAllowed 403 for sites
 */
export async function readHome(req: PayloadRequest): Promise<Home> {
  const { id, name, role } = requirePerson(req)
  const list = async (parameters: Record<string, string>): Promise<Part> => {
    const { texts, total } = await readTexts(
      req,
      parseList({ ...parameters, limit: String(shown) }),
    )
    return { texts, total }
  }
  const isReviewer = role !== 'author'
  const nothing: Part = { texts: [], total: 0 }
  const ofDesks = isReviewer ? { desk: 'mine' } : { author: 'me' }
  const [mine, asked, assigned, dueSoon, queue, signOffs, approved, scheduled, wentLive] =
    await Promise.all([
      countMine(req, id),
      list({ author: 'me', stage: 'changes_requested', sort: 'since' }),
      list({ author: 'me', stage: 'draft', due: 'any', sort: 'due' }),
      list({ ...ofDesks, due: 'week', sort: 'due' }),
      readQueue(req, shown),
      list({ awaiting: 'signOff', sort: 'since' }),
      isReviewer ? list({ approvedBy: 'me', sort: 'since' }) : nothing,
      list({ ...ofDesks, planned: 'yes', sort: 'since' }),
      list({ sort: '-live' }),
    ])
  return {
    role,
    name,
    mine,
    asked: { ...asked, texts: await withReasons(req, asked.texts) },
    assigned,
    dueSoon,
    queue,
    signOffs,
    approved,
    scheduled,
    wentLive,
  }
}

async function countMine(req: PayloadRequest, person: string): Promise<Home['mine']> {
  const db = await sqlIn(req)
  const { author, writer, stage } = newsroomTexts
  const rows = await db
    .select({ stage, count: count() })
    .from(newsroomTexts)
    .where(or(eq(author, person), eq(writer, person)))
    .groupBy(stage)
  const counts = Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<Stage, number>
  for (const { stage, count } of rows) if (isStage(stage)) counts[stage] = count
  return counts
}

/** What was asked for when a text was sent back the last time. */
async function withReasons(
  req: PayloadRequest,
  texts: readonly NewsroomText[],
): Promise<AskedText[]> {
  if (texts.length === 0) return []
  const db = await sqlIn(req)
  const { document, comment, actorName, kind, transition, sequence } = workflowEvents
  const ids = texts.map(({ id }) => id)
  const rows = await db
    .selectDistinctOn([document], { document, comment, actorName })
    .from(workflowEvents)
    .where(and(inArray(document, ids), eq(kind, 'workflow'), eq(transition, 'requestChanges')))
    .orderBy(document, desc(sequence))
  const byDocument = new Map(rows.map((row) => [row.document, row]))
  return texts.map((text) => ({
    ...text,
    reason: byDocument.get(text.id)?.comment ?? null,
    askedBy: byDocument.get(text.id)?.actorName ?? null,
  }))
}
