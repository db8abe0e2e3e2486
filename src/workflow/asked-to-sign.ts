import type { PayloadRequest } from 'payload'
import type { SignedInPerson } from '#access/require-person.ts'
import type { WorkflowState } from '#editorial/state.ts'
import { readText } from '#editorial/texts-by-digest.ts'
import { readProgress } from './approval.ts'
import { toDecidingActor, type Placed } from './deciding-actor.ts'
import type { Assignment } from './facts/assignments.ts'
import { signOffsToGive } from './givers.ts'
import { loadSettings } from './settings.ts'

/** Says whether a text waits for a sign-off that is somebody's to give at this moment. */
export async function isAskedToSign(
  req: PayloadRequest,
  person: SignedInPerson,
  text: { state: WorkflowState; placed: Placed; assignment: Assignment },
): Promise<boolean> {
  const { state, placed, assignment } = text
  if (state.stage !== 'in_review') return false
  const settings = await loadSettings(req)
  const kept = await readText(req, state.id, state.digest)
  const { progress } = await readProgress(
    req,
    { state, settings, approvals: [] },
    kept?.content ?? {},
  )
  const toGive = signOffsToGive({
    settings,
    missing: progress.missingSignOffs,
    contributors: state.contributors,
    person,
    deciding: await toDecidingActor(req, person, placed, assignment),
  })
  return toGive.length > 0
}
