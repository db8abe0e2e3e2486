import { createHmac } from 'node:crypto'
import { isUuid } from '#model/documents.ts'
import { isSameSecret } from '#model/same-secret.ts'

/** What a token says: which link it is, and until when it holds (seconds since 1970). */
export interface TokenClaims {
  link: string
  expires: number
}

/** Signs a token for a link: `{link}.{expires}.{HMAC-SHA-256, base64url}`. */
export function signToken(claims: TokenClaims, secret: string): string {
  const head = `${claims.link}.${String(claims.expires)}`
  return `${head}.${signatureOf(head, secret)}`
}

/** What a token says, if this house has signed it; undefined for every other text. */
export function readToken(token: string, secret: string): TokenClaims | undefined {
  const [link = '', expires = '', signature = '', ...rest] = token.split('.')
  if (rest.length > 0 || !isUuid(link) || !/^\d{1,12}$/.test(expires)) return undefined
  if (!isSameSecret(signature, signatureOf(`${link}.${expires}`, secret))) return undefined
  return { link, expires: Number(expires) }
}

/** The secret is the installation's own; the purpose keeps this signature apart from every other. */
function signatureOf(head: string, secret: string): string {
  return createHmac('sha256', secret).update(`expert review: ${head}`).digest('base64url')
}
