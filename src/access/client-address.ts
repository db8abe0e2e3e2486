import { BlockList, isIP, isIPv6 } from 'node:net'

/** The header in which the server says whose connection it is; whatever a client sends in it is replaced. */
export const peerHeader = 'x-berufsbild-peer'

/** Which proxies are believed when they say whom they speak for. */
export type TrustedProxies = (address: string) => boolean

/**
 * Reads a list of addresses and networks (`10.0.0.0/8, ::1`). @throws RangeError naming what is neither
 */
export function readTrustedProxies(listed: string): TrustedProxies {
  const trusted = new BlockList()
  for (const entry of listed.split(/[\s,]+/u).filter(Boolean)) {
    const [address = '', length, more] = entry.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    const most = family === 'ipv6' ? 128 : 32
    const prefix = length === undefined ? most : /^\d+$/u.test(length) ? Number(length) : Number.NaN
    if (isIP(address) === 0 || !(prefix <= most) || more !== undefined) {
      throw new RangeError(`"${entry}" is neither an address nor a network`)
    }
    trusted.addSubnet(address, prefix, family)
  }
  return (address) => trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

/** The proxies that a configuration of Payload names, which `payload.config.ts` has put there. */
export function trustedProxiesIn({
  custom,
}: {
  custom: Readonly<Record<string, unknown>>
}): TrustedProxies {
  const listed = custom.trustedProxies
  return typeof listed === 'string' ? readTrustedProxies(listed) : () => false
}

/**
 * Where a request comes from: the peer of the connection, or whom the last proxies that are trusted name in
 * `X-Forwarded-For`. What stands further to the left in it, anybody may have written. An IPv6 address
 * stands for its /64: that is what one line has.
 */
export function clientAddressOf(headers: Headers, isTrusted: TrustedProxies): string {
  const peer = plain(headers.get(peerHeader) ?? '')
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map(plain)
  let client = peer
  while (client !== '' && isTrusted(client)) {
    const before = forwarded.pop()
    if (before === undefined || isIP(before) === 0) break
    client = before
  }
  return isIPv6(client) ? networkOf(client) : client
}

/** Without a port, brackets or the prefix of an IPv4 address in IPv6. */
function plain(written: string): string {
  const text = written.trim().replace(/^\[(.*)\](?::\d+)?$/u, '$1')
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/iu.exec(text)?.[1]
  return v4 ?? text
}

/** The first four groups of an IPv6 address. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? []
  const groups = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - groups.length - last.length
  const all = [...groups, ...Array<string>(Math.max(0, zeros)).fill('0'), ...last]
  const network = all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${network.join(':')}::/64`
}
