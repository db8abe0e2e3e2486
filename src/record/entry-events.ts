import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionSlug,
  PayloadRequest,
} from 'payload'
import { personActing } from '#access/actor.ts'
import { appendEvent, type EventKind } from './events.ts'

interface Entries<Entry> {
  kind: EventKind
  collection: CollectionSlug
  /** What the events are called. */
  transitions: { made: string; changed: string; ended: string }
  /** What is told of an entry. Of one that is being made, Payload hands over nothing as the one before. */
  tell: (entry: Partial<Entry> | undefined, req: PayloadRequest) => object
  /** What is told beside that of what this change brings, if anything. */
  bring?: (entry: Entry, req: PayloadRequest, isNew: boolean) => Promise<object>
}

/** Hooks that put on record when entries are made, changed and deleted, by whom, and how they were before. */
export function recordEntries<Entry extends { id: string }>({
  kind,
  collection,
  transitions,
  tell,
  bring,
}: Entries<Entry>): {
  change: CollectionAfterChangeHook<Entry>
  end: CollectionAfterDeleteHook<Entry>
} {
  return {
    change: async ({ doc, previousDoc, operation, req }) => {
      const isNew = operation === 'create'
      const [before, after] = [tell(previousDoc, req), tell(doc, req)]
      const brought = (await bring?.(doc, req, isNew)) ?? {}
      const isSame =
        JSON.stringify(before) === JSON.stringify(after) && Object.keys(brought).length === 0
      if (!isNew && isSame) return
      await appendEvent(req, {
        kind,
        collection,
        id: doc.id,
        transition: isNew ? transitions.made : transitions.changed,
        actor: personActing(req),
        data: { ...(isNew ? {} : { before }), after: { ...after, ...brought } },
      })
    },
    end: async ({ doc, req }) => {
      await appendEvent(req, {
        kind,
        collection,
        id: doc.id,
        transition: transitions.ended,
        actor: personActing(req),
        data: { before: tell(doc, req) },
      })
    },
  }
}
