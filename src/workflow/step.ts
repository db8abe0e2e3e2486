import type { PayloadRequest } from 'payload'
import { type EditorialDocument } from '#editorial/copies.ts'
import type { WorkflowState } from '#editorial/state.ts'
import type { PlannedDates } from './dates.ts'
import { type Plan } from './facts/plans.ts'
import type { Circumstances } from './circumstances.ts'
import type { SignedInPerson } from '#access/require-person.ts'
import type { Stage } from '#model/stages.ts'
import type { TransitionName } from './transitions.ts'

/** A transition that has been allowed, on its way to be done. */
export interface Step {
  req: PayloadRequest
  transition: TransitionName
  circumstances: Circumstances
  /** The stage that the table leads to. */
  to: Stage
  working: EditorialDocument
  /** The text that the step is about: the working copy, or the one that a plan was made for. */
  subject: EditorialDocument
  actor: Pick<SignedInPerson, 'id' | 'name' | 'role'>
  comment: string | null
  /** What a plan is made of, where the step makes one. */
  plan: { dates: PlannedDates; takesEndAway: boolean; isAboutEnd: boolean } | null
  /** The plan that is being carried out, where one is. */
  carriesOut: Plan | undefined
  /** `unpublish`: a new version that waits for its date is published all the same. */
  keepsPlan: boolean
  /** `unschedule`: which of two plans. */
  action: Plan['action'] | undefined
  seenFrom: string | undefined
}

/** What a step comes to: what its event says, and how it is written once that stands. */
export interface Deed {
  to: Stage
  data: Readonly<Record<string, unknown>> | null
  /** Does what the transition is for, and gives the state that follows from it. */
  write: () => Promise<WorkflowState>
}

export function plannersOf(plans: readonly Plan[]): string[] {
  return [...new Set(plans.map(({ plannedBy }) => plannedBy.id))]
}

/** A plan, as events name one that another takes the place of. */
export function briefly({ id, action, dueAt, plannedBy }: Plan): Record<string, unknown> {
  return { plan: id, action, dueAt, plannedBy: plannedBy.id }
}
