import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { isRecord } from '#model/documents.ts'
import { InvalidRequest } from '#model/errors.ts'
import { inDigits } from '#model/json-limits.ts'

// Payload takes a limit of 0 for none, reads all entries for it, and changes or deletes all that a condition meets at
// once: of a hundred thousand texts one such request has no end, and nobody else has a turn.

/** Entries of one list over REST. A query of GraphQL is judged before it begins (src/door/query-cost.ts). */
const mostListed = 3000
/** Entries that a page shows at once; the admin offers up to a hundred. */
const mostOnPage = 200
/** Entries that one request changes or deletes, by a condition. */
const mostChanged = 500

interface ListArguments {
  limit?: unknown
  pagination?: unknown
}

/**
 * What is asked of a list, with one entry more than a list may have where there is no end to it.
 *
 * @param args those of Payload's `find` or `findVersions`
 */
export function boundList<Args extends object>(args: Args): Args {
  const { limit, pagination }: ListArguments = args
  const isEndless = limit === 0 || (limit === undefined && pagination === false)
  if (!isEndless && (limit === undefined || isWholeUpTo(limit, mostListed))) return args
  return { ...args, limit: mostListed + 1, ...(isEndless ? { pagination: false, page: 1 } : {}) }
}

/**
 * What a page of the admin asks of a list: it has the length from the address, or from what it kept for somebody,
 * where anything may stand. A page that fails would fail from then on, so it shows as many as it can.
 */
export function boundPage<Args extends object>(args: Args): Args {
  const { limit }: ListArguments = args
  const isOfPage = limit === undefined || isWholeUpTo(limit, mostOnPage)
  return isOfPage ? args : { ...args, limit: mostOnPage }
}

/** Payload takes any other number for no end, and some for a fault of its own. */
function isWholeUpTo(limit: unknown, most: number): boolean {
  return typeof limit === 'number' && Number.isInteger(limit) && limit >= 1 && limit <= most
}

/** @throws InvalidRequest 400 where a list has more entries than it may */
export function refuseLongList(result: unknown): void {
  if (!isRecord(result) || !Array.isArray(result.docs) || result.docs.length <= mostListed) return
  const most = inDigits(mostListed)
  throw new InvalidRequest(
    {
      de: `Die Liste hätte mehr als ${most.de} Einträge. Bitte fragen Sie Seite für Seite („limit“, „page“).`,
      en: `The list would have more than ${most.en} entries. Ask page by page ("limit", "page").`,
    },
    [{ path: 'limit', reason: `1 to ${most.en}.` }],
  )
}

interface Changes {
  limit?: unknown
  where?: Where
  draft?: unknown
  trash?: unknown
}

/**
 * Counts what a change or a deletion by a condition is of, before it begins.
 *
 * @param args those of Payload's `update` or `delete`
 * @throws InvalidRequest 400 where that is more than one request may have
 */
export async function refuseChangeOfMany(
  args: object & { collection: { config: { slug: string } } },
  req: PayloadRequest,
): Promise<void> {
  const { limit, where, draft, trash } = args as Changes
  if (!where || (typeof limit === 'number' && limit > 0 && limit <= mostChanged)) return
  const { docs } = await req.payload.find({
    collection: args.collection.config.slug as CollectionSlug,
    where,
    draft: draft === true,
    trash: trash === true,
    limit: mostChanged + 1,
    pagination: false,
    depth: 0,
    select: {},
    overrideAccess: false,
    req,
  })
  if (docs.length <= mostChanged) return
  const most = inDigits(mostChanged)
  throw new InvalidRequest(
    {
      de: `Eine Anfrage ändert oder löscht höchstens ${most.de} Einträge.`,
      en: `A request changes or deletes at most ${most.en} entries.`,
    },
    [{ path: 'where', reason: `More than ${most.en} entries.` }],
  )
}
