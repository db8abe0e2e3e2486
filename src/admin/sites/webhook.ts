/** A webhook as the API tells it. */
export interface SiteWebhook {
  id: string
  url: string
  isActive: boolean
  pending: number
  dead: number
  lastSuccessAt: string | null
  lastFailure: { at: string; error: string } | null
  oldSecretsEndAt: string | null
}

/** The last failure of a webhook, as long as nothing was delivered after it. */
export function currentFailure({
  lastSuccessAt,
  lastFailure,
}: Pick<SiteWebhook, 'lastSuccessAt' | 'lastFailure'>): SiteWebhook['lastFailure'] {
  if (lastFailure === null || lastSuccessAt === null) return lastFailure
  return Date.parse(lastFailure.at) > Date.parse(lastSuccessAt) ? lastFailure : null
}
