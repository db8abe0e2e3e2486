import type {
  Access,
  CollectionBeforeOperationHook,
  Endpoint,
  PayloadRequest,
  SanitizedCollectionConfig,
  SanitizedConfig,
} from 'payload'
import { isRecord } from '#model/documents.ts'
import { DocumentNotFound, InvalidRequest, NotAllowed } from '#model/errors.ts'
import { actorOf, isPerson } from './actor.ts'

/**
 * Payload adds collections of its own: preferences, locks, migrations. Some are open to whoever is
 * signed in, sites included. Here they are closed to all but people, on top of Payload's own rules,
 * with the endpoints of their own, which ask for no access; locks belong to whom they name.
 */
export async function closeInternalCollections(
  building: Promise<SanitizedConfig>,
): Promise<SanitizedConfig> {
  const config = await building
  for (const collection of config.collections) {
    // Without a list of them, Payload answers 501 to every path.
    if (collection.endpoints === false) collection.endpoints = []
    else collection.endpoints = collection.endpoints.filter(answersIn(collection))
    if (!collection.slug.startsWith('payload-')) continue
    collection.hooks = {
      ...collection.hooks,
      beforeOperation: [refuseNothing, ...collection.hooks.beforeOperation],
    }
    const isLocks = collection.slug === 'payload-locked-documents'
    const { access } = collection
    collection.access = {
      ...access,
      create: forPeople(isLocks ? ownName : access.create),
      read: forPeople(access.read),
      update: forPeople(isLocks ? ownLocks : access.update),
      delete: forPeople(isLocks ? ownLocks : access.delete),
      readVersions: () => false,
    }
    if (collection.endpoints) collection.endpoints = collection.endpoints.map(endpointForPeople)
  }
  return config
}

/**
 * Payload registers endpoints for versions and for the verification of addresses whether a collection
 * has them or not, and answers with a fault where it has none.
 */
function answersIn({ versions, auth }: SanitizedCollectionConfig): (endpoint: Endpoint) => boolean {
  return ({ path }) => {
    if (path === '/versions' || path === '/versions/:id') return Boolean(versions)
    return path !== '/verify/:id' || Boolean(auth.verify)
  }
}

function forPeople(access: Access | undefined): Access {
  return (args) => (isPerson(actorOf(args.req)) ? (access?.(args) ?? false) : false)
}

function endpointForPeople(endpoint: Endpoint): Endpoint {
  return {
    ...endpoint,
    handler: async (req) => {
      if (isPerson(actorOf(req))) {
        if (endpoint.method === 'delete' && endpoint.path === '/:key') await findPreference(req)
        return endpoint.handler(req)
      }
      throw new NotAllowed('This belongs to people who are signed in.')
    },
  }
}

/** Payload's hooks trust in that there is data. */
const refuseNothing: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'create' && operation !== 'update') return
  if (!isRecord(Reflect.get(args, 'data'))) throw new InvalidRequest('Expected an object.')
}

/** Payload removes a preference that is not there by a statement that PostgreSQL cannot read. */
async function findPreference(req: PayloadRequest): Promise<void> {
  const { payload, routeParams, user } = req
  const key = String(routeParams?.key)
  const { totalDocs } = await payload.count({
    collection: 'payload-preferences',
    where: { and: [{ key: { equals: key } }, { 'user.value': { equals: user?.id } }] },
    overrideAccess: true,
    req,
  })
  if (totalDocs === 0) throw new DocumentNotFound('payload-preferences', key)
}

/** Nobody locks a document in the name of somebody else. */
const ownName: Access = ({ req, data }) => {
  const actor = actorOf(req)
  const user: unknown = isRecord(data) ? data.user : undefined
  return isPerson(actor) && isRecord(user) && user.value === actor.id
}

const ownLocks: Access = ({ req }) => {
  const actor = actorOf(req)
  if (!isPerson(actor)) return false
  if (actor.role === 'admin') return true
  return { 'user.value': { equals: actor.id } }
}
