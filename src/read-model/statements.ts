import { LRUCache } from 'lru-cache'
import type { Sql } from './sql.ts'

/** How many forms of one statement are kept: a list with all its filters has some hundred. */
const most = 50

/**
 * Makes of what builds a statement something that builds it once: for each form that it has, and for
 * each pool or transaction that it runs on. Building one takes as long as running it.
 *
 * The statement is prepared for Drizzle. What it is prepared under is its name in PostgreSQL, too:
 * under '' it has none there and is planned for the values of each run, and a pooler need not know it.
 *
 * @param build gives the statement; its form is plain data, and decides its text alone
 */
export function builtOnce<Form, Statement extends object>(
  build: (db: Sql, form: Form) => Statement,
): (db: Sql, form: Form) => Statement {
  const built = new WeakMap<Sql, LRUCache<string, Statement>>()
  return (db, form) => {
    let own = built.get(db)
    if (!own) built.set(db, (own = new LRUCache({ max: most })))
    const key = JSON.stringify(form)
    const known = own.get(key)
    if (known) return known
    const statement = build(db, form)
    own.set(key, statement)
    return statement
  }
}
