import { jobHref } from './addresses.ts'
import { jobsOf, type Audience } from './audience.ts'
import { newValues, type Query, type Row } from './query.ts'
import type { Job } from './shapes.ts'
import { moment, momentOrNull, text, textOrNull, texts } from './values.ts'

/** The columns of `delivery.jobs` that a job is made of. */
export const jobColumns = `j.id, j.title, j.url, j.hiring_organization, j.profession, j.region, j.city,
  j.postal_code, j.date_posted, j.valid_through, j.is_remote, j.employment_types`

/** How many jobs a portrait shows. */
export const jobsInPortrait = 20

/** The jobs of a portrait, and when the first of them is over (ISO 8601; null: never). */
export interface PortraitJobs {
  items: Job[]
  hasMore: boolean
  until: string | null
}

/**
 * The newest live jobs of each pair of profession and region (null: anywhere), in one statement: at
 * most `limit` a pair. Gives them in the order of the pairs.
 */
export async function loadPortraitJobs(
  query: Query,
  pairs: readonly { profession: string; region: string | null }[],
  audience: Audience,
  limit = jobsInPortrait,
): Promise<PortraitJobs[]> {
  if (pairs.length === 0) return []
  const params = newValues(
    pairs.map(({ profession }) => profession),
    pairs.map(({ region }) => region),
    limit + 1,
  )
  const seen = jobsOf(audience, params)
  const newest = `ORDER BY j.date_posted DESC, j.id DESC LIMIT $3`
  const rows = await query(
    `SELECT k.pair, j.* FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY k(profession, region, pair)
     CROSS JOIN LATERAL (
       (SELECT ${jobColumns} FROM delivery.jobs j
        WHERE k.region IS NULL AND j.profession = k.profession AND ${seen} ${newest})
       UNION ALL
       (SELECT ${jobColumns} FROM delivery.jobs j
        WHERE k.region IS NOT NULL AND j.profession = k.profession
          AND j.region = ANY (ARRAY(SELECT id FROM delivery.regions r
                                    WHERE r.within @> ARRAY[k.region])) AND ${seen} ${newest})
     ) j ORDER BY k.pair, j.date_posted DESC, j.id DESC`,
    params.values,
  )
  return pairs.map((_, index) => {
    const own = rows.filter((row) => Number(row.pair) === index + 1)
    const items = own.slice(0, limit).map(toJob)
    // What comes into view when one of those goes counts too.
    const ends = own.flatMap((row) => momentOrNull(row.valid_through) ?? []).sort()
    return { items, hasMore: own.length > limit, until: ends[0] ?? null }
  })
}

/** A job out of the columns above. */
export function toJob(row: Row): Job {
  const id = text(row.id)
  return {
    id,
    title: text(row.title),
    url: text(row.url),
    hiringOrganization: text(row.hiring_organization),
    profession: textOrNull(row.profession),
    region: textOrNull(row.region),
    city: textOrNull(row.city),
    postalCode: textOrNull(row.postal_code),
    employmentTypes: texts(row.employment_types),
    datePosted: moment(row.date_posted),
    validThrough: momentOrNull(row.valid_through),
    isRemote: row.is_remote === true,
    href: jobHref(id),
  }
}
