import type { InboxPage } from '#notifications/inbox.ts'

/** What is marked as read: some messages, or all there are. */
export type Marked = { ids: readonly string[] } | { all: true }

/** A page of messages after some were read: they stay in sight, so that nothing jumps. */
export function withRead(
  page: InboxPage,
  marked: Marked,
  { readAt, unread }: { readAt: string; unread: number },
): InboxPage {
  const isMarked = (id: string) => 'all' in marked || marked.ids.includes(id)
  return {
    ...page,
    unread,
    entries: page.entries.map((entry) =>
      entry.readAt === null && isMarked(entry.id) ? { ...entry, readAt } : entry,
    ),
  }
}
