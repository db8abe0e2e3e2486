import { deleteTexts } from '#editorial/texts-by-digest.ts'
import type { Forget } from '#database/delete-rows.ts'
import { deletePreviews } from '#preview/tokens.ts'
import { deleteComments } from '#review/comments/comments.ts'
import { endLinksTo } from '#review/experts/end.ts'
import { deleteExpertReview } from '#review/experts/links.ts'
import { deleteAssignment } from '#workflow/facts/assignments.ts'
import { deleteClaim } from '#workflow/facts/claims.ts'
import { deletePlans } from '#workflow/facts/plans.ts'

/** What belongs to a text where it stands, and is over as soon as it is deleted. */
export const forgetPresent: readonly Forget[] = [
  deletePlans,
  deleteClaim,
  deletePreviews,
  endLinksTo,
]

/**
 * What was written and said: it comes back with a text that comes back. Comments go before the links that
 * some came through.
 */
export const forgetPast: readonly Forget[] = [
  deleteComments,
  ...deleteExpertReview,
  deleteAssignment,
  ...deleteTexts,
]
