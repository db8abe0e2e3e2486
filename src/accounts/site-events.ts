import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import { personActing } from '#access/actor.ts'
import type { RecordKey } from '#access/site-key-endpoints.ts'
import { relationIds } from '#model/documents.ts'
import type { Site } from '#payload-types'
import type { RecordWebhook } from '#publishing/webhooks/record.ts'
import { addressOnRecord, fingerprintOf } from '#record/address-on-record.ts'
import { appendEvent } from '#record/events.ts'

/** Puts on record what a site may read, and who may read it from where. */
export const recordSiteChange: CollectionAfterChangeHook<Site> = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  const { secret } = req.payload
  const [before, after] = [settingsOf(previousDoc, secret), settingsOf(doc, secret)]
  const isNew = operation === 'create'
  if (!isNew && JSON.stringify(before) === JSON.stringify(after)) return
  await appendEvent(req, {
    kind: 'setting',
    collection: 'sites',
    id: doc.id,
    transition: isNew ? 'createSite' : 'changeSite',
    actor: personActing(req),
    data: isNew ? { after } : { before, after },
  })
}

/** Keys and webhooks end with their site. */
export const recordSiteEnd: CollectionAfterDeleteHook<Site> = async ({ doc, req }) => {
  await appendEvent(req, {
    kind: 'setting',
    collection: 'sites',
    id: doc.id,
    transition: 'deleteSite',
    actor: personActing(req),
    data: { before: settingsOf(doc, req.payload.secret) },
  })
}

/** Puts on record who makes and revokes the keys of a site. */
export const recordKey: RecordKey = async (req, { site, key, action, made }) => {
  const { secret } = req.payload
  const after = made && {
    fingerprint: fingerprintOf(secret, made.hash),
    expiresAt: made.expiresAt === undefined ? null : new Date(made.expiresAt).toISOString(),
  }
  await appendEvent(req, {
    kind: 'key',
    collection: 'sites',
    id: site,
    transition: action,
    actor: personActing(req),
    data: { key, ...(after ? { after } : {}) },
  })
}

/** Puts on record who makes, changes and removes the webhooks of a site. */
export const recordWebhook: RecordWebhook = async (req, { site, action, ...data }) => {
  await appendEvent(req, {
    kind: 'setting',
    collection: 'sites',
    id: site,
    transition: action,
    actor: personActing(req),
    data,
  })
}

/** Of a site that is being made, Payload hands over nothing as the one before. */
function settingsOf(site: Partial<Site> | undefined, secret: string) {
  const { name = null, origins, regions, professions, previewUrl } = site ?? {}
  return {
    name,
    origins: [...(origins ?? [])].sort(),
    regions: relationIds(regions).sort(),
    professions: relationIds(professions).sort(),
    // What opens drafts of a site may stand in it.
    preview: previewUrl ? addressOnRecord(secret, previewUrl) : null,
  }
}
