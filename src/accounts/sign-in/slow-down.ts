import { and, eq, gt, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import type { Sql } from '#database/sql.ts'
import { signInAttempts as attempts } from '#database/tables.ts'
import { TooManyAttempts } from '#model/errors.ts'

// Whoever guesses has to wait longer and longer; nobody is locked out. An attempt is counted before it is
// judged, in one statement, so that many at once cannot race past the limit; whoever is right has it
// taken off again.

/** How attempts under one key slow down. */
export interface Pace {
  /** Wrong ones that need no waiting. */
  free: number
  /** The longest wait, in seconds. It doubles from one second with each wrong one. */
  longest: number
}

/** After so long without another attempt nothing of the old ones counts (seconds). */
const memory = 3600

/**
 * Counts an attempt, unless the key has to wait. @throws TooManyAttempts 429 with the seconds to wait
 */
export async function countAttempt(db: Sql, key: string, pace: Pace): Promise<void> {
  const [counted] = await db
    .insert(attempts)
    .values({ key, failures: 1 })
    .onConflictDoUpdate({
      target: attempts.key,
      set: {
        failures: sql`CASE WHEN ${isForgotten()} THEN 1 ELSE ${attempts.failures} + 1 END`,
        lastAt: sql`clock_timestamp()`,
      },
      setWhere: sql`${isForgotten()} OR ${attempts.lastAt} + ${waitInSql(pace)} <= clock_timestamp()`,
    })
    .returning({ failures: attempts.failures })
  if (counted) return
  throw new TooManyAttempts(await secondsToWait(db, key, pace))
}

/** Counts what is only watched: nobody waits for this key. */
export async function countOnly(db: Sql, key: string): Promise<void> {
  await countAttempt(db, key, { free: 2 ** 30, longest: 0 })
}

/** The wrong attempts under a key that still count. */
export async function failuresOf(db: Sql, key: string): Promise<number> {
  const [row] = await db
    .select({ failures: attempts.failures })
    .from(attempts)
    .where(and(eq(attempts.key, key), sql`NOT ${isForgotten()}`))
  return row?.failures ?? 0
}

/** Takes one attempt off again: it was right. */
export async function takeOff(db: Sql, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await db
    .update(attempts)
    .set({ failures: sql`${attempts.failures} - 1` })
    .where(and(inArray(attempts.key, [...keys]), gt(attempts.failures, 0)))
}

/** Forgets all attempts under a key. */
export async function forgetAttempts(db: Sql, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await db.delete(attempts).where(inArray(attempts.key, [...keys]))
}

/** Deletes what counts no more. Gives how many rows that were. */
export async function deleteOldAttempts(db: Sql): Promise<number> {
  const gone = await db
    .delete(attempts)
    .where(or(isForgotten(), lt(attempts.failures, 1)))
    .returning({ key: attempts.key })
  return gone.length
}

function isForgotten(): SQL {
  return sql`(${attempts.lastAt} < clock_timestamp() - make_interval(secs => ${memory}))`
}

/** How long after the last attempt the next one is taken. */
function waitInSql({ free, longest }: Pace): SQL {
  const { failures } = attempts
  return sql`make_interval(secs => CASE WHEN ${failures} < ${free} THEN 0
    ELSE least(${longest}, power(2, least(${failures} - ${free}, 30))) END)`
}

async function secondsToWait(db: Sql, key: string, pace: Pace): Promise<number> {
  const [row] = await db
    .select({
      seconds: sql<number>`extract(epoch FROM ${attempts.lastAt} + ${waitInSql(pace)} - clock_timestamp())::float`,
    })
    .from(attempts)
    .where(eq(attempts.key, key))
  return Math.max(1, Math.ceil(row?.seconds ?? 1))
}
