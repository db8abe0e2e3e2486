import type { Product } from './product.ts'
import { appendProved } from './proved-events.ts'

/**
 * Publishes a section below every hook, as the owner, with the event that the trigger looks for and its proof,
 * and takes it back: says why the database refuses it; null where it does not.
 *
 * @param before a statement of the same transaction, ahead of it
 */
export async function publishBySql(
  { sql }: Pick<Product, 'sql'>,
  { id, digest, before = 'SELECT 1' }: { id: string; digest: unknown; before?: string },
): Promise<string | null> {
  await sql.query('BEGIN')
  try {
    await sql.query(before)
    await appendProved(sql, {
      collection: 'regional-sections',
      document: id,
      transition: 'publish',
      to: null,
      digest,
    })
    await sql.query(
      `UPDATE regional_sections SET _status = 'published', digest = $2 WHERE id = $1`,
      [id, digest],
    )
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    await sql.query('ROLLBACK')
  }
}
