import { and, eq, ne, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isRecord, relationId, type EditorialCollection } from '#model/documents.ts'
import { Conflict } from '#model/errors.ts'
import { sqlIn } from '#database/sql.ts'
import { careerProfiles as profiles, regionalSections as sections } from '#database/tables.ts'

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
  const db = await sqlIn(req)
  const table = collection === 'career-profiles' ? profiles : sections
  const [other] = await db
    .select({ id: table.id })
    .from(table)
    .where(
      and(
        eq(table.professionId, profession),
        region === null || collection === 'career-profiles'
          ? undefined
          : eq(sections.regionId, region),
        sql`${table.id} IS DISTINCT FROM ${id}::uuid`,
      ),
    )
    .limit(1)
  return other?.id ?? null
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
    const db = await sqlIn(req)
    if (collection === 'career-profiles') {
      const isOther = sql`${profiles.professionId} IS DISTINCT FROM ${profession}::uuid`
      await db
        .update(profiles)
        .set({ professionId: profession })
        .where(and(eq(profiles.id, id), ne(profiles.status, 'published'), isOther))
    } else {
      const isOther = sql`(${sections.professionId}, ${sections.regionId})
        IS DISTINCT FROM (${profession}::uuid, ${region}::uuid)`
      await db
        .update(sections)
        .set({ professionId: profession, regionId: region })
        .where(and(eq(sections.id, id), ne(sections.status, 'published'), isOther))
    }
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
