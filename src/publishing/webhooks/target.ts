import { lookup, type LookupAddress } from 'node:dns'
import { lookup as find } from 'node:dns/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress, isPublicName } from './public-address.ts'

/**
 * Says why nothing is sent to a URL, or null when it may be: it is not HTTP, carries a sign-in, or names
 * an address that is not public. A host's name is judged when it is resolved: see `lookUpPublic`.
 */
export function findTargetProblem(
  text: string,
  options: { allowsPrivate: boolean },
): string | null {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    return 'A webhook has an address that begins with https:// or http://.'
  }
  if (url.username !== '' || url.password !== '') {
    return 'The address must not carry a sign-in: its receiver knows us by the signature.'
  }
  const host = hostOf(url)
  if (options.allowsPrivate || (isIP(host) === 0 ? isPublicName(host) : isPublicAddress(host))) {
    return null
  }
  return 'The address is not one of the public Internet.'
}

/**
 * A host in the one form in which it is judged: as the parser spells it, in which 0x7f.1 and 2130706433 are
 * 127.0.0.1 already and letters are small, without brackets and without the dots of the root.
 */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/(?<!\.)\.+$/, '')
}

/** How long a name server may take while somebody waits for the answer, in milliseconds. */
const patience = 2000

/**
 * The same, and whether the host's name leads to an address that is not public now. One that leads nowhere
 * yet may be saved: what it leads to is judged again whenever something is sent.
 */
export async function findTargetProblemNow(
  text: string,
  options: { allowsPrivate: boolean },
): Promise<string | null> {
  const problem = findTargetProblem(text, options)
  if (problem !== null || options.allowsPrivate) return problem
  const found = find(hostOf(new URL(text)), { all: true }).catch(() => [])
  const addresses = await Promise.race([found, wait(patience, [], { ref: false })])
  return addresses.every(({ address }) => isPublicAddress(address))
    ? null
    : 'The name leads to an address that is not one of the public Internet.'
}

/** What resolves a host's name to all its addresses, as `dns.lookup` does. */
export type Resolve = (
  host: string,
  options: { all: true; family?: number | 'IPv4' | 'IPv6' | undefined },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/**
 * A lookup for a connection that refuses a host with any address that is not public. The connection is
 * made to the very addresses that were judged: a name that leads elsewhere a moment later gains nothing.
 */
export function lookUpPublic(resolve: Resolve = lookup): LookupFunction {
  return (host, { all, family }, done) => {
    resolve(host, { all: true, family }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error) done(error, [])
      else if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
        done(new Error(`"${host}" is not at an address of the public Internet.`), [])
      } else if (all === true) done(null, addresses)
      else done(null, first.address, first.family)
    })
  }
}
