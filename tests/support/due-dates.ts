import type { Product } from './product.ts'

/** Has a text be due at a moment that has passed: nobody can say so, but time goes on. */
export async function letDueDatePass(
  product: Pick<Product, 'sql'>,
  document: string,
  dueAt: string,
): Promise<void> {
  const { rowCount } = await product.sql.query(
    'UPDATE workflow_assignments SET due_at = $2 WHERE document = $1',
    [document, dueAt],
  )
  if (rowCount !== 1) throw new Error(`Nothing is assigned of ${document}.`)
}
