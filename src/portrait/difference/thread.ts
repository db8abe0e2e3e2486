import type { Document } from '../kinds/field.ts'
import type { Difference } from './change.ts'
import { findDifference } from './find-difference.ts'

// What a thread of its own does for whoever compares large texts: see in-thread.ts.

/** See `findDifference`. */
export function difference({ from, to }: { from: Document | null; to: Document }): Difference {
  return findDifference(from, to)
}
