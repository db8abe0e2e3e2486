import { randomUUID } from 'node:crypto'
import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { isRecord } from '#model/documents.ts'
import { DocumentNotFound, NotAllowed, NotSignedIn } from '#model/errors.ts'
import { actorOf, isPerson } from './actor.ts'
import { hashSiteKey, makeSiteKey, prefixOfSiteKey } from './site-keys.ts'

/**
 * `POST /api/sites/{id}/keys` makes a key and shows it this once; `DELETE …/keys/{key}` revokes one.
 * Several keys a site, so that one can be replaced while the other still works.
 */
export const siteKeyEndpoints: Endpoint[] = [
  {
    path: '/:id/keys',
    method: 'post',
    handler: async (req) => {
      requireAdmin(req)
      await addDataAndFileToRequest(req)
      const label: unknown = isRecord(req.data) ? req.data.label : undefined
      const key = await addSiteKey({
        req,
        site: param(req, 'id'),
        label: typeof label === 'string' ? label : '',
      })
      return Response.json({ key }, { status: 201, headers: { 'Cache-Control': 'no-store' } })
    },
  },
  {
    path: '/:id/keys/:key',
    method: 'delete',
    handler: async (req) => {
      requireAdmin(req)
      const site = param(req, 'id')
      const keys = await keysOf(req, site)
      const remaining = keys.filter(({ id }) => id !== param(req, 'key'))
      if (remaining.length === keys.length) throw new DocumentNotFound('keys', param(req, 'key'))
      await saveKeys(req, site, remaining)
      return Response.json({ revoked: true })
    },
  },
]

/** Makes a key for a site, stores its hash and returns it: nobody can read it again. */
export async function addSiteKey(options: {
  req: PayloadRequest
  site: string
  label: string
  key?: string
}): Promise<string> {
  const { req, site, label, key = makeSiteKey() } = options
  const keys = await keysOf(req, site)
  const added = {
    id: randomUUID(),
    label,
    prefix: prefixOfSiteKey(key),
    hash: hashSiteKey(key),
    madeAt: new Date().toISOString(),
  }
  await saveKeys(req, site, [...keys, added])
  return key
}

type StoredKey = Record<string, unknown> & { id?: string }

async function keysOf(req: PayloadRequest, id: string): Promise<StoredKey[]> {
  const site = await req.payload.db.findOne<{ id: string; keys?: StoredKey[] }>({
    collection: 'sites',
    where: { id: { equals: id } },
    req,
  })
  if (!site) throw new DocumentNotFound('sites', id)
  return site.keys ?? []
}

async function saveKeys(req: PayloadRequest, id: string, keys: StoredKey[]): Promise<void> {
  await req.payload.db.updateOne({ collection: 'sites', id, data: { keys }, req })
}

function requireAdmin(req: PayloadRequest): void {
  const actor = actorOf(req)
  if (actor.type === 'anonymous') throw new NotSignedIn()
  if (!isPerson(actor) || actor.role !== 'admin') {
    throw new NotAllowed('Keys are made and revoked by the administration.')
  }
}

function param(req: PayloadRequest, name: string): string {
  const value = req.routeParams?.[name]
  return typeof value === 'string' ? value : ''
}
