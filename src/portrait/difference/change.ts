import { risks, type Risk } from '#model/risk.ts'

/** A value of a document as a reviewer reads it: rich text as plain text, relations as ids. */
export type PlainValue =
  string | number | boolean | null | readonly PlainValue[] | { readonly [name: string]: PlainValue }

/** A run of text that both versions have, or that one of them has alone. */
export interface WordRun {
  op: 'equal' | 'insert' | 'delete'
  text: string
}

/** One change of a document. */
export interface Change {
  /** Where it stands in the new version (for what was removed: in the old), as `sections.2.body`. */
  path: string
  /** The path without positions, as `sections.body`: what a label is looked up by. */
  field: string
  kind: 'added' | 'removed' | 'changed' | 'moved'
  risk: Risk
  /** The value, or for a row that moved its position, counted from 0. */
  before: PlainValue
  after: PlainValue
  /** Of a text: its runs in reading order. Absent where only formatting changed. */
  words?: readonly WordRun[]
  /** Of a change within a section: the section as it is now (or was, when removed). */
  section?: { kind: string | null; heading: string | null }
}

/** Everything that changed between two versions; `risk` is null when nothing did. */
export interface Difference {
  changes: readonly Change[]
  risk: Risk | null
}

/** A change together with the number of words in it that were taken for corrected typos. */
export interface Finding {
  change: Change
  typos: number
}

/** The gravest of some risks, or null of none. */
export function gravestOf(found: readonly Risk[]): Risk | null {
  return risks.find((risk) => found.includes(risk)) ?? null
}
