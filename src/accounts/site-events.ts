import { personActing } from '#access/actor.ts'
import type { RecordKey } from '#access/site-key-endpoints.ts'
import { relationIds } from '#model/documents.ts'
import type { Site } from '#payload-types'
import type { RecordWebhook } from '#publishing/webhooks/record.ts'
import { addressOnRecord, fingerprintOf } from '#record/address-on-record.ts'
import { recordEntries } from '#record/entry-events.ts'
import { appendEvent } from '#record/events.ts'

/** Puts on record what a site may read, and who may read it from where. Keys and webhooks end with their site. */
export const siteEvents = recordEntries<Site>({
  kind: 'setting',
  collection: 'sites',
  transitions: { made: 'createSite', changed: 'changeSite', ended: 'deleteSite' },
  tell: (site, { payload }) => settingsOf(site, payload.secret),
})

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
