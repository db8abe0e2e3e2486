import { createLocalReq, type Payload } from 'payload'
import { isPayloadErrorNamed } from '#access/payload-errors.ts'
import { inTransaction } from '#database/transaction.ts'
import { isApplicationError } from '#model/errors.ts'
import { onRecord } from '#record/events.ts'
import { lockState, saveState } from '#editorial/state.ts'
import { carryOutPlan as carryOut } from '#workflow/transition.ts'
import { findDuePlan, lockPlan, settlePlans, type Plan } from '#workflow/facts/plans.ts'
import { keepRules } from '#workflow/settings.ts'

/** Plans that could not be judged, by their ids: how often, and when they have their turn again. */
export type RestingPlans = Map<string, { faults: number; until: number }>

/** Milliseconds before a plan is tried again: at first, and at most. */
const rest = { first: 1000, most: 300_000 }

/**
 * Carries out every plan that is due, in the order of the dates, each in a transaction of its own.
 * Whoever else does so at the same moment waits for the document, and then finds the plan settled.
 * A plan that cannot be judged now (the database is away, say) leaves the others their turn. It rests,
 * twice as long after each fault, where calls share what is resting. Gives how many plans this call
 * settled.
 *
 * @param isStopping is asked before each: to ask says that it goes on, however many are due
 * @throws Error the first of such faults, after all others had their turn
 */
export async function runDuePlans(
  payload: Payload,
  resting: RestingPlans = new Map(),
  isStopping: () => boolean = () => false,
): Promise<number> {
  let settled = 0
  const faults = new Map<string, unknown>()
  while (!isStopping()) {
    const req = await createLocalReq({}, payload)
    const now = Date.now()
    const passed = [...resting].flatMap(([id, { until }]) => (until > now ? [id] : []))
    const plan = await findDuePlan(req, new Date(now), [...faults.keys(), ...passed])
    if (!plan) break
    try {
      if (await carryOutPlan(payload, plan)) settled += 1
      resting.delete(plan.id)
    } catch (error) {
      faults.set(plan.id, error)
      const times = resting.get(plan.id)?.faults ?? 0
      const until = now + Math.min(rest.first * 2 ** times, rest.most)
      resting.set(plan.id, { faults: times + 1, until })
    }
  }
  for (const fault of faults.values()) throw fault
  return settled
}

/** Carries out one plan, or makes its failure visible. Says whether it was still to be done. */
async function carryOutPlan(payload: Payload, due: Plan): Promise<boolean> {
  const req = await createLocalReq({}, payload)
  try {
    return await inTransaction(req, async () => {
      // What goes live, or ends, may make an expert's agreement count: by the rules, before the document.
      await keepRules(req)
      await lockState(req, due.document)
      const plan = await lockPlan(req, due.id)
      if (!plan) return false
      await carryOut(req, plan)
      return true
    })
  } catch (error) {
    // What the product itself refuses will be refused again; anything else is tried again.
    const isRefusal =
      isApplicationError(error) ||
      isPayloadErrorNamed(error, 'ValidationError') ||
      isRefusedByDatabase(error)
    if (!isRefusal) throw error
    return await recordFailure(payload, due, describeFailure(error))
  }
}

/** Settles a plan as failed: the event says why, and the document is approved again, not scheduled. */
async function recordFailure(payload: Payload, due: Plan, reason: string): Promise<boolean> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    const state = await lockState(req, due.document)
    const plan = await lockPlan(req, due.id)
    if (!plan) return false
    await settlePlans(req, { document: plan.document, action: plan.action }, 'failed', reason)
    const stage = plan.action === 'publish' && state?.stage === 'scheduled' ? 'approved' : null
    await onRecord(
      req,
      {
        kind: 'plan',
        collection: plan.collection,
        id: plan.document,
        transition: 'planFailed',
        from: state?.stage ?? null,
        to: stage ?? state?.stage ?? null,
        digest: plan.digest,
        actor: plan.plannedBy,
        comment: reason,
        data: { plan: plan.id, action: plan.action, dueAt: plan.dueAt },
      },
      async () => {
        if (state && stage) await saveState(req, { ...state, stage })
      },
    )
    return true
  })
}

/**
 * SQLSTATE 42501, a trigger of the guard says no, or class 23, something that the text refers to is gone:
 * on the error or on one that it wraps.
 */
function isRefusedByDatabase(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code: unknown = Reflect.get(error, 'code')
  const isRefusal = code === '42501' || (typeof code === 'string' && /^23\d/.test(code))
  return isRefusal || isRefusedByDatabase(error.cause)
}

function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'Unknown reason.'
  if (error.cause instanceof Error) return describeFailure(error.cause)
  const details = isApplicationError(error) ? error.details : []
  return [error.message, ...details.map(({ path, reason }) => `${path}: ${reason}`)].join(' ')
}
