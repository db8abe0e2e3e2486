import { threadsOf } from '#threads/threads.ts'
import type { Document } from '../kinds/field.ts'
import { isLarge } from '../size.ts'
import type { Difference } from './change.ts'
import { findDifference } from './find-difference.ts'
import type * as tasks from './thread.ts'

/** In milliseconds; of the largest texts it takes a second or two. */
const patience = 20_000

const threads = threadsOf<typeof tasks>('src/portrait/difference/open-thread.mjs', patience)

/**
 * `findDifference`, that of large texts in a thread.
 *
 * @throws TookTooLong
 */
export async function compareTexts(from: Document | null, to: Document): Promise<Difference> {
  const isOne = isLarge(to) || (from !== null && isLarge(from))
  return isOne ? threads.run('difference', { from, to }) : findDifference(from, to)
}
