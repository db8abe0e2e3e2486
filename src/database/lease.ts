import { and, eq, gt, isNull, lte, or, type SQL, type SQLWrapper } from 'drizzle-orm'

// A lease: a row of an outbox that one sender has for itself until a moment, committed before it sends.
// After a crash the row waits for the end of its lease, and is somebody else's then.

/** What an outbox has for it: `pending` as a status, when it is due, and whose it is until when. */
export interface LeasedColumns {
  status: SQLWrapper
  nextAttemptAt: SQLWrapper
  leasedUntil: SQLWrapper
}

/** It is to be sent, and its time has come. */
export function isDue({ status, nextAttemptAt }: LeasedColumns, now: string): SQL | undefined {
  return and(eq(status, 'pending'), lte(nextAttemptAt, now))
}

/** Nobody is sending it. */
export function isFree(
  { leasedUntil }: Pick<LeasedColumns, 'leasedUntil'>,
  now: string,
): SQL | undefined {
  return or(isNull(leasedUntil), lte(leasedUntil, now))
}

/** Somebody is sending it. */
export function isLeased({ status, leasedUntil }: LeasedColumns, now: string): SQL | undefined {
  return and(eq(status, 'pending'), gt(leasedUntil, now))
}

/** It still belongs to the sender who has leased it: a lease that has ended settles nothing. */
export function isStillLeased(
  { status, leasedUntil }: LeasedColumns,
  until: string,
): SQL | undefined {
  return and(eq(status, 'pending'), eq(leasedUntil, until))
}

/** When a lease ends that begins now. @param length milliseconds, longer than an attempt may take */
export function endOfLease(now: Date, length: number): string {
  return new Date(now.getTime() + length).toISOString()
}
