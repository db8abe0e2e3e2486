import { createHmac, timingSafeEqual } from 'node:crypto'
import { isDigest } from '#model/digest.ts'
import { isUuid } from '#model/documents.ts'

/** What a token for a preview says: which text of which document, until when (seconds since 1970). */
export interface PreviewClaims {
  document: string
  digest: string
  expires: number
}

/** Signs a token: `{document}.{digest}.{expires}.{HMAC-SHA-256, base64url}`. */
export function signPreviewToken(claims: PreviewClaims, secret: string): string {
  const head = `${claims.document}.${claims.digest}.${String(claims.expires)}`
  return `${head}.${signatureOf(head, secret)}`
}

/** What a token says, if it was signed with this secret; undefined for every other text. */
export function readPreviewToken(token: string, secret: string): PreviewClaims | undefined {
  const [document = '', digest = '', expires = '', signature = '', ...rest] = token.split('.')
  if (rest.length > 0 || !isUuid(document) || !isDigest(digest)) return undefined
  if (!/^\d{1,12}$/.test(expires)) return undefined
  const expected = Buffer.from(signatureOf(`${document}.${digest}.${expires}`, secret))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return { document, digest, expires: Number(expires) }
}

/** The secret that previews are signed with, out of the installation's own. */
export function previewSecretOf(secret: string): string {
  return createHmac('sha256', secret).update('preview tokens').digest('base64url')
}

function signatureOf(head: string, secret: string): string {
  return createHmac('sha256', secret).update(head).digest('base64url')
}
