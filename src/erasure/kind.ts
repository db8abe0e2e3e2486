import type { PayloadRequest } from 'payload'
import type { Sql } from '#database/sql.ts'
import type { BilingualText } from '#model/text.ts'
import type { RedactedPlace, RedactedRow } from '#record/redactions.ts'
import type { Subject } from './subject.ts'

/** A row that is emptied, and what of it goes; a row of the record is emptied by the database's function alone. */
export interface RowToEmpty extends RedactedRow {
  place: RedactedPlace
  /** The name of who acted becomes a pseudonym. */
  name?: boolean
  /** What they wrote goes. */
  words?: boolean
  /** Of an event: paths in its data; of a proposal or an erasure: the people whose names go. */
  paths?: readonly string[]
}

/** In whose chain the record tells of an erasure. */
export interface Chain {
  collection: string
  document: string
}

/** What a second person sees of what is to go. */
export interface Sample {
  label: BilingualText
  words: string
}

/** One kind of thing that is erased. All methods run in the transaction of the request. */
export interface ErasureKind<S extends Subject = Subject> {
  /** Finds it and locks it. @throws DocumentNotFound 404, Conflict 409 where it may not go now */
  require: (req: PayloadRequest, subject: S) => Promise<Chain>
  /** What it is called now: nothing of that is kept, for it may hold what is to go. */
  title: (db: Sql, subject: S, chain: Chain) => Promise<BilingualText>
  /** Some of what goes, for whoever decides. */
  sample: (db: Sql, subject: S) => Promise<Sample[]>
  /** The rows that go. */
  findRows: (db: Sql, subject: S) => Promise<RowToEmpty[]>
  /** Empties what the record's own function does not. */
  empty: (req: PayloadRequest, subject: S, redaction: string) => Promise<void>
  /** What comes last, because others wait for what it locks. */
  finish?: (req: PayloadRequest, subject: S) => Promise<void>
}
