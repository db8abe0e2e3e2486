import type { BaseDatabaseAdapter } from 'payload'

/**
 * Makes a commit that fails a failure. Payload catches whatever the database says to COMMIT (a deferred
 * trigger that refuses, a connection that is gone) and answers as if all had been written.
 */
export function reportCommits(db: BaseDatabaseAdapter): void {
  const { beginTransaction, commitTransaction } = db
  const failures = new WeakMap<object, unknown>()
  const watched = new WeakSet()
  db.beginTransaction = (options) => {
    const connection: unknown = Reflect.get(db, 'drizzle')
    if (isConnection(connection) && !watched.has(connection)) {
      watched.add(connection)
      watch(connection, failures)
    }
    return beginTransaction.call(db, options)
  }
  db.commitTransaction = async (id) => {
    const session = sessionOf(db, await id)
    await commitTransaction.call(db, id)
    if (session && failures.has(session)) throw failures.get(session)
  }
}

type Transaction = (
  work: (session: object) => Promise<unknown>,
  options?: unknown,
) => Promise<unknown>

/** Remembers of each transaction why it came to nothing. */
function watch(connection: { transaction: Transaction }, failures: WeakMap<object, unknown>): void {
  const begin = connection.transaction.bind(connection)
  connection.transaction = (work, options) => {
    let own: object | undefined
    const done = begin((session) => {
      own = session
      return work(session)
    }, options)
    done.catch((error: unknown) => {
      if (own) failures.set(own, error)
    })
    return done
  }
}

function sessionOf(db: BaseDatabaseAdapter, id: number | string): object | undefined {
  const sessions: unknown = Reflect.get(db, 'sessions')
  const session: unknown =
    typeof sessions === 'object' && sessions !== null ? Reflect.get(sessions, id) : undefined
  const own: unknown =
    typeof session === 'object' && session !== null ? Reflect.get(session, 'db') : undefined
  return typeof own === 'object' && own !== null ? own : undefined
}

function isConnection(value: unknown): value is { transaction: Transaction } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'transaction' in value &&
    typeof value.transaction === 'function'
  )
}
