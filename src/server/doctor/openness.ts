import type { Environment } from '../configuration/environment.ts'
import { isElsewhere, isLoopback } from './addresses.ts'
import { ill, well, worthKnowing, type Diagnosis } from './diagnosis.ts'

/** What is open to others by settings that are meant for a trial, or for a network of one's own. */
export function* examineOpenness(
  environment: Environment,
  { isEmbedded }: { isEmbedded: boolean },
): Generator<Diagnosis> {
  const { CMS_HOST, CMS_URL, DELIVERY_HOST = CMS_HOST, DELIVERY_URL, OIDC_ISSUER } = environment
  const reachesCms = !isLoopback(CMS_HOST) || isElsewhere(CMS_URL)
  const reachesDelivery = !isLoopback(DELIVERY_HOST) || isElsewhere(DELIVERY_URL)
  const hasDemo = (environment.DEMO ?? (isEmbedded ? 'on' : 'off')) === 'on'
  if (hasDemo) yield examineDemo(reachesCms || reachesDelivery)
  if (environment.WEBHOOKS_ALLOW_PRIVATE === 'on') {
    yield worthKnowing(
      'addresses of webhooks',
      'may be such as only this network reaches',
      'Whoever administrates can have messages sent to machines behind your firewall. Set WEBHOOKS_ALLOW_PRIVATE to off, unless that is meant.',
    )
  }
  if (reachesDelivery && environment.DELIVERY_INTROSPECTION === 'on') {
    yield worthKnowing(
      'introspection',
      'whoever reaches the delivery plane reads the schema of its GraphQL',
      'Nothing secret is in it; DELIVERY_INTROSPECTION=off hides it.',
    )
  }
  const isTrial = environment.DEMO === 'on' || isEmbedded
  const limit = environment.DELIVERY_RATE_LIMIT ?? (isTrial ? 0 : undefined)
  if (reachesDelivery && limit === 0) {
    yield ill(
      'rate limit',
      'the delivery plane answers anybody as often as they ask',
      'Set DELIVERY_RATE_LIMIT to what one key or address may ask in a minute, such as 60000.',
    )
  }
  for (const [name, url] of Object.entries({ DELIVERY_URL, OIDC_ISSUER })) {
    if (url?.startsWith('http:') !== true || !isElsewhere(url)) continue
    yield ill(
      name,
      `${url} is no https`,
      'What is sent there can be read and changed on the way: put https before it.',
    )
  }
}

function examineDemo(isReached: boolean): Diagnosis {
  return isReached
    ? ill(
        'demo',
        'is on, and others reach this installation',
        'Its accounts have one password, administrators among them. Set DEMO to off, and deactivate them.',
      )
    : well('demo', 'is on, for this machine alone')
}
