import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import type { Query } from '#read-model/query.ts'

/** Runs statements of the read model in the request's own transaction. */
export function queryIn(req: PayloadRequest): Query {
  return (text, values = []) => {
    const parts = text.split(/\$(\d+)/)
    return query(
      req,
      sql.join(
        parts.map((part, index) =>
          index % 2 === 0 ? sql.raw(part) : sql`${sql.param(values[Number(part) - 1])}`,
        ),
      ),
    )
  }
}
