import { eq } from 'drizzle-orm'
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload'
import { actorOf, isPerson } from '#access/actor.ts'
import { sqlIn } from '#database/sql.ts'
import { careerProfilesV, regionalSectionsV } from '#database/tables.ts'
import {
  isEditorialCollection,
  isRecord,
  isUuid,
  relationId,
  type EditorialCollection,
} from '#model/documents.ts'
import { Conflict, DocumentNotFound, LiveCopyProtected } from '#model/errors.ts'
import {
  asksToBeLive,
  asksToPublishNatively,
  asWorkingCopy,
  forceLiveCopy,
  forceWorkingCopy,
  isWorkingCopyCall,
  readLiveCopy,
} from '#editorial/copies.ts'
import { alignBookkeeping } from '#editorial/bookkeeping.ts'
import { digestFor, digestOf, digestsOf, isDigestOf } from '#portrait/digest.ts'
import { isRowId } from '#rich-text/canonical.ts'
import { alignPair } from '#editorial/pair.ts'
import { findPermit, usePermit } from '#editorial/permit.ts'
import { appendEvent, onRecord } from '#record/events.ts'
import { expectText, refuseStaleText } from '#editorial/expected-text.ts'
import {
  insertState,
  lockState,
  readState,
  saveState,
  type WorkflowState,
} from '#editorial/state.ts'
import { findKnownDigests, findWriters, saveText } from '#editorial/texts-by-digest.ts'
import { isSigned, stageAfterEdit } from '#model/stages.ts'
import { findPendingPlans } from './facts/plans.ts'
import { findFallenSigners } from './fallen-signers.ts'
import { isKept, refuseMovedPair, refuseTakenPair } from './address.ts'
import { isRestoring, keepBookkeeping, noteRestoring, recordAuthor } from './bookkeeping.ts'
import { refuseLocked } from './locked-in-review.ts'

/**
 * The guard of an editorial collection: nothing but a command of the workflow changes what is live,
 * through whatever operation of Payload somebody comes, with or without access control.
 */
export const workflowGuard = {
  beforeOperation: [guardOperation()],
  beforeChange: [guardChange()],
  afterChange: [recordChange()],
  beforeDelete: [guardDelete()],
  afterDelete: [recordDeletion()],
} satisfies CollectionConfig['hooks']

/** Every write without a permit becomes a write of the working copy, or is refused. */
function guardOperation(): CollectionBeforeOperationHook {
  return async ({ args, operation, req, collection }) => {
    if (operation === 'create' || operation === 'update') {
      const document = { collection: collection.slug, id: Reflect.get(args, 'id') as unknown }
      if (findPermit(req.context, document)) return args
      if (asksToPublishNatively(args)) {
        throw new LiveCopyProtected({
          de: 'Veröffentlichen und Abschalten gehen über den Workflow: POST …/{id}/transitions.',
          en: 'Publishing and unpublishing go through the workflow: POST …/{id}/transitions.',
        })
      }
      if (operation === 'update') await expectText({ args, collection: collection.slug, req })
      return forceWorkingCopy(args)
    }
    if (operation === 'delete' && Reflect.get(args, 'id') === undefined) {
      throw new LiveCopyProtected({
        de: 'Texte werden einzeln gelöscht.',
        en: 'Documents are deleted one by one.',
      })
    }
    if (operation === 'restoreVersion') {
      if (isWorkingCopyCall(args)) {
        const id = await findParentOfVersion(req, collection.slug, Reflect.get(args, 'id'))
        if (id !== null) {
          await expectText({ args: { id }, collection: collection.slug, req })
          noteRestoring(req.context, id)
        }
        return args
      }
      throw new LiveCopyProtected({
        de: 'Eine Fassung wird als Arbeitsfassung wiederhergestellt (draft=true); veröffentlicht wird sie über den Workflow.',
        en: 'A version is restored as a working copy (draft=true); publishing it goes through the workflow.',
      })
    }
    return isPerson(actorOf(req)) || hasNoCaller(req) ? args : forceLiveCopy(args)
  }
}

