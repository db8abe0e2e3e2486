import type { Environment } from './environment.ts'
import { withoutTrailingSlash } from '#model/trailing-slash.ts'

/**
 * Where people sign in: the address that the environment names, or the one on this machine. Never what
 * a request calls itself: a link in a mail would lead wherever its sender likes.
 */
export function authoringOriginOf({
  CMS_URL,
  CMS_PORT,
}: Pick<Environment, 'CMS_URL' | 'CMS_PORT'>): string {
  return withoutTrailingSlash(CMS_URL ?? `http://localhost:${String(CMS_PORT)}`)
}

/** Where sites read: the address that they are told, or the one on this machine. */
export function deliveryOriginOf({
  DELIVERY_URL,
  DELIVERY_PORT,
  DELIVERY_HOST,
  CMS_HOST,
}: Pick<Environment, 'DELIVERY_URL' | 'DELIVERY_PORT' | 'DELIVERY_HOST' | 'CMS_HOST'>): string {
  if (DELIVERY_URL !== undefined) return withoutTrailingSlash(DELIVERY_URL)
  const host = DELIVERY_HOST ?? CMS_HOST
  // What listens on every address is called on this machine's own.
  const own = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  return `http://${own.includes(':') ? `[${own}]` : own}:${String(DELIVERY_PORT)}`
}
