import { z } from 'zod'
import { storableText } from '#model/input.ts'

/** Where a comment stands, as a caller says it: nothing for the whole document. */
export const anchorSchema = z.strictObject({
  /** A section, by the id of its row or its index. */
  section: z.union([storableText(100), z.int().min(0)]).optional(),
  /** A field: `intro`, `headline`, `kicker`; within a section `heading` or `body`. */
  field: storableText(100).optional(),
  /** The words it is about, as they stand in the text, with some of what is around them. */
  quote: storableText(5000).optional(),
  prefix: storableText(500).optional(),
  suffix: storableText(500).optional(),
})
