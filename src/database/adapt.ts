import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'

/** Changes what an adapter makes, one change after the other, before Payload sees it. */
export function adapt<T extends BaseDatabaseAdapter>(
  adapter: DatabaseAdapterObj<T>,
  ...changes: ((db: T) => void)[]
): DatabaseAdapterObj<T> {
  return {
    ...adapter,
    init: (args) => {
      const db = adapter.init(args)
      for (const change of changes) change(db)
      return db
    },
  }
}
