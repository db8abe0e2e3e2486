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

/** Rows of a slice that could not be compared: one of them cannot be read, or the database was gone. */
export class RowsUnreadable extends Error {
  override readonly name = 'RowsUnreadable'
  readonly rows: readonly string[]
  readonly where: string

  constructor(rows: readonly string[], where: string, cause: unknown) {
    super('Rows of what sites read cannot be compared.', { cause })
    this.rows = rows
    this.where = where
  }
}

/**
 * The slice that comes of comparing rows; fewer than were asked for are the last ones.
 *
 * @param of `ids`: the rows, in their order; `most`: how many were asked for; `where`: what a row is called
 * @throws RowsUnreadable with whatever the comparison throws
 */
export async function sliceOf(
  of: { ids: readonly string[]; most: number; where: (id: string) => string },
  compare: () => AuditProblem[] | Promise<AuditProblem[]>,
): Promise<Slice> {
  const { ids, most, where } = of
  const last = ids.at(-1)
  try {
    const problems = await compare()
    return { problems, rows: ids.length, last: ids.length < most ? null : (last ?? null) }
  } catch (cause) {
    throw new RowsUnreadable(ids, where(last ?? ''), cause)
  }
}

const longestReason = 200

/** The slice of one row that cannot be read, which is a fault of its own: the rows after it have their turn. */
export function unreadableSlice({ rows, where, cause }: RowsUnreadable): Slice {
  let reason: unknown = cause
  while (reason instanceof Error && reason.cause !== undefined) reason = reason.cause
  const words = (reason instanceof Error ? reason.message : String(reason)).slice(0, longestReason)
  const problem = `It cannot be read: ${words}`
  return { problems: [{ where, problem }], rows: rows.length, last: rows.at(-1) ?? null }
}
