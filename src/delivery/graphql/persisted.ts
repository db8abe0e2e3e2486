import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { isRecord } from '#model/documents.ts'
import { invalidParameter, Problem } from '../http/problems.ts'

/**
 * Automatic persisted queries, as Apollo's clients send them: a query is sent once with its SHA-256,
 * and then by the hash alone. Kept in this process: another one asks for the query again.
 */
export interface PersistedQueries {
  /** The query of a hash; undefined where the request names none. @throws Problem where it is not kept */
  find: (extensions: unknown) => string | undefined
  /** Keeps a query that was sent with its hash. @throws Problem 400 where that is not its hash */
  keep: (query: string, extensions: unknown) => void
}

export function newPersistedQueries(): PersistedQueries {
  const queries = new LRUCache<string, string>({
    max: 1000,
    maxSize: 2_000_000,
    sizeCalculation: (query) => query.length + 64,
  })
  return {
    find: (extensions) => {
      const hash = hashIn(extensions)
      if (hash === undefined) return undefined
      const query = queries.get(hash)
      if (query !== undefined) return query
      throw new Problem({
        status: 400,
        code: 'PERSISTED_QUERY_NOT_FOUND',
        title: 'Query not found',
        detail: 'PersistedQueryNotFound',
      })
    },
    keep: (query, extensions) => {
      const hash = hashIn(extensions)
      if (hash === undefined) return
      if (createHash('sha256').update(query).digest('hex') !== hash) {
        throw invalidParameter('sha256Hash', 'is not the hash of the query')
      }
      queries.set(hash, query)
    },
  }
}

function hashIn(extensions: unknown): string | undefined {
  const asked = isRecord(extensions) ? extensions.persistedQuery : undefined
  if (asked === undefined || asked === null) return undefined
  if (isRecord(asked) && asked.version === 1 && typeof asked.sha256Hash === 'string') {
    const hash = asked.sha256Hash.toLowerCase()
    if (/^[0-9a-f]{64}$/.test(hash)) return hash
  }
  throw invalidParameter(
    'persistedQuery',
    'must have version 1 and the SHA-256 of the query in hex',
  )
}
