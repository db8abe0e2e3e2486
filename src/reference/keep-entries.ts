import { eq } from 'drizzle-orm'
import { createLocalReq, type BaseDatabaseAdapter, type PayloadRequest, type Where } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { referenceProposals as p } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { isRecord, relationId } from '#model/documents.ts'
import { Conflict } from '#model/errors.ts'
import { isReferenceCollection, type ReferenceCollection } from '#model/reference-collections.ts'
import { lockEverything } from '#publishing/locks.ts'
import { appendEvent, onRecord } from '#record/events.ts'
import { readEntry, titleOf, type Entry } from './entries.ts'
import { findChanges, isSame, pickValues, storedFields } from './fields.ts'
import { useEntryPermit, type EntryPermit } from './permit.ts'
import { aboutEntry, findOpen, propose } from './proposals.ts'
import { findReach, findShown } from './shown.ts'

/**
 * Makes content of the reference data, below every door: what texts show of an entry that are live, in review,
 * approved or scheduled becomes a proposal where it would change, and what else is made, changed and deleted is put on record with it.
 */
export function keepReference(db: BaseDatabaseAdapter): void {
  const { create, updateOne, updateMany, deleteOne, deleteMany } = db
  const idsOf = async (req: PayloadRequest, collection: ReferenceCollection, where: Where) => {
    const { docs } = await db.find<{ id: string }>({ collection, where, pagination: false, req })
    return docs.map(({ id }) => id)
  }

  db.create = async (args): Promise<unknown> => {
    const { collection } = args
    if (!isReferenceCollection(collection)) return create.call(db, args)
    return alone(db, args.req, async (req) => {
      const made: unknown = await create.call(db, { ...args, returning: true, req })
      const entry = await readEntry(req, collection, relationId(made) ?? '')
      if (entry) {
        const names = storedFields(db.payload, collection).map(({ name }) => name)
        const data = { name: titleOf(entry), after: pickValues(entry, names) }
        await appendEvent(
          req,
          aboutEntry(req, { collection, id: entry.id, transition: 'createReference', data }),
        )
      }
      return made
    })
  }

  db.updateOne = async (args): Promise<unknown> => {
    const { collection } = args
    if (!isReferenceCollection(collection)) return updateOne.call(db, args)
    return alone<unknown>(db, args.req, async (req) => {
      const ids = args.id === undefined ? await idsOf(req, collection, args.where) : [args.id]
      const entry = await readEntry(req, collection, String(ids[0]))
      if (!entry) return updateOne.call(db, { ...args, req })
      const { id } = entry
      const permit = useEntryPermit(req.context, { collection, id })
      const kept = permit
        ? onlyConfirmed(req, { permit, entry, data: args.data })
        : await keep(req, { collection, entry, data: args.data })
      if (kept === null) return readEntry(req, collection, id)
      const { where: _, ...rest } = args
      return updateOne.call(db, { ...rest, id, data: kept, req })
    })
  }

  db.updateMany = async (args): Promise<Record<string, unknown>[] | null> => {
    const { collection } = args
    if (!isReferenceCollection(collection)) return updateMany.call(db, args)
    return alone(db, args.req, async (req) => {
      const updated: Record<string, unknown>[] = []
      for (const id of await idsOf(req, collection, args.where)) {
        const entry: unknown = await db.updateOne({ collection, id, data: args.data, req })
        if (isRecord(entry)) updated.push(entry)
      }
      return updated
    })
  }

  db.deleteOne = async (args): Promise<unknown> => {
    const { collection } = args
    if (!isReferenceCollection(collection)) return deleteOne.call(db, args)
    return alone<unknown>(db, args.req, async (req) => {
      const [id] = await idsOf(req, collection, args.where)
      const entry = id === undefined ? null : await readEntry(req, collection, id)
      if (!entry) return deleteOne.call(db, { ...args, req })
      await recordDeletion(req, collection, entry)
      return deleteOne.call(db, { ...args, req })
    })
  }

  db.deleteMany = async (args) => {
    const { collection } = args
    if (!isReferenceCollection(collection)) return deleteMany.call(db, args)
    await alone(db, args.req, async (req) => {
      for (const id of await idsOf(req, collection, args.where)) {
        await db.deleteOne({ collection, where: { id: { equals: id } }, returning: false, req })
      }
    })
  }
}

