import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { derivedKey } from './derived-key.ts'

const algorithm = 'aes-256-gcm'
const [nonceLength, tagLength] = [12, 16]

/** Whose secret it is, what it is for, and the secret of the installation that seals it. */
export interface Seal {
  /** Each purpose has a key of its own. */
  purpose: 'webhook secrets' | 'second factors'
  owner: string
  installationSecret: string
}

/**
 * Seals a secret for the database: AES-256-GCM, with a key that is derived from the
 * installation's secret. Gives nonce, tag and ciphertext in base64url.
 */
export function seal(secret: string, by: Seal): string {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv(algorithm, keyOf(by), nonce)
  cipher.setAAD(Buffer.from(by.owner))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/**
 * Opens what `seal` has sealed.
 *
 * @throws Error when it was sealed for somebody else or with another secret, or was changed
 */
export function unseal(sealed: string, by: Seal): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const nonce = bytes.subarray(0, nonceLength)
  const decipher = createDecipheriv(algorithm, keyOf(by), nonce, {
    authTagLength: tagLength,
  })
  decipher.setAAD(Buffer.from(by.owner))
  decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
  const opened = decipher.update(bytes.subarray(nonceLength + tagLength), undefined, 'utf8')
  return opened + decipher.final('utf8')
}

function keyOf({ purpose, installationSecret }: Seal): Uint8Array {
  return derivedKey(installationSecret, purpose)
}
