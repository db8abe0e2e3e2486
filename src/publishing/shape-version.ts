import { createHash } from 'node:crypto'
import { namedShapes, StoredText } from '#portrait/delivered.ts'

/** Raised by hand when the same text is rendered otherwise, so that what lies there is written anew. */
const rendering = 3

/**
 * Names the shape of what the read model holds of a text (16 hex digits). A row of another one is read as
 * it is, and written anew by the worker.
 */
export const shapeVersion = createHash('sha256')
  .update(JSON.stringify([rendering, StoredText, namedShapes]))
  .digest('hex')
  .slice(0, 16)
