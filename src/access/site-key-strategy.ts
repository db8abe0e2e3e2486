import type { AuthStrategy } from 'payload'
import { hashSiteKey, readSiteKey } from './site-keys.ts'

/**
 * Signs a site in by its key. Payload's own API keys are stored so that they can be read again;
 * these are stored as hashes only.
 */
export const siteKeyStrategy: AuthStrategy = {
  name: 'site-key',
  authenticate: async ({ headers, payload }) => {
    const key = readSiteKey(headers.get('Authorization'))
    if (key === null) return { user: null }
    const hash = hashSiteKey(key)
    const { docs } = await payload.find({
      collection: 'sites',
      where: { 'keys.hash': { equals: hash } },
      depth: 0,
      limit: 1,
      pagination: false,
      overrideAccess: true,
      showHiddenFields: true,
    })
    const site = docs[0]
    const used = site?.keys?.find((entry) => entry.hash === hash)
    if (used?.expiresAt && Date.parse(used.expiresAt) <= Date.now()) return { user: null }
    if (!site) return { user: null }
    const { keys: _, ...visible } = site
    return { user: { ...visible, collection: 'sites', _strategy: 'site-key' } }
  },
}
