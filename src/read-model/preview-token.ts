import { createHmac } from 'node:crypto'
import { isDigest } from '#model/digest.ts'
import { isUuid } from '#model/documents.ts'
import { isSameSecret } from '#model/same-secret.ts'

/** What a token for a preview says: which text of which document, until when (seconds since 1970). */
export interface PreviewClaims {
  document: string
  digest: string
  expires: number
  /** By which it is listed and revoked; null in a token that was made before there was such a thing. */
  id: string | null
}

/** Signs a token: `{document}.{digest}.{expires}.{id}.{HMAC-SHA-256, base64url}`. */
export function signPreviewToken(claims: PreviewClaims & { id: string }, secret: string): string {
  const { document, digest, expires, id } = claims
  const head = `${document}.${digest}.${String(expires)}.${id}`
  return `${head}.${signatureOf(head, secret)}`
}

/** What a token says, if it was signed with this secret; undefined for every other text. */
export function readPreviewToken(token: string, secret: string): PreviewClaims | undefined {
  const said = token.split('.')
  const signature = said.pop() ?? ''
  const [document = '', digest = '', expires = '', id = null, ...rest] = said
  if (rest.length > 0 || !isUuid(document) || !isDigest(digest)) return undefined
  if (!/^\d{1,12}$/.test(expires) || (id !== null && !isUuid(id))) return undefined
  if (!isSameSecret(signature, signatureOf(said.join('.'), secret))) return undefined
  return { document, digest, expires: Number(expires), id }
}

/** The secret that previews are signed with, out of the installation's own. */
export function previewSecretOf(secret: string): string {
  return createHmac('sha256', secret).update('preview tokens').digest('base64url')
}

function signatureOf(head: string, secret: string): string {
  return createHmac('sha256', secret).update(head).digest('base64url')
}
