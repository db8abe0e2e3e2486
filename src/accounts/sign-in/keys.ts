import { createHmac } from 'node:crypto'
import { derivedKey } from '#database/derived-key.ts'

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

/** An address of mail as accounts are found by it. */
export function foldedAddress(email: string): string {
  return email.toLowerCase().trim()
}
