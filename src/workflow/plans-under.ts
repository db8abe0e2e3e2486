import type { PayloadRequest } from 'payload'
import type { EditorialDocument } from '#editorial/copies.ts'
import type { SignOff } from '#editorial/sign-offs.ts'
import { readText } from '#editorial/texts-by-digest.ts'
import { partialDigestOf } from '#portrait/digest.ts'
import type { Circumstances } from './circumstances.ts'
import type { Plan } from './facts/plans.ts'

/** The publications that rest on a sign-off: of texts that are the same in what it answers for. */
export async function findPlansUnder(
  req: PayloadRequest,
  { state, plans }: Circumstances,
  working: EditorialDocument,
  { kind, digest }: SignOff,
): Promise<Plan[]> {
  const under: Plan[] = []
  for (const plan of plans.filter(({ action }) => action === 'publish')) {
    const text =
      plan.digest === state.digest ? working : (await readText(req, state.id, plan.digest))?.content
    if (text && partialDigestOf(kind, text) === digest) under.push(plan)
  }
  return under
}
