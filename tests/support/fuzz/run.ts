import fc from 'fast-check'
import { asCurl, type Asked } from './asked.ts'
import type { Came } from './house.ts'

export interface Plan {
  /** Where a request to this plane goes, for whoever sends it again. */
  origin: string
  asked: fc.Arbitrary<Asked>
  ask: (asked: Asked) => Promise<Came>
  seed: number
  requests: number
  /** Milliseconds. */
  late: number
}

/** How many kinds of faults are made small and shown; a broken house has hundreds of the same. */
const mostShown = 12
/** After so many requests a run says how far it is. */
const progress = 500
/** Milliseconds for making one small. */
const patience = 20_000

/** Sends all requests, whatever comes back; gives each kind of fault once, as small as it was made. */
export async function findFaults(plan: Plan): Promise<string[]> {
  const kinds = new Map<string, number>()
  let index = -1
  await fc.assert(
    fc.asyncProperty(plan.asked, async (asked) => {
      index += 1
      if (index > 0 && index % progress === 0) {
        console.log(
          `${String(index)} of ${String(plan.requests)}, ${String(kinds.size)} kinds of faults`,
        )
      }
      const came = await plan.ask(asked)
      const kind = faultOf(came, plan.late)
      if (kind === null) return
      const key = `${asked.method} ${placeOf(asked.address)} ${kind}`
      if (kinds.has(key)) return
      kinds.set(key, index)
      // A long run that is ended before its time has told what it found.
      console.log(shown(plan, `seed ${String(plan.seed)}, path ${String(index)}`, { asked, came }))
    }),
    { seed: plan.seed, numRuns: plan.requests, endOnFailure: true },
  )
  const told: string[] = []
  for (const [kind, at] of [...kinds].slice(0, mostShown)) told.push(await shrunk(plan, kind, at))
  const others = [...kinds.keys()].slice(mostShown)
  return [...told, ...others]
}

/** Why an answer is a fault of the house; null where it is none. */
export function faultOf(came: Came, late: number): string | null {
  if (came.milliseconds > late) return 'late'
  return came.status === 0 || (came.status >= 500 && !came.isSentAway) ? String(came.status) : null
}

function placeOf(address: string): string {
  return address.replace(/\?.*$/s, '').split('/').slice(0, 6).join('/').slice(0, 80)
}

async function shrunk(plan: Plan, kind: string, index: number): Promise<string> {
  let last: { asked: Asked; came: Came } | null = null
  const { counterexamplePath } = await fc.check(
    fc.asyncProperty(plan.asked, async (asked) => {
      const came = await plan.ask(asked)
      if (faultOf(came, plan.late) === null) return true
      last = { asked, came }
      return false
    }),
    {
      seed: plan.seed,
      path: String(index),
      numRuns: 1,
      interruptAfterTimeLimit: patience,
    },
  )
  const where = `seed ${String(plan.seed)}, path ${counterexamplePath ?? String(index)}`
  return last ? shown(plan, where, last) : `${kind} (${where}): it did not come again.`
}

function shown(plan: Plan, where: string, { asked, came }: { asked: Asked; came: Came }): string {
  const time = `${String(Math.round(came.milliseconds))} ms`
  return [
    `${String(came.status)} after ${time} (${where})`,
    asCurl(plan.origin, asked),
    came.text.slice(0, 500),
  ].join('\n')
}
