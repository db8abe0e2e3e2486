import {
  stageAfter,
  transitionNames,
  transitions,
  type TransitionName,
} from '#workflow/transitions.ts'
import { stageAfterEdit, type Stage } from '#model/stages.ts'

/** Where a text can stand: its stage, and whether a copy of it is live. */
export interface Standing {
  stage: Stage
  isLive: boolean
}

/** One step on the way to a standing. */
export type Step = TransitionName | 'edit'

/** What a transition needs in its request beside its name. */
const requestBodies: Partial<Record<TransitionName, (stage: Stage) => Record<string, string>>> = {
  requestChanges: () => ({ comment: 'Bitte kürzen.' }),
  // What is live can only be planned to end.
  schedule: (stage) => ({ [stage === 'live' ? 'unpublishAt' : 'publishAt']: '2099-01-01T06:00Z' }),
}

/** The body of a request for a transition from a stage. */
export function requestFor(transition: TransitionName, stage: Stage): Record<string, string> {
  return { transition, ...requestBodies[transition]?.(stage) }
}

/** What becomes of the live copy. */
export function isLiveAfter(step: Step, { isLive }: Standing): boolean {
  if (step === 'publish') return true
  return step === 'unpublish' || step === 'archive' ? false : isLive
}

/** Says whether the standing itself allows a transition, whoever asks. */
export function isOpen(transition: TransitionName, { stage, isLive }: Standing): boolean {
  const { from, demands } = transitions[transition]
  return (
    from.includes(stage) &&
    (!demands.includes('liveCopy') || isLive) &&
    (!demands.includes('plan') || stage === 'scheduled')
  )
}

/** The standing after a step; undefined where the step is not possible. */
export function standingAfter(step: Step, standing: Standing): Standing | undefined {
  const isLive = isLiveAfter(step, standing)
  if (step === 'edit') {
    return standing.stage === 'archived' ? undefined : { stage: stageAfterEdit(), isLive }
  }
  if (!isOpen(step, standing)) return undefined
  return { stage: stageAfter(transitions[step], standing.stage), isLive }
}

export function nameOf({ stage, isLive }: Standing): string {
  return isLive && stage !== 'live' ? `${stage}, with a live copy` : stage
}

/** Every standing that a new draft can come to, each with the shortest way there. */
export function reachableStandings(): { standing: Standing; path: Step[] }[] {
  const start = { standing: { stage: stageAfterEdit(), isLive: false }, path: [] as Step[] }
  const found = [start]
  for (const { standing, path } of found) {
    for (const step of [...transitionNames, 'edit'] as const) {
      const next = standingAfter(step, standing)
      if (!next || found.some((known) => nameOf(known.standing) === nameOf(next))) continue
      found.push({ standing: next, path: [...path, step] })
    }
  }
  return found
}
