import { letPagesTakeTurns } from '#door/pages-in-turns.ts'
import { readEnvironment } from '#server/configuration/environment.ts'
import { trustedProxiesOf } from '#server/configuration/proxies.ts'

/** What Next does before it answers anybody. */
export function register(): void {
  const environment = readEnvironment()
  letPagesTakeTurns({
    secret: environment.PAYLOAD_SECRET ?? '',
    serverURL: environment.CMS_URL ?? '',
    cookiePrefix: 'payload',
    custom: { trustedProxies: trustedProxiesOf(environment) },
  })
}
