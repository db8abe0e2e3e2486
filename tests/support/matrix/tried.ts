import type { EditorialCollection } from '#model/documents.ts'
import { isMatrixWhole } from '../thoroughness.ts'
import { nameOf, reachableStandings } from './standings.ts'

/** A collection that the matrix goes through, by the names that its doors have for it. */
export interface Tried {
  collection: EditorialCollection
  /** Its table, and that of each of its lists: `{table}_sections`. */
  table: string
  /** Its types in GraphQL: one document, and several. */
  one: string
  many: string
  /** Standings that are left to the night, since others resemble them. */
  leftToTheNight: readonly string[]
}

const likeOthers = [
  'changes_requested',
  'changes_requested, with a live copy',
  'in_review, with a live copy',
  'scheduled',
  'approved, with a live copy',
  'scheduled, with a live copy',
  'archived',
  'in_review, with a plan that is kept',
  'changes_requested, with a plan that is kept',
  'approved, with a plan that is kept',
  'draft, with a live copy, with a plan that is kept',
  'in_review, with a live copy, with a plan that is kept',
  'changes_requested, with a live copy, with a plan that is kept',
  'approved, with a live copy, with a plan that is kept',
]

/**
 * Both editorial collections: what holds of one holds of the other, by the same code, so by day the
 * second is tried where it matters most.
 */
export const triedCollections: Readonly<Record<EditorialCollection, Tried>> = {
  'regional-sections': {
    collection: 'regional-sections',
    table: 'regional_sections',
    one: 'RegionalSection',
    many: 'RegionalSections',
    leftToTheNight: likeOthers,
  },
  'career-profiles': {
    collection: 'career-profiles',
    table: 'career_profiles',
    one: 'CareerProfile',
    many: 'CareerProfiles',
    leftToTheNight: [
      ...likeOthers,
      'draft',
      'in_review',
      'approved',
      'draft, with a plan that is kept',
    ],
  },
}

/** The standings that the matrix goes through with texts of a collection. */
export function standingsTried({ leftToTheNight }: Tried): ReturnType<typeof reachableStandings> {
  return reachableStandings().filter(
    ({ standing }) => isMatrixWhole() || !leftToTheNight.includes(nameOf(standing)),
  )
}
