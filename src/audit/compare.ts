import { sql } from 'drizzle-orm'
import { createLocalReq, type Payload } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { inTransaction } from '#database/transaction.ts'
import { compareDocuments } from './compare-documents.ts'
import { compareFeed } from './compare-feed.ts'
import { compareLog } from './compare-log.ts'
import { compareNews } from './compare-news.ts'
import { comparePortraits } from './compare-portraits.ts'
import { compareProfessions, compareRegions } from './compare-reference.ts'
import { RowsUnreadable, unreadableSlice, type Compare, type Slice } from './slice.ts'

/** The parts of what sites read, in the order in which they are compared. */
export const comparedParts = [
  'professions',
  'regions',
  'documents',
  'portraits',
  'feed',
  'news',
  'log',
] as const
export type ComparedPart = (typeof comparedParts)[number]

const comparisons: Readonly<Record<ComparedPart, Compare>> = {
  professions: compareProfessions,
  regions: compareRegions,
  documents: compareDocuments,
  portraits: comparePortraits,
  feed: compareFeed,
  news: compareNews,
  log: compareLog,
}

/** Where a comparison has got to: in a part, after a row; null: at its beginning. */
export interface Place {
  part: ComparedPart
  after: string | null
}

export const beginning: Place = { part: comparedParts[0], after: null }

/** What a slice came to, and where to go on; null: that was all. */
export interface ComparedSlice extends Slice {
  part: ComparedPart
  next: Place | null
}

/**
 * Compares the next rows of what sites read with what the house composes of its live copies and of its
 * record. Reads only, all of it as it is at one moment: a publication meanwhile is before it or after it as a
 * whole, and nobody waits for it. Where some of the rows cannot be read, it takes fewer, down to that row.
 */
export async function compareSlice(
  payload: Payload,
  place: Place,
  most: number,
): Promise<ComparedSlice> {
  const slice = await readSlice(payload, place, most)
  return { ...slice, part: place.part, next: placeAfter(place.part, slice.last) }
}

async function readSlice(payload: Payload, place: Place, most: number): Promise<Slice> {
  try {
    return await readAtOneMoment(payload, place, most)
  } catch (error) {
    if (!(error instanceof RowsUnreadable)) throw error
    if (most > 1) return readSlice(payload, place, Math.floor(most / 2))
  }
  // Once more, alone: a connection that was cut is no fault of the row.
  try {
    return await readAtOneMoment(payload, place, 1)
  } catch (error) {
    if (error instanceof RowsUnreadable) return unreadableSlice(error)
    throw error
  }
}

async function readAtOneMoment(
  payload: Payload,
  { part, after }: Place,
  most: number,
): Promise<Slice> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    await db.execute(sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`)
    return comparisons[part](req, after, most)
  })
}

function placeAfter(part: ComparedPart, last: string | null): Place | null {
  if (last !== null) return { part, after: last }
  const next = comparedParts[comparedParts.indexOf(part) + 1]
  return next ? { part: next, after: null } : null
}

const atATime = 100

/**
 * Compares all of it, slice by slice, from a place on. Gives how many rows that was.
 *
 * @param onSlice hears of each slice before the next one begins
 */
export async function compareReadModel(
  payload: Payload,
  options: { from?: Place; onSlice: (slice: ComparedSlice) => Promise<void> },
): Promise<number> {
  let place: Place | null = options.from ?? beginning
  let rows = 0
  while (place) {
    const slice: ComparedSlice = await compareSlice(payload, place, atATime)
    await options.onSlice(slice)
    rows += slice.rows
    place = slice.next
  }
  return rows
}
