import type { CollectionConfig } from 'payload'
import { forgetAssignment } from '#workflow/facts/assignments.ts'
import { forgetClaim } from '#workflow/facts/claims.ts'
import { forgetComments } from '#review/comments/comments.ts'
import { endLinksOfOtherTexts } from '#review/experts/end.ts'
import { forgetExpertReview } from '#review/experts/links.ts'
import { workflowGuard } from '#workflow/guard.ts'
import { forgetState } from '#editorial/state.ts'
import { forgetPlans } from '#workflow/facts/plans.ts'
import { forgetTexts } from '#editorial/texts.ts'

/**
 * What happens around every operation on an editorial document: the guard first, then what follows
 * from a text for the rooms that keep something of it. Of a document that is deleted each forgets its
 * own, comments before the links that some came through, and the state last.
 */
export const editorialHooks = {
  ...workflowGuard,
  afterChange: [...workflowGuard.afterChange, endLinksOfOtherTexts],
  afterDelete: [
    ...workflowGuard.afterDelete,
    forgetComments,
    ...forgetExpertReview,
    forgetPlans,
    forgetAssignment,
    forgetClaim,
    ...forgetTexts,
    forgetState,
  ],
} satisfies CollectionConfig['hooks']
