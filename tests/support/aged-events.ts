import type { Product } from './product.ts'

/** Has events of an entry lie so many days back, past the triggers that keep them as they are. */
export async function ageEvents(
  { sql }: Pick<Product, 'sql'>,
  of: { document: string; transition: string; days: number },
): Promise<void> {
  await sql.query('SET session_replication_role = replica')
  await sql.query(
    `UPDATE workflow_events SET created_at = created_at - make_interval(days => $3)
     WHERE document = $1 AND transition = $2`,
    [of.document, of.transition, of.days],
  )
  await sql.query('SET session_replication_role = DEFAULT')
}
