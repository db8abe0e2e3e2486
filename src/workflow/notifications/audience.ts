import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { textIn, textOrNull, textsIn } from '#database/rows.ts'
import { isEditorialCollection, type EditorialCollection } from '#model/documents.ts'
import type { NewEvent } from '../audit/events.ts'
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
    const title = await nameOfPerson(req, id)
    return {
      audience: nobody,
      title: title ?? '',
      name: await nameOfPerson(req, textAt(data, 'to')),
    }
  }
  if (!isEditorialCollection(collection)) return undefined
  const subject = await findSubject(req, collection, id)
  if (!subject) return undefined
  const audience: Audience = { ...nobody, ...subject.involved }
  if (kind === 'submitted' && audience.reviewer === null) {
    audience.deskEditors = await findDeskEditors(req, subject)
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

/** Reads a document's newest version, in one query. A reviewer without an account is none. */
async function findSubject(
  req: PayloadRequest,
  collection: EditorialCollection,
  id: string,
): Promise<Subject | undefined> {
  const hasRegion = collection === 'regional-sections'
  const versions = sql.identifier(hasRegion ? '_regional_sections_v' : '_career_profiles_v')
  const region = hasRegion ? sql`v.version_region_id` : sql`NULL::uuid`
  const [row] = await query(
    req,
    sql`SELECT s.contributors, a.author AS assigned, u.id::text AS reviewer,
               v.version_author_id::text AS author, v.version_headline AS headline,
               v.version_profession_id::text AS profession, ${region}::text AS region,
               p.name AS profession_name, r.name AS region_name
        FROM workflow_states s
        JOIN ${versions} v ON v.parent_id = s.id AND v.latest
        LEFT JOIN professions p ON p.id = v.version_profession_id
        LEFT JOIN regions r ON r.id = ${region}
        LEFT JOIN workflow_assignments a ON a.document = ${id}
        LEFT JOIN users u ON u.id = a.reviewer::uuid
        WHERE s.id = ${id}::uuid`,
  )
  if (!row) return undefined
  const names = [row.profession_name, row.region_name].filter((name) => typeof name === 'string')
  const headline = textOrNull(row.headline)
  return {
    profession: textOrNull(row.profession),
    region: textOrNull(row.region),
    title: names.length > 0 ? names.join(', ') : headline || id,
    involved: {
      author: textOrNull(row.author),
      contributors: textsIn(row.contributors),
      assignedAuthor: textOrNull(row.assigned),
      reviewer: textOrNull(row.reviewer),
    },
  }
}

async function findParticipants(req: PayloadRequest, thread: string | null): Promise<string[]> {
  const rows = await query(
    req,
    sql`SELECT DISTINCT author FROM workflow_comments
        WHERE (id = ${thread}::uuid OR parent = ${thread}::uuid) AND author IS NOT NULL`,
  )
  return rows.map((row) => textIn(row.author))
}

async function nameOfPerson(req: PayloadRequest, id: string | null): Promise<string | null> {
  if (id === null) return null
  const [row] = await query(req, sql`SELECT name FROM users WHERE id::text = ${id}`)
  return textOrNull(row?.name)
}
