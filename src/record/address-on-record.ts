import { createHash, createHmac } from 'node:crypto'
import { derivedKey } from '#database/derived-key.ts'

/**
 * What goes on record of an address, or of something else that may hold a secret: receivers are known to put one
 * into the path. It tells whether two are the same, and nobody what they are.
 *
 * The key is named before it: what was made under another `PAYLOAD_SECRET` cannot be compared.
 */
export function fingerprintOf(secret: string, words: string): string {
  const key = derivedKey(secret, 'fingerprints on record')
  const name = createHash('sha256').update(key).digest('hex').slice(0, 8)
  return `${name}-${createHmac('sha256', key).update(words).digest('hex')}`
}

/** Whether two fingerprints contradict each other. */
export function contradict(one: string, other: string): boolean {
  const [[key], [otherKey]] = [one.split('-'), other.split('-')]
  return key === otherKey && one !== other
}

/** An address on record: the host in so many words, and all of it as a fingerprint. */
export interface AddressOnRecord {
  origin: string
  fingerprint: string
}

export function addressOnRecord(secret: string, url: string): AddressOnRecord {
  return {
    origin: URL.canParse(url) ? new URL(url).origin : '',
    fingerprint: fingerprintOf(secret, url),
  }
}
