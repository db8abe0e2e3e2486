import type { PayloadRequest } from 'payload'
import type { AddressOnRecord } from '#record/address-on-record.ts'

/** What is done to a webhook, apart from sending. `stopWebhook`: its receiver said that it is gone. */
export type WebhookAction =
  'makeWebhook' | 'changeWebhook' | 'removeWebhook' | 'makeWebhookSecret' | 'stopWebhook'

/** What of a webhook goes on record. */
export interface RecordedWebhook extends AddressOnRecord {
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
