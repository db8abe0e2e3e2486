import { isRecord } from '#model/documents.ts'
import type { NewEvent } from '#record/events.ts'
import type { NotificationKind } from './kinds.ts'

/** Who has to do with the document that an event is about, as ids of accounts. */
export interface Audience {
  author: string | null
  assignedAuthor: string | null
  reviewer: string | null
  /** Who wrote on the text since the last approval. */
  contributors: readonly string[]
  /** Who wrote in the thread of a comment. */
  participants: readonly string[]
  /** The editors whose desks cover it. */
  deskEditors: readonly string[]
}

export const nobody: Audience = {
  author: null,
  assignedAuthor: null,
  reviewer: null,
  contributors: [],
  participants: [],
  deskEditors: [],
}

/** The people an event concerns, each once, and never the one who acted. */
export function recipientsOf(
  kind: NotificationKind,
  event: Pick<NewEvent, 'id' | 'actor' | 'data'>,
  audience: Audience,
): string[] {
  // A plan fails by itself, whoever's name it is under.
  const actor = kind === 'planFailed' ? null : (event.actor?.id ?? null)
  const found = concerned(kind, event, audience).filter((id) => id !== null && id !== actor)
  return [...new Set(found)].filter((id) => id !== null)
}

function concerned(
  kind: NotificationKind,
  event: Pick<NewEvent, 'id' | 'actor' | 'data'>,
  audience: Audience,
): readonly (string | null)[] {
  const { author, assignedAuthor, reviewer, contributors, participants } = audience
  switch (kind) {
    case 'submitted':
      return reviewer === null ? audience.deskEditors : [reviewer]
    case 'approved':
      // With the last signature nobody counts as a contributor any more; the event knows who was one.
      return [author, assignedAuthor, ...textsAt(event.data, 'contributors')]
    case 'returned':
    case 'published':
    case 'unpublished':
      return [author, assignedAuthor, ...contributors]
    case 'planFailed':
      return [event.actor?.id ?? null, author, assignedAuthor]
    case 'planCancelled':
      return [
        textAt(event.data, 'plannedBy'),
        ...textsAt(event.data, 'planners'),
        author,
        assignedAuthor,
      ]
    case 'lapsed':
      return [author, assignedAuthor, ...audience.deskEditors]
    case 'assigned':
      return newlyAssigned(event.data).map(({ person }) => person)
    case 'comment':
      return [...participants, author, assignedAuthor, reviewer]
    case 'opinion':
      return [textAt(event.data, 'madeBy'), reviewer]
    case 'due':
      return [reviewer, author, assignedAuthor]
    case 'delegated':
      return [event.id, textAt(event.data, 'to')]
  }
}

/** Who is author or reviewer after an event and was not before it. */
export function newlyAssigned(
  data: NewEvent['data'],
): { person: string; as: 'author' | 'reviewer' }[] {
  const before = isRecord(data?.before) ? data.before : null
  const after = isRecord(data?.after) ? data.after : null
  return (['author', 'reviewer'] as const).flatMap((as) => {
    const person = textAt(after, as)
    return person !== null && person !== textAt(before, as) ? [{ person, as }] : []
  })
}

/** The text under a name in an event's data; null where there is none. */
export function textAt(
  data: Readonly<Record<string, unknown>> | null | undefined,
  name: string,
): string | null {
  const value = data?.[name]
  return typeof value === 'string' ? value : null
}

function textsAt(data: NewEvent['data'], name: string): string[] {
  const value = data?.[name]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
