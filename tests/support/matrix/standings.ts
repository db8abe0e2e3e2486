import {
  courseOf,
  stageAfter,
  transitionNames,
  type TransitionName,
} from '#workflow/transitions.ts'
import { stageAfterEdit, type Stage } from '#model/stages.ts'

/** Where a text can stand: its stage, whether a copy of it is live, and whether a plan is kept. */
export interface Standing {
  stage: Stage
  isLive: boolean
  /** A plan waits to publish an earlier text than the working copy. */
  keepsPlan?: boolean
}

/** One step on the way to a standing; `editOn` is an edit that leaves a plan as it is. */
export type Step = TransitionName | 'edit' | 'editOn'

/** What a transition needs in its request beside its name. */
const requestBodies: Partial<
  Record<TransitionName, (standing: Standing) => Record<string, string>>
> = {
  requestChanges: () => ({ comment: 'Bitte kürzen.' }),
  revokeApproval: () => ({ comment: 'Das trägt die Quelle nicht.' }),
  // An end for what is live, a beginning for what is approved.
  schedule: ({ stage, isLive }) => ({
    [isLive && stage !== 'approved' && stage !== 'scheduled' ? 'unpublishAt' : 'publishAt']:
      '2099-01-01T06:00Z',
  }),
}

/** The body of a request for a transition from a standing. */
export function requestFor(transition: TransitionName, standing: Standing): Record<string, string> {
  return { transition, ...requestBodies[transition]?.(standing) }
}

/** What becomes of the live copy. */
export function isLiveAfter(step: Step, { isLive }: Standing): boolean {
  if (step === 'publish') return true
  return step === 'unpublish' || step === 'archive' ? false : isLive
}

/** Says whether the standing itself allows a transition, whoever asks. */
export function isOpen(transition: TransitionName, standing: Standing): boolean {
  const { stage, isLive, keepsPlan = false } = standing
  const { from, demands } = courseFor(transition, standing)
  const isSigned = stage === 'approved' || stage === 'scheduled'
  return (
    from.includes(stage) &&
    (!demands.includes('liveCopy') || isLive) &&
    (!demands.includes('plan') || stage === 'scheduled' || keepsPlan) &&
    (!demands.includes('signature') || isSigned || keepsPlan)
  )
}

function courseFor(transition: TransitionName, standing: Standing) {
  const { stage, isLive } = standing
  return courseOf(transition, { stage, hasLiveCopy: isLive }, requestFor(transition, standing))
}

/** Steps after which a plan waits no more for its date. */
const endsPlan: readonly Step[] = [
  'publish',
  'unschedule',
  'unpublish',
  'archive',
  'revokeApproval',
]

/** The standing after a step; undefined where the step is not possible. */
export function standingAfter(step: Step, standing: Standing): Standing | undefined {
  const isLive = isLiveAfter(step, standing)
  const { stage, keepsPlan = false } = standing
  if (step === 'edit' || step === 'editOn') {
    if (stage === 'archived') return undefined
    const isKept = keepsPlan || (step === 'editOn' && stage === 'scheduled')
    return { stage: stageAfterEdit(), isLive, ...(isKept && { keepsPlan: true }) }
  }
  if (!isOpen(step, standing)) return undefined
  const next = stageAfter(courseFor(step, standing), stage)
  const isKept = keepsPlan && !endsPlan.includes(step) && next !== 'scheduled'
  return { stage: next, isLive, ...(isKept && { keepsPlan: true }) }
}

export function nameOf({ stage, isLive, keepsPlan }: Standing): string {
  const name = isLive && stage !== 'live' ? `${stage}, with a live copy` : stage
  return keepsPlan ? `${name}, with a plan that is kept` : name
}

/** Every standing that a new draft can come to, each with the shortest way there. */
export function reachableStandings(): { standing: Standing; path: Step[] }[] {
  const start: { standing: Standing; path: Step[] } = {
    standing: { stage: stageAfterEdit(), isLive: false },
    path: [],
  }
  const found = [start]
  for (const { standing, path } of found) {
    for (const step of [...transitionNames, 'edit', 'editOn'] as const) {
      const next = standingAfter(step, standing)
      if (!next || found.some((known) => nameOf(known.standing) === nameOf(next))) continue
      found.push({ standing: next, path: [...path, step] })
    }
  }
  return found
}
