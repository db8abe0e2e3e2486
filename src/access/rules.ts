import type {
  Access,
  AccessResult,
  CollectionConfig,
  FieldAccess,
  PayloadRequest,
  Where,
} from 'payload'
import { actorOf, isPerson, type Actor } from './actor.ts'
import { deskFilter, loadDeskScope } from './desk.ts'
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
    return ({ req }) => {
      const actor = actorOf(req)
      const caller: Caller = isPerson(actor) ? actor.role : actor.type
      return applyRule({ permission: row[caller], collection, actor, req, live: options.live })
    }
  }
  return {
    create: enforce(rows.create),
    read: enforce(rows.read),
    update: enforce(rows.update),
    delete: enforce(rows.delete),
    readVersions: enforce(rows.readVersions),
    unlock: ({ req }) => isAdmin(actorOf(req)),
    admin: ({ req }) => isPerson(actorOf(req)),
  }
}

/** A field that people signed in see, and sites do not. */
export const onlyPeopleRead: FieldAccess = ({ req }) => isPerson(actorOf(req))

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
  actor: Actor
  req: PayloadRequest
  live: Where | undefined
}): AccessResult | Promise<AccessResult> {
  const { permission, collection, actor, req } = options
  switch (permission) {
    case 'all':
      return true
    case 'none':
      return false
    case 'own':
      if (!isPerson(actor)) return false
      return collection === 'media'
        ? { and: [{ uploadedBy: { equals: actor.id } }, { releasedAt: { exists: false } }] }
        : { author: { equals: actor.id } }
    case 'desk':
      return loadDeskScope(req, actor).then((scope) =>
        deskFilter(scope, { hasRegion: collection === 'regional-sections' }),
      )
    case 'live':
      return actor.type === 'site' && options.live ? liveFilter(actor.id, options.live) : false
    case 'released':
      return { releasedAt: { exists: true } }
    case 'self':
      return actor.type === 'anonymous' ? false : { id: { equals: actor.id } }
    case 'active':
      return {
        or: [
          { validThrough: { exists: false } },
          { validThrough: { greater_than: new Date().toISOString() } },
        ],
      }
  }
}

/** Live copies that this site may show: those bound to no site, and those bound to it. */
function liveFilter(site: string, live: Where): Where {
  return { and: [live, { or: [{ sites: { exists: false } }, { sites: { in: [site] } }] }] }
}

function isAdmin(actor: Actor): boolean {
  return isPerson(actor) && actor.role === 'admin'
}
