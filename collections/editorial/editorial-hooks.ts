import type { CollectionConfig } from 'payload'
import { endLinksOfOtherTexts } from '#review/experts/end.ts'
import { forgetDeleted, putIntoTrash } from '#trash/put.ts'
import { workflowGuard } from '#workflow/guard.ts'

/**
 * What happens around every operation on an editorial document: the guard first, then what follows
 * from a text for the rooms that keep something of it.
 */
export const editorialHooks = {
  ...workflowGuard,
  afterChange: [...workflowGuard.afterChange, endLinksOfOtherTexts],
  beforeDelete: [...workflowGuard.beforeDelete, putIntoTrash],
  afterDelete: [...workflowGuard.afterDelete, forgetDeleted],
} satisfies CollectionConfig['hooks']