/** Computes the digest over what is being written; going live needs a permit for exactly it. */
function guardChange(): CollectionBeforeChangeHook {
  return async ({ collection, context, data, operation, originalDoc, req }) => {
    const slug = editorial(collection.slug)
    dropForeignRowIds(data)
    if (operation === 'update')
      keepBookkeeping(data, originalDoc, isRestoring(context, originalDoc))
    if (operation === 'create') {
      await refuseTakenPair({ collection: slug, data, id: null, req })
      return asWorkingCopy({ ...data, digest: digestOf(data) })
    }
    const id = idOf(originalDoc)
    const permit = findPermit(context, { collection: slug, id })
    if (permit) {
      usePermit(permit)
      const isPublishing = permit.action === 'publish'
      const { digest } = permit
      if (!isDigestOf(digest, data) || asksToBeLive(data) !== isPublishing) {
        throw new LiveCopyProtected({
          de: 'Das ist nicht der Text, der freigegeben wurde.',
          en: 'This is not the text that was approved.',
        })
      }
      return isPublishing ? { ...data, digest } : asWorkingCopy({ ...data, digest })
    }
    const state = await lockState(req, id)
    if (state) await refuseStaleText({ req, state, read: originalDoc })
    const digest = await digestToKeep(req, state, data)
    if (state?.stage === 'archived' && state.digest !== digest) {
      throw new Conflict(
        {
          de: 'Dieser Text ist archiviert. Öffnen Sie ihn wieder, um ihn zu bearbeiten.',
          en: 'This document is archived. Reopen it to edit it.',
        },
        'archived',
      )
    }
    if (state && state.digest !== digest) await refuseLocked(req, state)
    await refuseTakenPair({ collection: slug, data, id, req })
    if (state) await refuseMovedPair({ state, data, req })
    return asWorkingCopy({ ...data, digest })
  }
}

/** Keeps the document's state in step with its working copy: an edit makes it a draft again. */
function recordChange(): CollectionAfterChangeHook {
  return async ({ collection, data, doc, operation, previousDoc, req }) => {
    const slug = editorial(collection.slug)
    const id = idOf(doc)
    const actor = actorOf(req)
    const person = isPerson(actor) ? { id: actor.id, name: actor.name } : null
    if (operation === 'update' && asksToBeLive(data)) return
    const state = await lockState(req, id)
    const digest = await digestToKeep(req, state, data)
    if (!state) {
      await saveText(req, { collection: slug, id, digest, document: data, writtenBy: person })
      await insertState(req, {
        id,
        collection: slug,
        digest,
        contributors: person ? [person.id] : [],
      })
      await appendEvent(req, {
        kind: 'workflow',
        collection: slug,
        id,
        transition: 'create',
        to: 'draft',
        digest,
        actor: person,
      })
      return
    }
    if (operation !== 'update') return
    await alignBookkeeping({ collection: slug, id, data, req })
    await recordAuthor({ collection: slug, id, before: previousDoc, after: data, digest, req })
    if (state.digest === digest) return
    // After an approval another text begins, and is theirs who write it.
    const contributors = new Set(isSigned(state.stage) ? [] : state.contributors)
    if (person) contributors.add(person.id)
    // Words that come back are still those of who wrote them, under whatever digest that was.
    for (const writer of await findWriters(req, id, digestsOf(data))) contributors.add(writer)
    await saveText(req, { collection: slug, id, digest, document: data, writtenBy: person })
    const plan = (await findPendingPlans(req, id)).find(({ action }) => action === 'publish')
    const stage = stageAfterEdit({
      isLive: digest === state.live?.digest,
      isPlanned: plan?.digest === digest && plan.round === state.round,
    })
    const write = async () => {
      await saveState(req, { ...state, stage, digest, contributors: [...contributors] })
      await alignPair({ collection: slug, id, data, req })
    }
    if (stage === state.stage) return write()
    const keepsPlan = state.stage === 'scheduled' && plan !== undefined && isKept(req, plan)
    const signers = keepsPlan ? [] : await findFallenSigners(req, state, data)
    await onRecord(
      req,
      {
        kind: 'workflow',
        collection: slug,
        id,
        transition: 'edit',
        from: state.stage,
        to: stage,
        digest,
        actor: person,
        data: keepsPlan ? { keepsPlan } : signers.length > 0 ? { signers } : null,
      },
      write,
    )
  }
}

