import type { WorkflowState } from '#editorial/state.ts'
import { makePlan, settlePlans } from './facts/plans.ts'
import { Conflict } from '#model/errors.ts'
import { briefly, plannersOf, type Deed, type Step } from './step.ts'

/** Plans the publication with its end, or the end of what is live, for its digest and approvals. */
export function prepareSchedule(step: Step, moved: WorkflowState): Deed {
  const { req, circumstances, actor, plan: asked } = step
  const { state, approvals, plans } = circumstances
  if (!asked) throw new Error('A plan has dates.')
  const { dates, takesEndAway, isAboutEnd } = asked
  const action = isAboutEnd ? 'unpublish' : 'publish'
  const before = plans.find((plan) => plan.action === action)
  const data = {
    ...dates,
    ...(takesEndAway && { takesEndAway }),
    replaced: before ? [briefly(before)] : [],
  }
  const common = {
    collection: state.collection,
    document: state.id,
    plannedBy: { id: actor.id, name: actor.name },
  }
  const planEnd = async () => {
    if (takesEndAway) await settlePlans(req, { document: state.id, action }, 'cancelled')
    if (!dates.unpublishAt || !state.live) return
    const { digest, round } = state.live
    const text = { digest, round, approvals: [] }
    await makePlan(req, {
      ...common,
      ...text,
      action,
      dueAt: dates.unpublishAt,
      thenUnpublishAt: null,
    })
  }
  const planPublication = async () => {
    const pending = before && before.digest === state.digest ? before : undefined
    const dueAt = dates.publishAt ?? pending?.dueAt
    if (dueAt === undefined) throw new Error('A publication has a date.')
    const { digest, round } = state
    const text = { digest, round, approvals: approvals.map(({ id }) => id) }
    const kept = takesEndAway ? null : (pending?.thenUnpublishAt ?? null)
    const thenUnpublishAt = dates.unpublishAt ?? kept
    await makePlan(req, { ...common, ...text, action, dueAt, thenUnpublishAt })
  }
  return {
    to: moved.stage,
    data,
    write: async () => {
      await (isAboutEnd ? planEnd() : planPublication())
      return moved
    },
  }
}

/** Calls off what was asked for: without a word the publication, or else the end of what is live. */
export function prepareUnschedule({ req, circumstances, action: asked }: Step): Deed {
  const { state, plans } = circumstances
  const isPlanned = plans.some(({ action }) => action === 'publish')
  const action = asked ?? (isPlanned ? 'publish' : 'unpublish')
  const over = plans.filter((plan) => plan.action === action)
  if (over.length === 0) {
    throw new Conflict(
      {
        de: 'Das ist für diesen Text nicht geplant.',
        en: 'This is not planned for this document.',
      },
      'wrong_state',
    )
  }
  const stage = action === 'publish' && state.stage === 'scheduled' ? 'approved' : state.stage
  return {
    to: stage,
    data: { action, planners: plannersOf(over) },
    write: async () => {
      await settlePlans(req, { document: state.id, action }, 'cancelled')
      return { ...state, stage }
    },
  }
}
