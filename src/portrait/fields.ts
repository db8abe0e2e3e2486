import type { PortraitFields } from './kinds/field.ts'
import { aboutFields } from './fields/about.ts'
import { addressFields } from './fields/address.ts'
import { articleFields } from './fields/article.ts'
import { detailFields } from './fields/details.ts'

/**
 * The registry: every editorial field once, in the order of the form, in chapters. What follows from it,
 * from the form to the digest, from the review to the API, stands in this folder and names no field. How
 * to add one: docs/recipes/add-a-field.md.
 */
export const portraitFields = {
  ...addressFields,
  ...articleFields,
  ...detailFields,
  ...aboutFields,
} as const satisfies PortraitFields
