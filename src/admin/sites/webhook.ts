import type { Webhook } from '#publishing/webhooks/webhooks.ts'

/** The last failure of a webhook, as long as nothing was delivered after it. */
export function currentFailure({
  lastSuccessAt,
  lastFailure,
}: Pick<Webhook, 'lastSuccessAt' | 'lastFailure'>): Webhook['lastFailure'] {
  if (lastFailure === null || lastSuccessAt === null) return lastFailure
  return Date.parse(lastFailure.at) > Date.parse(lastSuccessAt) ? lastFailure : null
}
