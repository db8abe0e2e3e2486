import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { momentOrNull, textIn } from '#database/rows.ts'
import { inLanguage, type Language } from '#model/text.ts'
import { requirePerson } from '../standing.ts'
import { notifications, type NotificationKind } from './kinds.ts'
import { pathTo, sentenceFor, type Told } from './texts.ts'
import { findReadable, readerLanguage, toTold } from './told.ts'

/** A notification as its person reads it. `path` leads to the document in the admin, and to the comment. */
export interface InboxEntry {
  id: string
  kind: NotificationKind
  label: string
  text: string
  comment: string | null
  title: string
  collection: string
  document: string
  path: string
  actorName: string | null
  at: string
  readAt: string | null
}

export interface InboxPage {
  entries: InboxEntry[]
  unread: number
  nextCursor: string | null
}

/**
 * The caller's own notifications, newest first, without those on documents that they can not read
 * any more. `cursor` is the `nextCursor` of the page before.
 *
 * @throws NotSignedIn 401, NotAllowed 403 for sites
 */
export async function readInbox(
  req: PayloadRequest,
  options: { isUnreadOnly: boolean; limit: number; cursor: string | null },
): Promise<InboxPage> {
  const { id: person } = requirePerson(req)
  const { isUnreadOnly, limit } = options
  const language = await readerLanguage(req, person)
  const entries: InboxEntry[] = []
  let cursor = options.cursor
  for (;;) {
    const rows = await query(
      req,
      sql`SELECT n.*, e.data->>'thread' AS thread
          FROM notifications n LEFT JOIN workflow_events e ON e.id = n.event
          WHERE n.person = ${person} ${isUnreadOnly ? sql`AND n.read_at IS NULL` : sql``}
            ${cursor === null ? sql`` : sql`AND n.sequence < ${cursor}::bigint`}
          ORDER BY n.sequence DESC LIMIT ${limit + 1}`,
    )
    const isReadable = await findReadable(req, rows.map(toTold))
    for (const row of rows) {
      const told = toTold(row)
      if (!isReadable(told)) continue
      if (entries.length === limit)
        return { entries, unread: await countUnread(req), nextCursor: cursor }
      cursor = textIn(row.sequence)
      entries.push(toEntry(row, language))
    }
    if (rows.length <= limit) return { entries, unread: await countUnread(req), nextCursor: null }
    cursor = textIn(rows.at(-1)?.sequence)
  }
}

/**
 * Marks the caller's own notifications as read: some, or all. Gives how many are unread after it.
 *
 * @throws NotSignedIn 401, NotAllowed 403 for sites
 */
export async function markRead(
  req: PayloadRequest,
  which: { ids: readonly string[] } | { all: true },
): Promise<{ unread: number }> {
  const { id: person } = requirePerson(req)
  const chosen =
    'ids' in which
      ? sql`AND id::text IN (SELECT jsonb_array_elements_text(${JSON.stringify(which.ids)}::jsonb))`
      : sql``
  await query(
    req,
    sql`UPDATE notifications SET read_at = clock_timestamp()
        WHERE person = ${person} AND read_at IS NULL ${chosen}`,
  )
  return { unread: await countUnread(req) }
}

async function countUnread(req: PayloadRequest): Promise<number> {
  const { id: person } = requirePerson(req)
  const rows = await query(
    req,
    sql`SELECT document_collection, document, count(*)::int AS count FROM notifications
        WHERE person = ${person} AND read_at IS NULL GROUP BY document_collection, document`,
  )
  const counted = rows.map((row) => ({
    collection: textIn(row.document_collection),
    document: textIn(row.document),
    count: Number(row.count),
  }))
  const isReadable = await findReadable(req, counted)
  return counted.filter(isReadable).reduce((sum, { count }) => sum + count, 0)
}

function toEntry(row: Record<string, unknown>, language: Language): InboxEntry {
  const told = toTold(row)
  const { kind, collection, document, actorName, at, facts } = told
  return {
    id: textIn(row.id),
    kind,
    label: inLanguage(notifications[kind].label, language),
    text: sentenceFor(told, language),
    comment: facts.comment,
    title: facts.title,
    collection,
    document,
    path: placeOf(row, told),
    actorName,
    at,
    readAt: momentOrNull(row.read_at),
  }
}

/** The document; of what was said, the comment beside its passage. */
function placeOf(row: Record<string, unknown>, told: Told): string {
  return typeof row.thread === 'string'
    ? `${pathTo(told)}/review#comment-${row.thread}`
    : pathTo(told)
}
