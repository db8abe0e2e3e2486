import type {
  Access,
  AccessResult,
  CollectionConfig,
  FieldAccess,
  PayloadRequest,
  Where,
} from 'payload'
import { editorialCollections } from '#model/documents.ts'
import { actorOf, isAdmin, isPerson, type Actor } from './actor.ts'
import { findAssignedDocuments } from './assigned-documents.ts'
import { findDocumentsDeletedByOthers } from './deleted-documents.ts'
import { deskFilter, isCoveredByDesks } from './desks.ts'
import { loadDeskScope } from './load-desks.ts'
import { scopeFilter } from './site-scope.ts'
import { readTextFacts } from './text-facts.ts'
import { findUnshownPictures } from './unshown-pictures.ts'
import { permissions, type Caller, type GuardedCollection, type Permission } from './table.ts'

type CollectionAccess = NonNullable<CollectionConfig['access']>

/**
 * The access of one collection, every operation stated, out of the table. Unlocking an account and
 * entering the admin belong to people. `live` is the filter that picks live copies.
 */
export function accessOf(
  collection: GuardedCollection,
  options: { live?: Where } = {},
): CollectionAccess {
  const rows = permissions[collection]
  const enforce = (row: Readonly<Record<Caller, Permission>>): Access => {
    return ({ id, req, isReadingStaticFile = false }) => {
      const actor = actorOf(req)
      const caller: Caller = isPerson(actor) ? actor.role : actor.type
      const { live } = options
      const isOne = id !== undefined || isReadingStaticFile
      return applyRule({ permission: row[caller], collection, id, isOne, actor, req, live })
    }
  }
  return {
    create: enforce(rows.create),
    read: enforce(rows.read),
    update: enforce(rows.update),
    delete: enforce(rows.delete),
    readVersions: enforce(rows.readVersions),
    // Nobody is locked out.
    unlock: () => false,
    admin: ({ req }) => isPerson(actorOf(req)),
  }
}

/** A field that people signed in see, and sites do not. */
export const onlyPeopleRead: FieldAccess = ({ req }) => isPerson(actorOf(req))

/** Whoever is signed in as a person. */
export const onlyPeople: Access = ({ req }) => isPerson(actorOf(req))

/** The administration alone. */
export const onlyAdmins: Access = ({ req }) => isAdmin(actorOf(req))

/** A field that only the administration writes. */
export const onlyAdminsWrite: FieldAccess = ({ req }) => isAdmin(actorOf(req))

/** A field that editors and the administration write. */
export const onlyEditorsWrite: FieldAccess = ({ req }) => {
  const actor = actorOf(req)
  return isPerson(actor) && actor.role !== 'author'
}

/** A field that nobody writes from outside: hooks and commands do. */
export const nobodyWrites: FieldAccess = () => false

function applyRule(options: {
  permission: Permission
  collection: GuardedCollection
  id: number | string | undefined
  /** Whether it is asked for one entry, that the caller names. */
  isOne: boolean
  actor: Actor
  req: PayloadRequest
  live: Where | undefined
}): AccessResult | Promise<AccessResult> {
  const { permission, collection, id, actor, req } = options
  switch (permission) {
    case 'all':
      return true
    case 'none':
      return false
    case 'own':
      if (!isPerson(actor)) return false
      return collection === 'media'
        ? { and: [{ uploadedBy: { equals: actor.id } }, { releasedAt: { exists: false } }] }
        : typeof id === 'string'
          ? isOwnText(req, actor.id, id)
          : ownTexts(req, actor.id)
    case 'ownDraft':
      if (!isPerson(actor)) return false
      return typeof id === 'string'
        ? isOwnDraft(req, actor.id, id)
        : { author: { equals: actor.id } }
    case 'desk':
      return typeof id === 'string'
        ? isTextOfDesks(req, actor, id)
        : textsOfDesks(req, actor, collection)
    case 'live':
      return actor.type === 'site' && options.live
        ? inScope(options, liveFilter(actor.id, options.live))
        : false
    case 'scope':
      return inScope(options)
    case 'documents':
      return { documentCollection: { in: [...editorialCollections] } }
    case 'present':
      return isPerson(actor) ? ofPresentDocuments(req, actor.id) : false
    case 'released':
      return options.isOne ? released : listReleased(req)
    case 'self':
      return actor.type === 'anonymous' ? false : { id: { equals: actor.id } }
    case 'active':
      return inScope(options, {
        or: [
          { validThrough: { exists: false } },
          { validThrough: { greater_than: new Date().toISOString() } },
        ],
      })
  }
}

