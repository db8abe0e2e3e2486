import type { Environment } from './environment.ts'

/** Where sites read: the address that they are told, or the one on this machine. */
export function deliveryOriginOf({
  DELIVERY_URL,
  DELIVERY_PORT,
  DELIVERY_HOST,
  CMS_HOST,
}: Pick<Environment, 'DELIVERY_URL' | 'DELIVERY_PORT' | 'DELIVERY_HOST' | 'CMS_HOST'>): string {
  if (DELIVERY_URL !== undefined) return DELIVERY_URL.replace(/\/+$/u, '')
  const host = DELIVERY_HOST ?? CMS_HOST
  // What listens on every address is called on this machine's own.
  const own = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  return `http://${own.includes(':') ? `[${own}]` : own}:${String(DELIVERY_PORT)}`
}
