import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { textIn } from '#database/rows.ts'

/** How long Payload keeps a lock that is not renewed, in seconds: its default. */
const lockDuration = 300

/** The name of somebody else who has a document open in the admin; null when nobody has. */
export async function findLockOfOther(
  req: PayloadRequest,
  options: { collection: string; id: string; person: string },
): Promise<string | null> {
  const { collection, id, person } = options
  const column =
    collection === 'career-profiles' ? sql`career_profiles_id` : sql`regional_sections_id`
  const [row] = await query(
    req,
    sql`SELECT u.name FROM payload_locked_documents l
        JOIN payload_locked_documents_rels d
          ON d.parent_id = l.id AND d.path = 'document' AND d.${column} = ${id}
        JOIN payload_locked_documents_rels p ON p.parent_id = l.id AND p.path = 'user'
        JOIN users u ON u.id = p.users_id
        WHERE u.id::text <> ${person}
          AND l.updated_at > now() - make_interval(secs => ${lockDuration})
        LIMIT 1`,
  )
  return row ? textIn(row.name) : null
}
