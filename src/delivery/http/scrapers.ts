import type { IncomingMessage } from 'node:http'
import { BlockList, isIPv6 } from 'node:net'
import { isSameSecret } from '#model/same-secret.ts'

/**
 * Says whether whoever sends this request may read the metrics: with a token, whoever has it; without
 * one (null), a program on this machine that asks by itself. A proxy on this machine passes on what
 * others ask, so that what one has passed on does not count as asked from here.
 */
export function mayScrape(request: IncomingMessage, token: string | null): boolean {
  if (token === null) return isLoopback(request.socket.remoteAddress) && !isPassedOn(request)
  const [, given = ''] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? []
  return isSameSecret(given, token)
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && loopback.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

const headersOfProxies = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

function isPassedOn({ headers }: IncomingMessage): boolean {
  return headersOfProxies.some((name) => headers[name] !== undefined)
}
