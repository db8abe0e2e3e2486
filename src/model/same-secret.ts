import { createHash, timingSafeEqual } from 'node:crypto'

/**
 * Whether what somebody has sent is the secret, seal or signature that it should be. How long that takes
 * says nothing of where they differ, and any text may be sent: letters of several bytes too.
 */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(hashOf(given), hashOf(expected))
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
