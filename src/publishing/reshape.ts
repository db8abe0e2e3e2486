import { and, asc, eq, gt, isNotNull, isNull, lt, sql, type SQL } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { createLocalReq, type Payload } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import { deliveryReshapes } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { shapeVersion } from './shape-version.ts'
import { documents, releases } from '#read-model/tables.ts'

// A release of the product that delivers more, or renders otherwise, finds a stock of texts in an older
// shape. Sites read them as they are; the worker writes them anew, one after the other. That is no news
// of any text: the feed says once, at the end, that the whole stock lies there in another shape.

/** Notes that texts are on their way into today's shape, so that the feed says so when all have got there. */
export async function startReshape(db: Sql): Promise<void> {
  await db
    .insert(deliveryReshapes)
    .values({ shape: shapeVersion })
    .onConflictDoUpdate({
      target: deliveryReshapes.shape,
      set: { startedAt: sql`clock_timestamp()`, finishedAt: sql`NULL` },
      setWhere: isNotNull(deliveryReshapes.finishedAt),
    })
}

/** Notes, once, that all there is lies there in today's shape: from now on another one is news of somebody's. */
export async function noteShape(db: Sql): Promise<void> {
  await db
    .insert(deliveryReshapes)
    .values({ shape: shapeVersion, finishedAt: sql`clock_timestamp()` })
    .onConflictDoNothing()
}

/**
 * The next live texts in another shape than today's, in the order of their ids. With an index, whether
 * or not there are any.
 */
export async function findOtherShapes(
  db: Sql,
  after: string,
  limit: number,
): Promise<{ id: string; collection: string }[]> {
  const { id, collection, shape } = documents
  const where = (isOther: SQL) =>
    db
      .select({ id, collection })
      .from(documents)
      .where(and(isOther, gt(id, after)))
  return unionAll(
    where(isNull(shape)),
    where(lt(shape, shapeVersion)),
    where(gt(shape, shapeVersion)),
  )
    .orderBy(asc(id))
    .limit(limit)
}

/**
 * Says in the feed that the whole stock lies there in today's shape, once, when no text is left in
 * another one. Says whether it has said so now.
 */
export async function finishReshape(payload: Payload): Promise<boolean> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    const finished = await db
      .update(deliveryReshapes)
      .set({ finishedAt: sql`clock_timestamp()` })
      .where(and(eq(deliveryReshapes.shape, shapeVersion), isNull(deliveryReshapes.finishedAt)))
      .returning({ shape: deliveryReshapes.shape })
    if (finished.length === 0) return false
    await db.insert(releases).values({ sites: [], sitesBefore: [], reason: 'reshaped' })
    return true
  })
}
