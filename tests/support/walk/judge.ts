import { digestOf } from '#portrait/digest.ts'
import type { Product } from '../product.ts'
import type { Portrait, Text } from './reference-machine.ts'

/** One portrait on both sides: what the machine says of it, and what the product needs. */
export interface Walked {
  id: string
  portrait: Portrait
  comments: string[]
  /** How many events are on record. */
  events: number
  /** The text as it was created: the digest of every later one is computed from it. */
  content: Record<string, unknown>
}

interface Observed {
  id: string
  stage: string
  digest: string
  round: number
  live: string | null
  contributors: string[]
  isPublished: boolean
  rowDigest: string
  events: number
  last: string[]
  /** Each as what is planned, and by whom. */
  plans: string[]
  claim: string | null
  isApproved: boolean
}

/** What the tables say of every portrait. */
export async function observe({ sql }: Product): Promise<Map<string, Observed>> {
  const { rows } = await sql.query<Observed>(
    `SELECT s.id, s.stage, s.digest, s.round::int, s.live_digest AS live, s.contributors,
            d._status = 'published' AS "isPublished", d.digest AS "rowDigest",
            (SELECT c.position::int FROM workflow_chains c
             WHERE c.chain = 'regional-sections/' || s.id) AS events,
            ARRAY(SELECT e.transition FROM workflow_events e
                  WHERE e.document = s.id::text ORDER BY e.sequence DESC LIMIT 4) AS last,
            ARRAY(SELECT p.action || ' by ' || p.planned_by FROM workflow_plans p WHERE p.document = s.id::text
                  AND p.status = 'pending' ORDER BY p.action) AS plans,
            (SELECT c.person FROM workflow_claims c WHERE c.document = s.id::text) AS claim,
            EXISTS (SELECT FROM workflow_approvals a WHERE a.document = s.id::text
                    AND a.digest = s.live_digest AND a.round = s.live_round) AS "isApproved"
     FROM workflow_states s JOIN regional_sections d ON d.id = s.id`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * What the tables say otherwise than the machine.
 *
 * @param events what the last step put on record
 */
export function differences(
  target: Walked,
  seen: Observed | undefined,
  events: readonly string[],
  idOf: (name: string) => string,
): string[] {
  const { portrait } = target
  const live = portrait.live && digestFor(target, portrait.live)
  const wanted: Omit<Observed, 'id' | 'last' | 'rowDigest'> = {
    stage: portrait.stage,
    digest: digestFor(target, portrait.text),
    round: portrait.round,
    live,
    contributors: portrait.contributors.map(idOf).sort(),
    isPublished: live !== null,
    events: target.events,
    plans: [
      ...(portrait.plan === null ? [] : [`publish by ${idOf(portrait.plan.by)}`]),
      ...(portrait.endPlannedBy === null ? [] : [`unpublish by ${idOf(portrait.endPlannedBy)}`]),
    ],
    claim: portrait.claimedBy === null ? null : idOf(portrait.claimedBy),
    isApproved: live !== null,
  }
  if (!seen) return ['it is gone']
  const found = Object.entries(wanted).flatMap(([key, value]) => {
    const have: unknown = Reflect.get(seen, key)
    const sorted: unknown = key === 'contributors' && Array.isArray(have) ? have.sort() : have
    const [one, other] = [JSON.stringify(value), JSON.stringify(sorted)]
    return one === other ? [] : [`${key}: ${one} expected, ${other} found`]
  })
  const last = seen.last.slice(0, events.length).reverse()
  if (last.join() !== events.join()) {
    found.push(`events: ${events.join()} expected, ${last.join()} found`)
  }
  if (live !== null && seen.rowDigest !== live) found.push('the main row has another digest')
  return found
}

/** The digest of a portrait's text, as the product should have computed it. */
export function digestFor({ content }: Pick<Walked, 'content'>, text: Text): string {
  return digestOf({ ...content, ...text })
}
