import { and, count, desc, eq, getTableColumns, isNull, lt, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn } from '#database/sql.ts'
import { notifications as n, workflowEvents } from '#database/tables.ts'
import { encodeCursor } from '#model/cursor.ts'
import { inLanguage, type Language } from '#model/text.ts'
import { requirePerson } from '#access/require-person.ts'
import { notifications, type NotificationKind } from './kinds.ts'
import { pathTo, sentenceFor, type Notification } from './wording.ts'
import { findReadable, kindIn, readerLanguage, toNotification } from './notification.ts'

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
 * any more. `after` is the place that the `nextCursor` of the page before names.
 *
 * @throws NotSignedIn 401, NotAllowed 403 for sites
 */
export async function readInbox(
  req: PayloadRequest,
  options: { isUnreadOnly: boolean; limit: number; after: number | null },
): Promise<InboxPage> {
  const { id: person } = requirePerson(req)
  const { isUnreadOnly, limit } = options
  const language = await readerLanguage(req, person)
  const db = await sqlIn(req)
  const entries: InboxEntry[] = []
  let { after } = options
  for (;;) {
    const rows = await db
      .select({ ...getTableColumns(n), thread: threadOfEvent })
      .from(n)
      .leftJoin(workflowEvents, eq(workflowEvents.id, n.event))
      .where(
        and(
          eq(n.person, person),
          isUnreadOnly ? isNull(n.readAt) : undefined,
          after === null ? undefined : lt(n.sequence, after),
        ),
      )
      .orderBy(desc(n.sequence))
      .limit(limit + 1)
    const isReadable = await findReadable(req, rows.map(toNotification))
    for (const row of rows) {
      const told = toNotification(row)
      if (!isReadable(told)) continue
      if (entries.length === limit)
        return { entries, unread: await countUnread(req), nextCursor: cursorAt(after) }
      after = row.sequence
      entries.push(toEntry(row, language))
    }
    if (rows.length <= limit) return { entries, unread: await countUnread(req), nextCursor: null }
    after = rows.at(-1)?.sequence ?? null
  }
}

function cursorAt(place: number | null): string | null {
  return place === null ? null : encodeCursor([place])
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
  const chosen = 'ids' in which ? isOneOf(sql`${n.id}::text`, which.ids) : undefined
  const db = await sqlIn(req)
  await db
    .update(n)
    .set({ readAt: sql`clock_timestamp()` })
    .where(and(eq(n.person, person), isNull(n.readAt), chosen))
  return { unread: await countUnread(req) }
}

async function countUnread(req: PayloadRequest): Promise<number> {
  const { id: person } = requirePerson(req)
  const db = await sqlIn(req)
  const rows = await db
    .select({
      kind: n.kind,
      collection: n.documentCollection,
      document: n.document,
      count: count(),
    })
    .from(n)
    .where(and(eq(n.person, person), isNull(n.readAt)))
    .groupBy(n.kind, n.documentCollection, n.document)
  const counted = rows.map((row) => ({ ...row, kind: kindIn(row.kind) }))
  const isReadable = await findReadable(req, counted)
  return counted.filter(isReadable).reduce((sum, { count }) => sum + count, 0)
}

const threadOfEvent = sql<string | null>`${workflowEvents.data} ->> 'thread'`

type InboxRow = typeof n.$inferSelect & { thread: string | null }

function toEntry(row: InboxRow, language: Language): InboxEntry {
  const told = toNotification(row)
  const { kind, collection, document, actorName, at, facts } = told
  return {
    id: row.id,
    kind,
    label: inLanguage(notifications[kind].label, language),
    text: sentenceFor(told, language),
    comment: facts.comment,
    title: facts.title,
    collection,
    document,
    path: placeOf(row.thread, told),
    actorName,
    at,
    readAt: row.readAt,
  }
}

/** The document; of what was said, the comment beside its passage. */
function placeOf(thread: string | null, told: Notification): string {
  return thread === null ? pathTo(told) : `${pathTo(told)}/review#comment-${thread}`
}
