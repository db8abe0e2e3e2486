import type { PayloadRequest } from 'payload'
import type { AuditProblem } from './verify.ts'

/** What comes of comparing some rows, one after the other in a fixed order. */
export interface Slice {
  problems: AuditProblem[]
  /** How many rows were looked at. */
  rows: number
  /** The last of them, to go on after it; null: there are no more. */
  last: string | null
}

/** Compares the next rows of one part, at most so many, after one that was looked at last. Reads only. */
export type Compare = (req: PayloadRequest, after: string | null, most: number) => Promise<Slice>

/** Names the columns of a row that differ; nothing where none does. */
export function differs(
  where: string,
  columns: readonly string[],
  problem: string,
): AuditProblem[] {
  return columns.length === 0 ? [] : [{ where, problem: `${problem}: ${columns.join(', ')}.` }]
}
