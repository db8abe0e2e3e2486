import type { CollectionConfig } from 'payload'
import { forgetAssignment } from '#workflow/assignment/assignments.ts'
import { forgetClaim } from '#workflow/assignment/claims.ts'
import { forgetComments } from '#workflow/conversation/comments.ts'
import { endLinksOfOtherTexts } from '#workflow/expert/end.ts'
import { forgetExpertReview } from '#workflow/expert/links.ts'
import { workflowGuard } from '#workflow/guard.ts'
import { forgetState } from '#workflow/state.ts'
import { forgetPlans } from '#workflow/scheduling/plans.ts'
import { forgetTexts } from '#workflow/texts.ts'

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
