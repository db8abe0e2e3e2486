import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { textIn, textOrNull, textsIn } from '#database/rows.ts'
import { isEditorialCollection, relationId } from '#model/documents.ts'
import type { NewEvent } from '../audit/events.ts'
import { readWorkingCopy, type DocumentData } from '../copies.ts'
import { findPendingPlans } from '../scheduling/plans.ts'
import { findDeskEditors } from './desk-editors.ts'
import type { NotificationKind } from './kinds.ts'
import { nobody, textAt, type Audience } from './recipients.ts'

/** Whom an event may concern, and the names of what it is about. */
export interface Surroundings {
  audience: Audience
  title: string
  name: string | null
}

/** Loads what is around an event; undefined where its document is not there. */
export async function loadSurroundings(
  req: PayloadRequest,
  kind: NotificationKind,
  event: NewEvent,
): Promise<Surroundings | undefined> {
  const { collection, id, data } = event
  if (kind === 'delegated') {
    const title = await nameOf(req, 'users', id)
    return {
      audience: nobody,
      title: title ?? '',
      name: await nameOf(req, 'users', textAt(data, 'to')),
    }
  }
  if (!isEditorialCollection(collection)) return undefined
  const working = await readWorkingCopy({ collection, id, req })
  if (!working) return undefined
  const audience: Audience = {
    ...nobody,
    author: relationId(working.author),
    ...(await loadInvolved(req, id)),
  }
  if (kind === 'submitted' && audience.reviewer === null) {
    audience.deskEditors = await findDeskEditors(req, {
      profession: relationId(working.profession),
      region: relationId(working.region),
    })
  }
  if (kind === 'comment') {
    audience.participants = await findParticipants(req, textAt(data, 'thread'))
  }
  if (kind === 'planCancelled') {
    audience.planners = (await findPendingPlans(req, id)).map(({ plannedBy }) => plannedBy.id)
  }
  return { audience, title: await titleOf(req, working), name: null }
}

/** Who wrote, and who is assigned. A reviewer without an account is none. */
async function loadInvolved(
  req: PayloadRequest,
  document: string,
): Promise<Pick<Audience, 'contributors' | 'assignedAuthor' | 'reviewer'>> {
  const [row] = await query(
    req,
    sql`SELECT s.contributors, a.author, r.id::text AS reviewer
        FROM workflow_states s
        LEFT JOIN workflow_assignments a ON a.document = s.id::text
        LEFT JOIN users r ON r.id::text = a.reviewer
        WHERE s.id::text = ${document}`,
  )
  return {
    contributors: textsIn(row?.contributors),
    assignedAuthor: textOrNull(row?.author),
    reviewer: textOrNull(row?.reviewer),
  }
}

async function findParticipants(req: PayloadRequest, thread: string | null): Promise<string[]> {
  const rows = await query(
    req,
    sql`SELECT DISTINCT author FROM workflow_comments
        WHERE (id::text = ${thread} OR parent::text = ${thread}) AND author IS NOT NULL`,
  )
  return rows.map((row) => textIn(row.author))
}

/** A document as people speak of it: profession and region, else the headline. */
async function titleOf(req: PayloadRequest, working: DocumentData): Promise<string> {
  const names = [
    await nameOf(req, 'professions', relationId(working.profession)),
    await nameOf(req, 'regions', relationId(working.region)),
  ].filter((name) => name !== null)
  if (names.length > 0) return names.join(', ')
  return typeof working.headline === 'string' && working.headline !== ''
    ? working.headline
    : working.id
}

async function nameOf(
  req: PayloadRequest,
  table: 'users' | 'professions' | 'regions',
  id: string | null,
): Promise<string | null> {
  if (id === null) return null
  const [row] = await query(
    req,
    sql`SELECT name FROM ${sql.identifier(table)} WHERE id::text = ${id}`,
  )
  return textOrNull(row?.name)
}
