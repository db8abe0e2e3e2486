import { createHash, randomBytes } from 'node:crypto'

/**
 * A new site key: 32 random bytes behind a prefix that tells what it is. With that much entropy a
 * plain SHA-256 is enough to store; nobody guesses his way to it.
 */
export function makeSiteKey(): string {
  return `bb_${randomBytes(32).toString('base64url')}`
}

/** What is stored of a key. */
export function hashSiteKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** The beginning of a key, by which people tell their keys apart. */
export function prefixOfSiteKey(key: string): string {
  return key.slice(0, 7)
}

/** The key in an `Authorization: sites API-Key <key>` header; null when it is of another form. */
export function readSiteKey(header: string | null): string | null {
  return /^sites API-Key (\S+)$/.exec(header?.trim() ?? '')?.[1] ?? null
}
