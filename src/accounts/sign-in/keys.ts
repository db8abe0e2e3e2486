import { createHmac, hkdfSync } from 'node:crypto'

/**
 * What an attempt to sign in is counted under. Addresses of mail and of machines are not stored as they are:
 * most of what is typed here belongs to nobody of the house.
 *
 * @param secret the installation's
 */
export function attemptKey(
  secret: string,
  kind: 'account' | 'address' | 'pair' | 'device' | 'code' | 'mail',
  ...parts: readonly string[]
): string {
  const key = derivedKey(secret, 'attempts to sign in')
  return createHmac('sha256', key)
    .update(JSON.stringify([kind, ...parts]))
    .digest('base64url')
}

/** The key for one purpose, of 256 bits, after RFC 5869. */
export function derivedKey(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', purpose, 32))
}

/** An address of mail as accounts are found by it. */
export function foldedAddress(email: string): string {
  return email.toLowerCase().trim()
}
