import type { Environment } from '../configuration/environment.ts'
import { trustedProxiesOf } from '../configuration/proxies.ts'
import { ill, well, worthKnowing, type Diagnosis } from './diagnosis.ts'

/** Where the CMS is reached, what that means for its cookies, and whose word on addresses counts. */
export function* examineAddresses(environment: Environment): Generator<Diagnosis> {
  const { CMS_URL, CMS_HOST } = environment
  const isLocal = isLoopback(CMS_HOST)
  yield examineAddress(CMS_URL, isLocal)
  if (CMS_URL?.startsWith('https:') !== true) return
  const trusted = trustedProxiesOf(environment)
  yield environment.TRUSTED_PROXIES === undefined && !isLocal
    ? worthKnowing(
        'proxies',
        `only those on this machine are believed (${trusted}), and CMS_HOST listens on others`,
        'Name the addresses of your proxies in TRUSTED_PROXIES: else all who sign in seem to come from one address, and wait for each other.',
      )
    : well('proxies', `are believed from ${trusted}`)
}

function examineAddress(address: string | undefined, isLocal: boolean): Diagnosis {
  const about = 'address of the CMS'
  if (address === undefined) {
    return isLocal
      ? well(about, 'this machine alone; cookies go over http')
      : ill(
          about,
          'it listens on other addresses, and nobody has said how it is reached',
          'Set CMS_URL to its https address: cookies, links in mails and passkeys go by it.',
        )
  }
  if (address.startsWith('https:')) {
    return well(about, `${address}: cookies are Secure, __Host- and SameSite=Strict`)
  }
  return isLocal && !isElsewhere(address)
    ? worthKnowing(about, `${address} is no https`, 'Passwords and cookies can be read on the way.')
    : ill(
        about,
        `${address} is no https`,
        'Passwords and cookies can be read on the way: put a proxy with https before it.',
      )
}

/** Whether an address on the web is that of another machine than this one. */
export function isElsewhere(url: string | undefined): boolean {
  return url !== undefined && !isLoopback(new URL(url).hostname)
}

export function isLoopback(host: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[?::1\]?)$/u.test(host)
}
