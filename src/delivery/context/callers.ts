import { createHash } from 'node:crypto'
import { eq, exists, sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { everyone, type Audience } from '#read-model/audience.ts'
import type { Sql } from '#read-model/sql.ts'
import { builtOnce } from '#read-model/statements.ts'
import { regions, releases, siteKeys, sites } from '#read-model/tables.ts'
import { unauthorized } from '../http/problems.ts'

/** Who calls. */
export interface Caller {
  audience: Audience
  /** Callers with the same key see the same, now and later. */
  audienceKey: string
  site: { id: string; name: string; origins: readonly string[] } | null
  /** The key's id; null: without a key. */
  keyId: string | null
  /** A mark of the regions in its scope, with all that lies in them now; '' where it has none. */
  reach: string
  /** When the key ends, in milliseconds since 1970. */
  until: number
}

/** Finds out who calls, and remembers it as long as changes are heard of. */
export interface Callers {
  /** Whoever asks what is open to everybody. */
  nobody: Caller

  /** The caller, if it is known without asking the database. */
  known: (authorization: string | undefined) => Caller | undefined
  /** @throws Problem 401 */
  find: (authorization: string | undefined) => Promise<Caller>
  clear: () => void
}

const everyoneCalls: Caller = {
  audience: everyone,
  audienceKey: 'everyone',
  site: null,
  keyId: null,
  reach: '',
  until: Infinity,
}

export function newCallers(options: {
  db: Sql
  isPublic: boolean
  isTrusted: () => boolean
  onUse: (keyId: string) => void
}): Callers {
  const callers = new LRUCache<string, Caller>({ max: 10_000 })
  let generation = 0
  const known = (authorization: string | undefined): Caller | undefined => {
    if (authorization === undefined) return options.isPublic ? everyoneCalls : undefined
    if (!options.isTrusted()) return undefined
    const caller = callers.get(authorization)
    if (!caller || caller.until <= Date.now()) return undefined
    if (caller.keyId !== null) options.onUse(caller.keyId)
    return caller
  }
  return {
    nobody: everyoneCalls,
    known,
    find: async (authorization) => {
      const caller = known(authorization)
      if (caller) return caller
      if (authorization === undefined)
        throw unauthorized('Send a site key: Authorization: Bearer …')
      const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
      if (key === undefined) throw unauthorized('The header is of the form Authorization: Bearer …')
      const before = generation
      const found = await findByKey(options.db, key)
      if (!found || found.until <= Date.now()) throw unauthorized('This key is not valid.')
      if (before === generation && options.isTrusted()) callers.set(authorization, found)
      if (found.keyId !== null) options.onUse(found.keyId)
      return found
    },
    clear: () => {
      generation += 1
      callers.clear()
    },
  }
}

async function findByKey(db: Sql, key: string): Promise<Caller | undefined> {
  const hash = createHash('sha256').update(key).digest('hex')
  const [row] = await sitesByKey(db, null).execute({ hash })
  return row && toCaller(row)
}

const sitesByKey = builtOnce((db) => {
  const own = db
    .select({ id: releases.id })
    .from(releases)
    .where(sql`${releases.sites} @> ARRAY[${sites.id}]`)
  const reach = db
    .select({ mark: sql`md5(string_agg(${regions.id}::text, ',' ORDER BY ${regions.id}))` })
    .from(regions)
    .where(sql`${regions.within} && ${sites.regions}`)
  return db
    .select({
      keyId: siteKeys.id,
      expiresAt: siteKeys.expiresAt,
      id: sites.id,
      name: sites.name,
      origins: sites.origins,
      regions: sites.regions,
      professions: sites.professions,
      hasOwn: sql<boolean>`${exists(own)}`,
      reach: sql<string | null>`${reach}`,
    })
    .from(siteKeys)
    .innerJoin(sites, eq(sites.id, siteKeys.site))
    .where(eq(siteKeys.hash, sql.placeholder('hash')))
    .prepare('')
})

type SiteRow = Awaited<ReturnType<ReturnType<typeof sitesByKey>['execute']>>[number]

/**
 * A site that sees what everyone sees shares what is cached for everyone. One for which something was
 * ever published does not: it has to hear that it is gone.
 */
function toCaller({ id, name, origins, keyId, reach, expiresAt, ...row }: SiteRow): Caller {
  const regions = [...row.regions].sort()
  const professions = [...row.professions].sort()
  const isLikeEveryone = regions.length === 0 && professions.length === 0 && !row.hasOwn
  const audience = isLikeEveryone ? everyone : { site: id, regions, professions }
  return {
    audience,
    audienceKey: isLikeEveryone ? everyoneCalls.audienceKey : keyOf(audience),
    site: { id, name, origins },
    keyId,
    reach: reach ?? '',
    until: expiresAt === null ? Infinity : Date.parse(expiresAt),
  }
}

/** What was kept for a site is not for it any more when it may see other things. */
function keyOf(audience: Audience): string {
  return createHash('sha256').update(JSON.stringify(audience)).digest('base64url').slice(0, 22)
}
