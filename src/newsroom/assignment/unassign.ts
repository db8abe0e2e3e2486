import type { PayloadRequest } from 'payload'
import { lockState } from '#editorial/state.ts'
import type { Leaver } from '#model/person.ts'
import { appendEvent } from '#record/events.ts'
import { changeAssignment, findAssignedTo, readAssignment } from '#workflow/facts/assignments.ts'

/**
 * Takes from somebody who leaves what they are to write or to review. Its date goes along, unless somebody
 * else is still named for the text: then it is theirs. The desk is told.
 */
export async function unassign(req: PayloadRequest, { person, by }: Leaver): Promise<void> {
  for (const document of await findAssignedTo(req, person)) {
    const state = await lockState(req, document)
    if (!state) continue
    const before = await readAssignment(req, document)
    const author = before.author === person ? null : before.author
    const reviewer = before.reviewer === person ? null : before.reviewer
    const isAnybodyLeft = author !== null || reviewer !== null
    const after = { author, reviewer, dueAt: isAnybodyLeft ? before.dueAt : null }
    const { collection, digest } = state
    await changeAssignment(req, document, after)
    await appendEvent(req, {
      kind: 'assignment',
      collection,
      id: document,
      transition: 'assign',
      digest,
      actor: by,
      data: { before: { ...before }, after, left: person },
    })
  }
}
