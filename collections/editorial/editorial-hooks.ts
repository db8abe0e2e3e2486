import type { CollectionConfig } from 'payload'
import { deleteAssignment } from '#workflow/facts/assignments.ts'
import { deleteClaim } from '#workflow/facts/claims.ts'
import { deleteComments } from '#review/comments/comments.ts'
import { endLinksOfOtherTexts } from '#review/experts/end.ts'
import { deleteExpertReview } from '#review/experts/links.ts'
import { deletePreviews } from '#preview/tokens.ts'
import { workflowGuard } from '#workflow/guard.ts'
import { deleteState } from '#editorial/state.ts'
import { deletePlans } from '#workflow/facts/plans.ts'
import { deleteTexts } from '#editorial/texts-by-digest.ts'

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
    deleteComments,
    ...deleteExpertReview,
    deletePreviews,
    deletePlans,
    deleteAssignment,
    deleteClaim,
    ...deleteTexts,
    deleteState,
  ],
} satisfies CollectionConfig['hooks']
