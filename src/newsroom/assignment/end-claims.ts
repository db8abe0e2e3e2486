import type { PayloadRequest } from 'payload'
import type { AppendedEvent } from '#record/events.ts'
import type { Subscriber } from '#record/subscribers.ts'
import { releaseClaim } from '#workflow/facts/claims.ts'

/** A claim to review ends with the review, however that ends. */
export const endClaims: Subscriber = { name: 'claims', handle: endClaimOfReviewed }

async function endClaimOfReviewed(
  req: PayloadRequest,
  { id, from, to }: AppendedEvent,
): Promise<void> {
  const isReviewOver = from === 'in_review' && typeof to === 'string' && to !== 'in_review'
  if (isReviewOver) await releaseClaim(req, id)
}
