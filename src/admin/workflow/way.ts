import type { Stage } from '#model/stages.ts'
import type { WorkflowScreen } from '#newsroom/lists/view.ts'
import type { TransitionName } from '#workflow/transitions.ts'

/** The way of a text; a place on it can be one of several stages. */
const way: readonly (readonly [Stage, ...Stage[]])[] = [
  ['draft', 'changes_requested'],
  ['in_review'],
  ['approved', 'scheduled'],
  ['live'],
]

/** Steps that lead on towards the readers. */
const forward: ReadonlySet<TransitionName> = new Set(['submit', 'approve', 'publish'])

export interface Place {
  stage: Stage
  standing: 'past' | 'here' | 'ahead'
}

/** The places on the way of a text that stands at a stage; what is put away has left the way. */
export function placesFor(stage: Stage): Place[] {
  if (stage === 'archived') return [{ stage, standing: 'here' }]
  const at = way.findIndex((place) => place.includes(stage))
  return way.map(([first], index) => {
    if (index === at) return { stage, standing: 'here' }
    return { stage: first, standing: index < at ? 'past' : 'ahead' }
  })
}

export function leadsForward(name: TransitionName): boolean {
  return forward.has(name)
}

/**
 * The steps that have a button, the way forward first, else in their order. What only the text holds up
 * has one as well, which waits: whoever mends the text sees where it leads.
 */
export function offeredSteps({
  allowed,
  blocked,
}: Pick<WorkflowScreen, 'allowed' | 'blocked'>): { name: TransitionName; isWaiting: boolean }[] {
  const waiting = blocked.filter(({ code }) => code === 'checks_block')
  return [
    ...allowed.map((name) => ({ name, isWaiting: false })),
    ...waiting.map(({ transition }) => ({ name: transition, isWaiting: true })),
  ].sort((one, other) => Number(leadsForward(other.name)) - Number(leadsForward(one.name)))
}
