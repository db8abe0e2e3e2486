import type { PayloadRequest } from 'payload'
import type { AppendedEvent } from '../audit/events.ts'
import type { Subscriber } from '../audit/subscribers.ts'
import { releaseClaim } from './claims.ts'

/** A claim to review ends with the review, however that ends. */
export const endClaims: Subscriber = { name: 'claims', hear: endClaimOfReviewed }

async function endClaimOfReviewed(
  req: PayloadRequest,
  { id, from, to }: AppendedEvent,
): Promise<void> {
  const isReviewOver = from === 'in_review' && typeof to === 'string' && to !== 'in_review'
  if (isReviewOver) await releaseClaim(req, id)
}
