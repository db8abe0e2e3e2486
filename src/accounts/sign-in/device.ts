import { createHmac, randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { parseCookies } from 'payload/shared'
import { derivedKey } from '#database/derived-key.ts'
import { isSameSecret } from '#model/same-secret.ts'

// A browser in which somebody has signed in is known to their account: what strangers try elsewhere does not
// slow it down. It lets nobody in: it is a key that attempts are counted under.

/** In seconds. */
const length = 180 * 24 * 3600

interface Account {
  secret: string
  /** The address of mail, folded. */
  account: string
}

/** The browser of a request, where the account has been signed in to in it before; else undefined. */
export function knownDevice(headers: Headers, of: Account): string | undefined {
  const value = parseCookies(headers).get(nameFor(of)) ?? ''
  const [device = '', seal = ''] = value.split('.')
  return isSameSecret(seal, sealOf(device, of)) ? device : undefined
}

/** Lets the browser of a request be known to an account from now on. */
export function rememberDevice(req: PayloadRequest, of: Account): void {
  const device = knownDevice(req.headers, of) ?? randomBytes(16).toString('base64url')
  const isSecure = req.payload.config.serverURL.startsWith('https:')
  req.responseHeaders ??= new Headers()
  req.responseHeaders.append(
    'Set-Cookie',
    [
      `${nameFor(of)}=${device}.${sealOf(device, of)}`,
      `Max-Age=${String(length)}`,
      'Path=/api',
      'HttpOnly',
      'SameSite=Strict',
      ...(isSecure ? ['Secure'] : []),
    ].join('; '),
  )
}

/** Of each account its own: several people may use one browser. */
function nameFor(of: Account): string {
  return `berufsbild-device-${sealOf('name', of).slice(0, 12)}`
}

function sealOf(device: string, { secret, account }: Account): string {
  return createHmac('sha256', derivedKey(secret, 'known devices'))
    .update(JSON.stringify([account, device]))
    .digest('base64url')
}
