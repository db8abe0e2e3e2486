import { createLocalReq, type Payload } from 'payload'
import { inTransaction } from '#database/transaction.ts'
import { shapeVersion } from '#portrait/shape-version.ts'
import type { Query } from '#read-model/query.ts'
import { queryIn } from './query.ts'

// A release of the product that delivers more, or renders otherwise, finds a stock of texts in an older
// shape. Sites read them as they are; the worker writes them anew, one after the other. That is no news
// of any text: the feed says once, at the end, that the whole stock lies there in another shape.

/** Notes that texts are on their way into today's shape, so that the feed says so when all have got there. */
export async function startReshape(query: Query): Promise<void> {
  await query(
    `INSERT INTO delivery_reshapes AS r (shape) VALUES ($1) ON CONFLICT (shape) DO UPDATE
       SET started_at = clock_timestamp(), finished_at = NULL WHERE r.finished_at IS NOT NULL`,
    [shapeVersion],
  )
}

/**
 * The next live texts in another shape than today's, in the order of their ids. With an index, whether
 * or not there are any.
 */
export async function findOtherShapes(
  query: Query,
  after: string,
  limit: number,
): Promise<{ id: string; collection: string }[]> {
  const rows = await query(
    `SELECT id, collection FROM (
       SELECT id, collection FROM delivery.documents WHERE shape IS NULL AND id > $2::uuid
       UNION ALL
       SELECT id, collection FROM delivery.documents WHERE shape < $1 AND id > $2::uuid
       UNION ALL
       SELECT id, collection FROM delivery.documents WHERE shape > $1 AND id > $2::uuid
     ) d ORDER BY id LIMIT $3`,
    [shapeVersion, after, limit],
  )
  return rows.map(({ id, collection }) => ({ id: String(id), collection: String(collection) }))
}

/**
 * Says in the feed that the whole stock lies there in today's shape, once, when no text is left in
 * another one. Says whether it has said so now.
 */
export async function finishReshape(payload: Payload): Promise<boolean> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    const query = queryIn(req)
    const finished = await query(
      `UPDATE delivery_reshapes SET finished_at = clock_timestamp()
       WHERE shape = $1 AND finished_at IS NULL RETURNING shape`,
      [shapeVersion],
    )
    if (finished.length === 0) return false
    await query(
      `INSERT INTO delivery.releases (sites, sites_before, reason) VALUES ('{}', '{}', 'reshaped')`,
    )
    return true
  })
}
