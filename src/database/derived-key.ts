import { hkdfSync } from 'node:crypto'

/**
 * The key for one purpose, of 256 bits, after RFC 5869: what is made for one is good for no other.
 *
 * @param secret the installation's
 */
export function derivedKey(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', purpose, 32))
}
