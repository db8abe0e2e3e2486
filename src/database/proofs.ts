import { createHmac } from 'node:crypto'
import { netstring } from '#model/netstring.ts'

// What the database takes on the product's word alone comes with a proof. The database computes the same
// (migrations/functions/signatures.sql), with a key that the start has put where no server's role can look.

/** What a proof is for; it stands first in it, so that one is never good for another. */
export type Proved =
  | 'event'
  | 'approval'
  | 'signOff'
  | 'agreement'
  | 'start'
  | 'leaf'
  | 'node'
  | 'checkpoint'
  | 'cosignature'

/**
 * Proves that the product says this: HMAC-SHA-256 (RFC 2104), hex, over the netstrings of what is said.
 *
 * @param secret Payload's, as it is kept in the process (`payload.secret`)
 */
export function prove(secret: string, what: Proved, said: readonly (string | null)[]): string {
  const text = [what, ...said].map(netstring).join('')
  return createHmac('sha256', proofKeyOf(secret)).update(text).digest('hex')
}

/** The key of the proofs as HMAC uses it, inside and outside: all that the database has to know of it. */
export function padsOf(secret: string): { inner: Buffer; outer: Buffer } {
  const block = Buffer.alloc(64)
  proofKeyOf(secret).copy(block)
  const pad = (byte: number) => Buffer.from(block.map((value) => value ^ byte))
  return { inner: pad(0x36), outer: pad(0x5c) }
}

function proofKeyOf(secret: string): Buffer {
  return createHmac('sha256', secret).update('proofs for the database').digest()
}