/** What is live is taken off the net first; only then can it be deleted. */
function guardDelete(): CollectionBeforeDeleteHook {
  return async ({ collection, id, req }) => {
    const slug = editorial(collection.slug)
    if (!(await lockState(req, String(id)))) throw new DocumentNotFound(slug, String(id))
    if (await readLiveCopy({ collection: slug, id: String(id), req })) {
      throw new LiveCopyProtected({
        de: 'Dieser Text ist live. Nehmen Sie ihn vom Netz, bevor Sie ihn löschen.',
        en: 'This document is live. Unpublish it before deleting it.',
      })
    }
  }
}

/** What happened stays on record; what the rooms kept of the document is forgotten after this. */
function recordDeletion(): CollectionAfterDeleteHook {
  return async ({ collection, doc, req }) => {
    const state = await readState(req, idOf(doc))
    if (!state) return
    const actor = actorOf(req)
    await appendEvent(req, {
      kind: 'workflow',
      collection: editorial(collection.slug),
      id: state.id,
      transition: 'delete',
      from: state.stage,
      digest: state.digest,
      actor: isPerson(actor) ? { id: actor.id, name: actor.name } : null,
    })
  }
}

/** The document that a version is of; null where there is no such version. */
async function findParentOfVersion(
  req: PayloadRequest,
  slug: string,
  version: unknown,
): Promise<string | null> {
  if (typeof version !== 'string' || !isUuid(version)) return null
  const db = await sqlIn(req)
  const table = slug === 'career-profiles' ? careerProfilesV : regionalSectionsV
  const [row] = await db.select({ parent: table.parentId }).from(table).where(eq(table.id, version))
  return row?.parent ?? null
}

/** Sites see the ids of rows, and no approval covers them: only ids as Payload makes them are kept. */
function dropForeignRowIds(data: Record<string, unknown>): void {
  for (const value of Object.values(data)) {
    if (!Array.isArray(value)) continue
    for (const row of value) {
      if (isRecord(row) && row.id !== undefined && !isRowId(row.id)) delete row.id
    }
  }
}

/**
 * The digest that a text keeps, as long as it is the same: that of the working copy, so that a save
 * without a change is none; that of what is live, so that words that come back are live again; and any
 * other that it was on record under before.
 */
async function digestToKeep(
  req: PayloadRequest,
  state: WorkflowState | undefined,
  data: Record<string, unknown>,
): Promise<string> {
  if (!state) return digestOf(data)
  const [today, ...older] = digestsOf(data)
  const held = [state.digest, state.live?.digest]
  const isHeld = older.length === 0 || held.some((digest) => digest === today)
  const known = isHeld ? held : [...held, ...(await findKnownDigests(req, state.id, older))]
  return digestFor(data, known)
}

/** A call of the Local API from our own code, on nobody's behalf. */
function hasNoCaller(req: PayloadRequest): boolean {
  return req.payloadAPI === 'local' && !req.user
}

function idOf(document: unknown): string {
  const id = relationId(document)
  if (id === null) throw new Error('Payload passed a document without id.')
  return id
}

function editorial(slug: string): EditorialCollection {
  if (!isEditorialCollection(slug)) throw new Error(`${slug} is no editorial collection.`)
  return slug
}
