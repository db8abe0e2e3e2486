import { randomBytes } from 'node:crypto'

/** A password that nobody knows, for an account whose owner sets one of their own, or has none. */
export function unknownPassword(): string {
  return randomBytes(48).toString('base64url')
}
