import type { BaseDatabaseAdapter, PayloadRequest } from 'payload'

type Work = () => void

/** What waits for the end of each transaction, by the adapter that runs it. */
const waiting = new WeakMap<BaseDatabaseAdapter, Map<number | string, Work[]>>()

/** Lets work wait for the commit of a transaction (see `afterCommit`). After `reportCommits`: a commit may fail. */
export function runAfterCommits(db: BaseDatabaseAdapter): void {
  const { commitTransaction, rollbackTransaction } = db
  const ofTransactions = new Map<number | string, Work[]>()
  waiting.set(db, ofTransactions)
  const take = (id: number | string) => {
    const work = ofTransactions.get(id) ?? []
    ofTransactions.delete(id)
    return work
  }
  db.commitTransaction = async (id) => {
    const settled = await id
    const due = take(settled)
    await commitTransaction.call(db, settled)
    for (const work of due) work()
  }
  db.rollbackTransaction = async (id) => {
    const settled = await id
    take(settled)
    await rollbackTransaction.call(db, settled)
  }
}

/**
 * Does something once the request's transaction is committed, and never where it is not: for what leaves the
 * house, and what a process that ends in between may lose. At once where the request has no transaction.
 */
export async function afterCommit(
  { payload, transactionID }: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  work: Work,
): Promise<void> {
  const id = await transactionID
  if (id === undefined) {
    work()
    return
  }
  const ofTransactions = waiting.get(payload.db)
  if (!ofTransactions) throw new Error('Nobody here tells of the end of a transaction.')
  ofTransactions.set(id, [...(ofTransactions.get(id) ?? []), work])
}
