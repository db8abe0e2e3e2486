import type { PayloadRequest } from 'payload'

/** What is done to a webhook, apart from sending. `stopWebhook`: its receiver said that it is gone. */
export type WebhookAction =
  'makeWebhook' | 'changeWebhook' | 'removeWebhook' | 'makeWebhookSecret' | 'stopWebhook'

/**
 * What of a webhook goes on record: of its address only the host, since receivers are known to put a
 * secret into the path.
 */
export interface RecordedWebhook {
  origin: string
  isActive: boolean
}

/** Puts on record that a webhook was made, changed or removed, in the transaction that does so. */
export type RecordWebhook = (
  req: PayloadRequest,
  change: {
    site: string
    webhook: string
    action: WebhookAction
    before?: RecordedWebhook
    after?: RecordedWebhook
  },
) => Promise<void>
