import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isRecord, relationId, type EditorialCollection } from '#model/documents.ts'
import { Conflict } from '#model/errors.ts'
import { query } from '#database/query.ts'

interface Options {
  collection: EditorialCollection
  data: Record<string, unknown>
  req: PayloadRequest
}

/**
 * The id of another document that already holds the profession, or the pair of profession and
 * region, of this data; null when it is free or not yet complete.
 */
export async function findOtherHolder(
  options: Options & { id: string | null },
): Promise<string | null> {
  const { collection, data, id, req } = options
  const profession = relationId(data.profession)
  const region = relationId(data.region)
  if (profession === null || (collection === 'regional-sections' && region === null)) return null
  const rows = await query(
    req,
    collection === 'career-profiles'
      ? sql`SELECT id FROM career_profiles
            WHERE profession_id = ${profession} AND id IS DISTINCT FROM ${id}::uuid LIMIT 1`
      : sql`SELECT id FROM regional_sections
            WHERE profession_id = ${profession} AND region_id = ${region}
              AND id IS DISTINCT FROM ${id}::uuid LIMIT 1`,
  )
  return typeof rows[0]?.id === 'string' ? rows[0].id : null
}

/**
 * Payload writes a working copy beside the main row, so the unique index of the main table would
 * not see the profession and region of a text that was never live. This carries them over.
 */
export async function alignPair(options: Options & { id: string }): Promise<void> {
  const { collection, data, id, req } = options
  const profession = relationId(data.profession)
  const region = relationId(data.region)
  try {
    await query(
      req,
      collection === 'career-profiles'
        ? sql`UPDATE career_profiles SET profession_id = ${profession}
              WHERE id = ${id} AND _status <> 'published'
                AND profession_id IS DISTINCT FROM ${profession}::uuid`
        : sql`UPDATE regional_sections SET profession_id = ${profession}, region_id = ${region}
              WHERE id = ${id} AND _status <> 'published'
                AND (profession_id, region_id) IS DISTINCT FROM (${profession}::uuid, ${region}::uuid)`,
    )
  } catch (error) {
    if (isUniqueViolation(error)) {
      throw new Conflict(
        {
          de: 'Ein anderer Text hat Beruf und Region im selben Moment belegt.',
          en: 'Another document took this profession and region in the same moment.',
        },
        'pair_taken',
      )
    }
    throw error
  }
}

/** SQLSTATE 23505, on the error itself or on the one that it wraps. */
export function isUniqueViolation(error: unknown): boolean {
  if (!isRecord(error) && !(error instanceof Error)) return false
  return Reflect.get(error, 'code') === '23505' || isUniqueViolation(Reflect.get(error, 'cause'))
}
