import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Payload } from 'payload'
import { sqlIn } from './sql.ts'

/** What is asked now, by the product that asks. */
const asked = new WeakMap<Payload, Promise<boolean>>()

/**
 * Whether the database answers the shortest question over the connections of this process, in some milliseconds.
 * Whoever asks meanwhile has the same answer: who only asks takes no connection from those who work.
 */
export function doesDatabaseAnswer(
  { payload }: { payload: Payload },
  patience = 3000,
): Promise<boolean> {
  const answer =
    asked.get(payload) ??
    Promise.race([ask(payload), wait(patience, false, { ref: false })]).finally(() =>
      asked.delete(payload),
    )
  asked.set(payload, answer)
  return answer
}

function ask(payload: Payload): Promise<boolean> {
  return sqlIn({ payload })
    .then((db) => db.select({ one: sql<number>`1` }).from(sql`(SELECT) AS nothing`))
    .then(
      () => true,
      () => false,
    )
}
