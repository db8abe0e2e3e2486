import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { sqlIn } from './sql.ts'

/** Whether the database answers the shortest question over the connections of this process, in some milliseconds. */
export async function doesDatabaseAnswer(
  req: Parameters<typeof sqlIn>[0],
  patience = 3000,
): Promise<boolean> {
  const asked = sqlIn(req)
    .then((db) => db.select({ one: sql<number>`1` }).from(sql`(SELECT) AS nothing`))
    .then(
      () => true,
      () => false,
    )
  return Promise.race([asked, wait(patience, false, { ref: false })])
}
