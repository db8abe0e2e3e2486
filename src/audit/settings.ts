import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { sitesKeys, webhooks } from '#database/tables.ts'
import { relationIds, withIdsOnly } from '#model/documents.ts'
import { addressOnRecord, fingerprintOf } from '#record/address-on-record.ts'

export type Values = Readonly<Record<string, unknown>>

/** Something that is on record when it is made and changed, as it is now, in the words of its events. */
export interface Setting {
  place: string
  row: string
  values: Values
  /** It was there before anybody made it. */
  isGiven?: boolean
}

const atATime = 500

type Entry = Record<string, unknown> & { id: string }

const collections = ['users', 'desks', 'sites', 'media'] as const

/** What is read of the entries of a collection, as their events say it. */
const valuesIn: Readonly<
  Record<(typeof collections)[number], (entry: Entry, secret: string) => Values>
> = {
  users: ({ name, email, role, allTexts, desks, deactivatedAt }) => ({
    ...{ name, email, role, allTexts: allTexts === true, desks: sorted(desks) },
    isActive: !deactivatedAt,
  }),
  desks: ({ name, allRegions, regions, allProfessions, professions }) => ({
    name,
    allRegions: allRegions === true,
    regions: sorted(regions),
    allProfessions: allProfessions === true,
    professions: sorted(professions),
  }),
  sites: ({ name, origins, regions, professions, previewUrl }, secret) => ({
    name,
    origins: Array.isArray(origins) ? [...(origins as unknown[])].sort() : [],
    regions: sorted(regions),
    professions: sorted(professions),
    preview:
      typeof previewUrl === 'string' && previewUrl !== ''
        ? addressOnRecord(secret, previewUrl)
        : null,
  }),
  media: ({ alt, credit, filename, focalX, focalY }) => ({
    alt,
    credit,
    filename,
    focalX,
    focalY,
  }),
}

/** Hands over everything of that kind, one after the other. */
export async function readSettings(
  req: PayloadRequest,
  take: (setting: Setting) => void,
): Promise<void> {
  const { db, secret } = req.payload
  for (const collection of collections) {
    for (let page = 1; ; page += 1) {
      const { docs, hasNextPage } = await db.find<Entry>({
        collection,
        sort: 'id',
        limit: atATime,
        page,
        req,
      })
      for (const entry of docs) {
        take({ place: collection, row: entry.id, values: valuesIn[collection](entry, secret) })
      }
      if (!hasNextPage) break
    }
  }
  const rows = await sqlIn(req)
  for (const { id, parentId, hash, expiresAt } of await rows.select().from(sitesKeys)) {
    const fingerprint = fingerprintOf(secret, hash ?? '')
    take({ place: 'keys', row: id, values: { site: parentId, fingerprint, expiresAt } })
  }
  for (const { id, site, url, isActive } of await rows.select().from(webhooks)) {
    const values = { site, ...addressOnRecord(secret, url), isActive }
    take({ place: 'webhooks', row: id, values })
  }
  const rules = await db.findGlobal<Record<string, unknown>>({ slug: 'workflow-settings', req })
  const place = 'workflow-settings'
  take({ place, row: place, values: withIdsOnly(rules), isGiven: true })
}

function sorted(value: unknown): string[] {
  return relationIds(value).sort()
}