/** A picture that was live, as it was then: pages that sites have kept show it. */
const released: Where = { releasedAt: { exists: true } }

/** Of these, those that a live text shows now. */
async function listReleased(req: PayloadRequest): Promise<Where> {
  const unshown = await findUnshownPictures(req)
  return unshown.length > 0 ? { and: [released, { id: { not_in: unshown } }] } : released
}

/** What of a collection is within the regions and professions of the site that asks, and holds to more. */
async function inScope(
  { req, actor, collection }: { req: PayloadRequest; actor: Actor; collection: GuardedCollection },
  ...more: Where[]
): Promise<AccessResult> {
  if (actor.type !== 'site') return false
  const filters = [...more, ...(await scopeFilter(req, actor, collection))]
  return filters.length === 0 || { and: filters }
}

/**
 * Says whether somebody is the author of a text, or is to write it. Of one text this is judged here, on
 * its working copy: where a filter picks no version, Payload looks at the main row instead, which is older.
 */
async function isOwnText(req: PayloadRequest, person: string, id: string): Promise<boolean> {
  const text = await readTextFacts(req, id)
  return text !== undefined && (text.author === person || text.writer === person)
}

/** Says whether somebody is the author of a text that nobody was ever asked to review. */
async function isOwnDraft(req: PayloadRequest, person: string, id: string): Promise<boolean> {
  // Locked, so that nobody submits it before it is gone.
  const text = await readTextFacts(req, id, { isLocking: true })
  return text?.author === person && text.stage === 'draft' && text.round === 0
}

/** Says whether a text lies in somebody's desks, or is theirs to review; judged as above. */
async function isTextOfDesks(req: PayloadRequest, actor: Actor, id: string): Promise<boolean> {
  const text = await readTextFacts(req, id)
  if (!text || !isPerson(actor)) return false
  return text.reviewer === actor.id || isCoveredByDesks(await loadDeskScope(req, actor), text)
}

/** What is on record of texts, but of those that somebody else has deleted. */
async function ofPresentDocuments(req: PayloadRequest, person: string): Promise<Where> {
  const ofDocuments: Where = { documentCollection: { in: [...editorialCollections] } }
  const deleted = await findDocumentsDeletedByOthers(req, person)
  return deleted.length > 0
    ? { and: [ofDocuments, { document: { not_in: deleted } }] }
    : ofDocuments
}

/** Texts whose author somebody is, and those that they are to write. */
async function ownTexts(req: PayloadRequest, person: string): Promise<Where> {
  const assigned = await findAssignedDocuments(req, person, 'author')
  const own = { author: { equals: person } }
  return assigned.length > 0 ? { or: [own, { id: { in: assigned } }] } : own
}

/** Texts of somebody's desks, and those that they are to review. */
async function textsOfDesks(
  req: PayloadRequest,
  actor: Actor,
  collection: GuardedCollection,
): Promise<AccessResult> {
  const covered = deskFilter(
    await loadDeskScope(req, actor),
    collection === 'regional-sections' ? ['profession', 'region'] : ['profession'],
  )
  if (covered === true || !isPerson(actor)) return covered
  const assigned = await findAssignedDocuments(req, actor.id, 'reviewer')
  if (assigned.length === 0) return covered
  const toReview = { id: { in: assigned } }
  return covered === false ? toReview : { or: [covered, toReview] }
}

/** Live copies that this site may show: those bound to no site, and those bound to it. */
function liveFilter(site: string, live: Where): Where {
  return { and: [live, { or: [{ sites: { exists: false } }, { sites: { in: [site] } }] }] }
}
