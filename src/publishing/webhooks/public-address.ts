import { BlockList, isIP } from 'node:net'

/** IPv4 blocks that are not globally reachable (IANA, IPv4 special-purpose registry), and multicast. */
const closedBlocks = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** Within IPv6's global unicast space 2000::/3: protocols and tunnels (Teredo, 6to4), documentation. */
const closedWithinGlobal = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

/**
 * Names that no public name server answers for: those of RFC 6761, 6762 and 8375, `internal`, which ICANN keeps
 * for private use, and what routers and offices call their own networks.
 */
const closedNames = [
  'localhost',
  'localdomain',
  'local',
  'internal',
  'intranet',
  'private',
  'corp',
  'home',
  'home.arpa',
  'lan',
]

const closed = new BlockList()
for (const [network, prefix] of closedBlocks) closed.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of closedWithinGlobal) closed.addSubnet(network, prefix, 'ipv6')
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')

/**
 * Says whether an IP address is one of the public Internet. Private, loopback, link-local, shared,
 * multicast, reserved and documentation addresses are not, nor are IPv4 addresses within IPv6 ones
 * (mapped, NAT64, 6to4): they lead to where IPv4 would. What is no address is none.
 */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !closed.check(address, 'ipv4')
    case 6:
      return (
        !address.includes('%') &&
        globalUnicast.check(address, 'ipv6') &&
        !closed.check(address, 'ipv6')
      )
    default:
      return false
  }
}

/**
 * Says whether a host's name can be one of the public Internet: it has a dot within, and does not end as only
 * names of a house or of this machine do. Where it leads is judged by its addresses.
 *
 * @param name in small letters, without a dot at its end
 */
export function isPublicName(name: string): boolean {
  return name.includes('.') && !closedNames.some((closedName) => name.endsWith(`.${closedName}`))
}
