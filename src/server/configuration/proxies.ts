import type { Environment } from './environment.ts'

/**
 * Which proxies are believed when they say whom they speak for, as `readTrustedProxies` takes it: those that
 * are listed; where none are, and the address of the CMS is https, one on this machine: somebody has to
 * speak https for us.
 */
export function trustedProxiesOf({
  TRUSTED_PROXIES,
  CMS_URL,
}: Pick<Environment, 'TRUSTED_PROXIES' | 'CMS_URL'>): string {
  const isBehindProxy = CMS_URL?.startsWith('https:') === true
  return TRUSTED_PROXIES ?? (isBehindProxy ? '127.0.0.0/8, ::1' : '')
}