/**
 * What of a write is written at once, on record; null where nothing of it is. What such texts show stays as it
 * is, and becomes a proposal.
 */
async function keep(
  req: PayloadRequest,
  of: { collection: ReferenceCollection; entry: Entry; data: Record<string, unknown> },
): Promise<Record<string, unknown> | null> {
  const { collection, entry, data } = of
  const after = findChanges(storedFields(req.payload, collection), entry, data)
  if (Object.keys(after).length === 0) return null
  const shown = await findShown(req, { collection, before: entry, after })
  const atOnce = Object.keys(after).filter((name) => !shown.fields.includes(name))
  if (shown.fields.length > 0) {
    await propose(req, { collection, entry, after: pickValues(after, shown.fields) })
  }
  if (atOnce.length === 0) return null
  const changed = { before: pickValues(entry, atOnce), after: pickValues(after, atOnce) }
  await appendEvent(
    req,
    aboutEntry(req, {
      collection,
      id: entry.id,
      transition: 'changeReference',
      data: { name: titleOf(entry), ...changed },
    }),
  )
  return { ...data, ...pickValues(entry, shown.fields) }
}

/** What a confirmation writes. @throws Conflict 409 where it would change what nobody has confirmed */
function onlyConfirmed(
  req: PayloadRequest,
  of: { permit: EntryPermit; entry: Entry; data: Record<string, unknown> },
): Record<string, unknown> {
  const { permit, entry, data } = of
  const changes = findChanges(storedFields(req.payload, permit.collection), entry, data)
  const others = Object.entries(changes).filter(
    ([name, value]) => !(name in permit.after) || !isSame(value, permit.after[name]),
  )
  if (others.length === 0) return data
  throw new Conflict(
    {
      de: 'Mit dem Vorschlag würde sich etwas ändern, das nicht in ihm steht. Schlagen Sie es neu vor.',
      en: 'Something that is not in the proposal would change with it. Propose it again.',
    },
    'moved',
    others.map(([path]) => ({ path, reason: 'It is not what was confirmed.' })),
  )
}

/** Nobody deletes what such texts show; proposals for what goes end with it. */
async function recordDeletion(
  req: PayloadRequest,
  collection: ReferenceCollection,
  entry: Entry,
): Promise<void> {
  const { texts } = await findReach(req, { collection, entry })
  if (texts > 0) {
    throw new Conflict(
      {
        de: `Texte, die live, in Prüfung, freigegeben oder eingeplant sind, zeigen „${titleOf(entry)}“ (${String(texts)}). Löschen lässt es sich, wenn keiner mehr es zeigt.`,
        en: `Texts that are live, in review, approved or scheduled show “${titleOf(entry)}” (${String(texts)}). It can be deleted when none shows it any more.`,
      },
      'shown_live',
    )
  }
  const open = await findOpen(req, collection, entry.id)
  const names = storedFields(req.payload, collection).map(({ name }) => name)
  const event = aboutEntry(req, {
    collection,
    id: entry.id,
    transition: 'deleteReference',
    data: {
      name: titleOf(entry),
      before: pickValues(entry, names),
      ...(open ? { proposal: open.id } : {}),
    },
  })
  await onRecord(req, event, async () => {
    if (!open) return
    const db = await sqlIn(req)
    const ended = { status: 'withdrawn', decidedAt: new Date().toISOString() } as const
    await db.update(p).set(ended).where(eq(p.id, open.id))
  })
}

/** Works in a transaction, and after whoever else changes what portraits show. */
async function alone<T>(
  db: BaseDatabaseAdapter,
  given: Partial<PayloadRequest> | undefined,
  work: (req: PayloadRequest) => Promise<T>,
): Promise<T> {
  const req = isWhole(given)
    ? given
    : await createLocalReq({ ...(given && { req: given }) }, db.payload)
  return inTransaction(req, async () => {
    await lockEverything(await sqlIn(req))
    return work(req)
  })
}

function isWhole(req: Partial<PayloadRequest> | undefined): req is PayloadRequest {
  return req !== undefined && 'payload' in req && 'context' in req
}
