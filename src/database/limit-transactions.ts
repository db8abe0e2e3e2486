import type { BaseDatabaseAdapter } from 'payload'

/**
 * Lets so many transactions run at a time, and the others wait for their turn. Payload asks for a
 * second connection in the middle of a transaction (for the locks of documents); were all connections
 * taken by transactions that wait for such a one, none of them would ever end.
 */
export function limitTransactions(db: BaseDatabaseAdapter, atATime: number): void {
  const { beginTransaction, commitTransaction, rollbackTransaction } = db
  const running = new Set<number | string>()
  const waiting: (() => void)[] = []
  let taken = 0
  const release = (id: number | string) => {
    if (!running.delete(id)) return
    const next = waiting.shift()
    if (next) next()
    else taken -= 1
  }
  db.beginTransaction = async (options) => {
    if (taken < atATime) taken += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    const id = await beginTransaction.call(db, options).catch(() => null)
    if (id !== null) {
      running.add(id)
      return id
    }
    const next = waiting.shift()
    if (next) next()
    else taken -= 1
    return null
  }
  db.commitTransaction = async (id) => {
    const settled = await id
    try {
      await commitTransaction.call(db, settled)
    } finally {
      release(settled)
    }
  }
  db.rollbackTransaction = async (id) => {
    const settled = await id
    try {
      await rollbackTransaction.call(db, settled)
    } finally {
      release(settled)
    }
  }
}
