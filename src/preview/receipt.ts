import type { Receipt } from '#read-model/shapes.ts'

/** What stands in the place of a receipt while nothing has been approved. */
export function draftReceipt({ digest, moment }: { digest: string; moment: string }): Receipt {
  return {
    digest,
    publishedAt: moment,
    firstPublishedAt: moment,
    approvals: [],
    signOffs: [],
    checks: [],
    reference: null,
    log: null,
  }
}
