import type pg from 'pg'
import type { Payload } from 'payload'
import { isRecord } from '#model/documents.ts'

/** A statement as it went to PostgreSQL. */
export interface Statement {
  text: string
  values: unknown[]
}

/** Does something and gives every statement that Payload's pool sent to PostgreSQL meanwhile. */
export async function statementsOf(
  { db }: Payload,
  work: () => Promise<unknown>,
): Promise<Statement[]> {
  const seen: Statement[] = []
  const { prototype } = poolOf(db).Client
  const query: unknown = Reflect.get(prototype, 'query')
  if (typeof query !== 'function') throw new Error('The client asks in another way.')
  const recording = function (this: pg.Client, ...args: unknown[]) {
    const [asked, values] = args
    const text = typeof asked === 'string' ? asked : isRecord(asked) ? asked.text : undefined
    const own = isRecord(asked) && Array.isArray(asked.values) ? asked.values : values
    if (typeof text === 'string') seen.push({ text, values: Array.isArray(own) ? own : [] })
    return Reflect.apply(query, this, args) as unknown
  }
  Reflect.set(prototype, 'query', recording)
  try {
    await work()
  } finally {
    Reflect.set(prototype, 'query', query)
  }
  return seen
}

function poolOf(db: object): { Client: typeof pg.Client } {
  const pool: unknown = Reflect.get(db, 'pool')
  if (typeof pool !== 'object' || pool === null || !('Client' in pool)) throw new Error('No pool.')
  return pool as { Client: typeof pg.Client }
}

/** The tables that a statement reads from the first row to the last, and how many rows they have. */
export async function scannedTables(
  client: pg.Client,
  { text, values }: Statement,
): Promise<string[]> {
  if (!/^\s*(?:select|with)/i.test(text)) return []
  const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    values,
  )
  return seqScansIn(rows[0]?.['QUERY PLAN'])
}

function seqScansIn(plan: unknown): string[] {
  if (Array.isArray(plan)) return plan.flatMap(seqScansIn)
  if (!isRecord(plan)) return []
  const own =
    plan['Node Type'] === 'Seq Scan' && typeof plan['Relation Name'] === 'string'
      ? [plan['Relation Name']]
      : []
  return [...own, ...seqScansIn(plan.Plan), ...seqScansIn(plan.Plans)]
}
