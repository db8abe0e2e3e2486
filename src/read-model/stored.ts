import { isRecord } from '#model/documents.ts'
import { completeText } from '#portrait/delivered.ts'
import type { DeliveredText, Profession, Receipt, Region } from './shapes.ts'

// JSON that publishing has written into the read model comes back as what it is. These guards look at
// what tells one thing from another, not at every field: the columns are written in one place.

/** A text, whenever it was written: fields that are later than it are absent in it. */
export function storedText(value: unknown): DeliveredText {
  if (isRecord(value) && isReceipt(value.receipt)) {
    return { ...completeText(value), receipt: completeReceipt(value.receipt) }
  }
  throw new Error('The read model holds a document that is none: run npm run delivery:rebuild.')
}

/** The receipt that a text has there; undefined where it is none. */
export function storedReceipt(value: unknown): Receipt | undefined {
  if (!isReceipt(value) || !isList(value.approvals) || !isList(value.checks)) return undefined
  if (!isList(value.signOffs ?? [])) return undefined
  return completeReceipt(value)
}

export function storedProfession(value: unknown): Profession {
  if (isEntry<Profession>(value, 'kldb2010')) return value
  throw new Error('The read model holds a profession that is none: run npm run delivery:rebuild.')
}

export function storedRegion(value: unknown): Region {
  if (isEntry<Region>(value, 'ags')) return value
  throw new Error('The read model holds a region that is none: run npm run delivery:rebuild.')
}

/** One that is older than the sign-offs, the log or the state of reference data has nothing of them. */
function completeReceipt(receipt: Receipt): Receipt {
  const { approvals, signOffs, reference = null, log = null } = receipt
  const withPerson = <T extends { person: string | null }>(given: T): T => ({
    ...given,
    person: typeof given.person === 'string' ? given.person : null,
  })
  return {
    ...receipt,
    approvals: approvals.map(withPerson),
    signOffs: Array.isArray(signOffs) ? signOffs.map(withPerson) : [],
    reference,
    log,
  }
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isRecord)
}

function isReceipt(value: unknown): value is Receipt {
  return isRecord(value) && typeof value.digest === 'string'
}

function isEntry<T>(value: unknown, key: string): value is T {
  return isRecord(value) && typeof value.slug === 'string' && key in value
}
