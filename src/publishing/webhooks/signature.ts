import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/** A new secret, as Standard Webhooks 1.0 writes it: `whsec_` and 32 random bytes in base64. */
export function makeSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

/**
 * The headers that name a message, the moment of this attempt and its signatures: one for each secret,
 * so that a receiver passes it with the old secret or with the new one.
 */
export function signedHeaders(options: {
  id: string
  at: Date
  body: string
  secrets: readonly string[]
}): Record<string, string> {
  const { id, at, body, secrets } = options
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }
}
