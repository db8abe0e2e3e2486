import { and, eq, isNotNull, or, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isCoveredByDesks } from '#access/desks.ts'
import { loadEditorScopes } from '#access/load-desks.ts'
import { sqlIn } from '#database/sql.ts'
import { newsroomTexts, professions, regions, users, workflowComments } from '#database/tables.ts'
import { isEditorialCollection } from '#model/documents.ts'
import type { NewEvent } from '#record/events.ts'
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
    const title = await nameOfPerson(req, id)
    return {
      audience: nobody,
      title: title ?? '',
      name: await nameOfPerson(req, textAt(data, 'to')),
    }
  }
  if (!isEditorialCollection(collection)) return undefined
  const subject = await findSubject(req, id)
  if (!subject) return undefined
  const audience: Audience = { ...nobody, ...subject.involved }
  if (kind === 'lapsed' || (kind === 'submitted' && audience.reviewer === null)) {
    audience.deskEditors = (await loadEditorScopes(req))
      .filter(({ scope }) => isCoveredByDesks(scope, subject))
      .map(({ id }) => id)
  }
  if (kind === 'comment') {
    audience.participants = await findParticipants(req, textAt(data, 'thread'))
  }
  return { audience, title: subject.title, name: null }
}

/** What a document is about, who wrote it and who is assigned. */
interface Subject {
  profession: string | null
  region: string | null
  /** The document as people speak of it: profession and region, else its headline. */
  title: string
  involved: Pick<Audience, 'author' | 'contributors' | 'assignedAuthor' | 'reviewer'>
}

/** Reads what is known of a document's newest text. A reviewer without an account is none. */
async function findSubject(req: PayloadRequest, id: string): Promise<Subject | undefined> {
  const db = await sqlIn(req)
  const t = newsroomTexts
  const [row] = await db
    .select({
      headline: t.title,
      profession: t.profession,
      region: t.region,
      professionName: professions.name,
      regionName: regions.name,
      author: t.author,
      contributors: t.contributors,
      assignedAuthor: t.writer,
      reviewer: users.id,
    })
    .from(t)
    .leftJoin(professions, eq(professions.id, t.profession))
    .leftJoin(regions, eq(regions.id, t.region))
    .leftJoin(users, eq(users.id, t.reviewer))
    .where(eq(t.document, id))
  if (!row) return undefined
  const { headline, profession, region, professionName, regionName, ...involved } = row
  const names = [professionName, regionName].filter((name) => name !== null)
  return {
    profession,
    region,
    title: names.length > 0 ? names.join(', ') : headline || id,
    involved,
  }
}

async function findParticipants(req: PayloadRequest, thread: string | null): Promise<string[]> {
  if (thread === null) return []
  const db = await sqlIn(req)
  const { id, parent, author } = workflowComments
  const rows = await db
    .selectDistinct({ author: sql<string>`${author}` })
    .from(workflowComments)
    .where(and(or(eq(id, thread), eq(parent, thread)), isNotNull(author)))
  return rows.map((row) => row.author)
}

async function nameOfPerson(req: PayloadRequest, id: string | null): Promise<string | null> {
  if (id === null) return null
  const db = await sqlIn(req)
  const [person] = await db
    .select({ name: users.name })
    .from(users)
    .where(eq(sql`${users.id}::text`, id))
  return person?.name ?? null
}
