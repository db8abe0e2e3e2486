import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const [nonceLength, tagLength] = [12, 16]

/** Whose secret it is, and the secret of the installation that seals it. */
interface Seal {
  webhook: string
  installationSecret: string
}

/**
 * Seals a webhook's secret for the database: AES-256-GCM, with a key that is derived from the
 * installation's secret. Gives nonce, tag and ciphertext in base64url.
 */
export function seal(secret: string, { webhook, installationSecret }: Seal): string {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv(algorithm, keyFrom(installationSecret), nonce)
  cipher.setAAD(Buffer.from(webhook))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/**
 * Opens what `seal` has sealed.
 *
 * @throws Error when it was sealed for another webhook or with another secret, or was changed
 */
export function unseal(sealed: string, { webhook, installationSecret }: Seal): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const nonce = bytes.subarray(0, nonceLength)
  const decipher = createDecipheriv(algorithm, keyFrom(installationSecret), nonce, {
    authTagLength: tagLength,
  })
  decipher.setAAD(Buffer.from(webhook))
  decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
  const opened = decipher.update(bytes.subarray(nonceLength + tagLength), undefined, 'utf8')
  return opened + decipher.final('utf8')
}

/** The purpose keeps this key apart from every other that the installation derives. */
function keyFrom(installationSecret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', installationSecret, '', 'webhook secrets', 32))
}
