import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { inTransaction } from '#database/transaction.ts'
import { lockState, readState } from '#editorial/state.ts'
import { isEditorialCollection } from '#model/documents.ts'
import type { AppendedEvent } from '#record/events.ts'
import type { Subscriber } from '#record/subscribers.ts'
import { loadCircumstances } from '#workflow/circumstances.ts'
import { findClaimed, releaseClaim } from '#workflow/facts/claims.ts'

/**
 * A claim to review ends with the review, however that ends, and when whoever made it could not approve
 * the text any more. The lists of the newsroom show what is stored; what holds somebody up is asked anew
 * each time (workflow/standing-claim.ts).
 */
export const endClaims: Subscriber = { name: 'claims', handle: endClaimsAfter }

/** What changes who may review what: accounts, desks, and who stands in for whom. */
const changesOfRights = {
  account: ['changePermissions', 'deactivate', 'deleteAccount', 'endDelegation'],
  setting: ['changeDesk', 'deleteDesk'],
}

/** What changes who may review one text. */
const changesOfTexts = ['assign', 'changeAuthor']

async function endClaimsAfter(req: PayloadRequest, event: AppendedEvent): Promise<void> {
  const { kind, collection, id, transition, from, to } = event
  const isReviewOver = from === 'in_review' && typeof to === 'string' && to !== 'in_review'
  if (isReviewOver) {
    await releaseClaim(req, id)
  } else if (isEditorialCollection(collection)) {
    // A date that has passed changes nobody's right, and its chain is locked already.
    if (kind === 'workflow' || (kind === 'assignment' && changesOfTexts.includes(transition))) {
      if ((await findClaimed(req)).includes(id)) await endUnlessItHolds(req, id)
    }
  } else if (
    (kind === 'account' || kind === 'setting') &&
    changesOfRights[kind].includes(transition)
  ) {
    for (const document of await findThatHoldNobody(req)) await endUnlessItHolds(req, document)
  }
}

/** Ends what only time has ended: of who stood in for somebody, up to the end of that. One at a time. */
export async function endLapsedClaims(payload: Payload): Promise<void> {
  const req = await createLocalReq({}, payload)
  for (const document of await findThatHoldNobody(req)) {
    const own = await createLocalReq({}, payload)
    await inTransaction(own, () => endUnlessItHolds(own, document))
  }
}

/** Judged without a lock: a text that somebody is really reviewing waits for nothing. */
async function findThatHoldNobody(req: PayloadRequest): Promise<string[]> {
  const idle: string[] = []
  for (const document of await findClaimed(req)) {
    const state = await readState(req, document)
    if (!state || !(await loadCircumstances(req, state)).claim) idle.push(document)
  }
  return idle
}

async function endUnlessItHolds(req: PayloadRequest, document: string): Promise<void> {
  // As a step does: whoever locks the text first and then the claim would else wait for this, and this for them.
  const state = await lockState(req, document)
  const claim = state ? (await loadCircumstances(req, state)).claim : null
  if (!claim) await releaseClaim(req, document)
}
