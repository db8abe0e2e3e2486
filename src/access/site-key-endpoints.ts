import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import type { Endpoint, PayloadRequest } from 'payload'
import * as z from 'zod'
import { sqlIn } from '#database/sql.ts'
import { siteKeyUses, sitesKeys as keys } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { DocumentNotFound } from '#model/errors.ts'
import { momentText, parseInput, storableText } from '#model/input.ts'
import { answer, pathPart, readBody } from './answer.ts'
import { requireAdmin, requireEditor } from './require-admin.ts'
import { hashSiteKey, makeSiteKey, prefixOfSiteKey } from './site-keys.ts'

/** Puts on record that a key was made or revoked, in the transaction that does so. */
export type RecordKey = (
  req: PayloadRequest,
  change: {
    site: string
    key: string
    action: 'makeKey' | 'revokeKey'
    /** Of a key that is made: what is stored of it. */
    made?: { hash: string; expiresAt?: string | undefined }
  },
) => Promise<void>

const keysBelongToAdmins = 'Keys are made and revoked by the administration.'
const keysAreSeenByEditors = {
  de: 'Schlüssel sehen die Redaktion und die Verwaltung.',
  en: 'Keys are seen by editors and the administration.',
}
const keyRequest = z.strictObject({
  label: storableText(200).optional(),
  expiresAt: momentText
    .refine((moment) => Date.parse(moment) > Date.now(), 'lies in the past')
    .optional(),
})

/**
 * `GET /api/sites/{id}/keys` lists a site's keys with their last use, to editors as well; `POST` makes
 * one and shows it this once; `DELETE …/keys/{key}` revokes one.
 * Several keys a site, so that one can be replaced while the other still works.
 */
export const siteKeyEndpoints = (record: RecordKey): Endpoint[] => [
  {
    path: '/:id/keys',
    method: 'get',
    handler: (req) =>
      answer(req, async () => {
        requireEditor(req, keysAreSeenByEditors)
        return { keys: await listKeys(req, pathPart(req, 'id')) }
      }),
  },
  {
    path: '/:id/keys',
    method: 'post',
    handler: (req) =>
      answer(
        req,
        async () => {
          requireAdmin(req, keysBelongToAdmins)
          const body = (await readBody(req)) ?? {}
          const { label = '', expiresAt } = parseInput(
            keyRequest,
            body,
            'This is not a valid request for a key.',
          )
          const site = pathPart(req, 'id')
          return { key: await addSiteKey({ req, site, label, expiresAt, record }) }
        },
        201,
      ),
  },
  {
    path: '/:id/keys/:key',
    method: 'delete',
    handler: (req) =>
      answer(req, async () => {
        requireAdmin(req, keysBelongToAdmins)
        const key = pathPart(req, 'key')
        const site = pathPart(req, 'id')
        await inTransaction(req, async () => {
          await changeKeys(req, site, (keys) => {
            const remaining = keys.filter(({ id }) => id !== key)
            if (remaining.length === keys.length) throw new DocumentNotFound('keys', key)
            return remaining
          })
          await record(req, { site, key, action: 'revokeKey' })
        })
        return { revoked: true }
      }),
  },
]

/** Makes a key for a site, stores its hash and returns it: nobody can read it again. */
export async function addSiteKey(options: {
  req: PayloadRequest
  site: string
  label: string
  /** ISO 8601; without it the key holds until it is revoked. */
  expiresAt?: string | undefined
  record: RecordKey
  key?: string
}): Promise<string> {
  const { req, site, label, expiresAt, record, key = makeSiteKey() } = options
  const added = {
    id: randomUUID(),
    label,
    prefix: prefixOfSiteKey(key),
    hash: hashSiteKey(key),
    madeAt: new Date().toISOString(),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  }
  await inTransaction(req, async () => {
    await changeKeys(req, site, (keys) => [...keys, added])
    await record(req, { site, key: added.id, action: 'makeKey', made: added })
  })
  return key
}

/** What is known of a site's keys: never the keys themselves. */
async function listKeys(req: PayloadRequest, site: string): Promise<unknown[]> {
  const where = { id: { equals: site } }
  if (!(await req.payload.db.findOne({ collection: 'sites', where, req }))) {
    throw new DocumentNotFound('sites', site)
  }
  const db = await sqlIn(req)
  return db
    .select({
      id: keys.id,
      label: keys.label,
      prefix: keys.prefix,
      madeAt: keys.madeAt,
      expiresAt: keys.expiresAt,
      lastUsedAt: siteKeyUses.usedAt,
    })
    .from(keys)
    .leftJoin(siteKeyUses, eq(siteKeyUses.key, keys.id))
    .where(eq(keys.parentId, site))
    .orderBy(asc(keys.order))
}

type StoredKey = Record<string, unknown> & { id?: string }

/** Reads, changes and writes the keys of a site as one step, one caller after the other. */
async function changeKeys(
  req: PayloadRequest,
  site: string,
  change: (keys: readonly StoredKey[]) => StoredKey[],
): Promise<void> {
  const { db } = req.payload
  const where = { id: { equals: site } }
  if (!(await db.findOne({ collection: 'sites', where, req }))) {
    throw new DocumentNotFound('sites', site)
  }
  // This write locks the site's row: the keys are read after whoever was first has committed.
  const updatedAt = new Date().toISOString()
  await db.updateOne({ collection: 'sites', id: site, data: { updatedAt }, req })
  const found = await db.findOne<{ id: string; keys?: StoredKey[] }>({
    collection: 'sites',
    where,
    req,
  })
  const keys = change(found?.keys ?? [])
  await db.updateOne({ collection: 'sites', id: site, data: { keys }, req })
}
