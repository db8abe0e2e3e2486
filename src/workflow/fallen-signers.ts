import type { PayloadRequest } from 'payload'
import { findApprovals } from '#editorial/approvals.ts'
import { findSignOffs } from '#editorial/sign-offs.ts'
import type { WorkflowState } from '#editorial/state.ts'
import { readText } from '#editorial/texts-by-digest.ts'
import { awaitsPublication } from '#model/stages.ts'

/**
 * Whose signatures an edit takes away, as ids of accounts: of those who approved the text as it was, and of
 * those who signed off something that is another now. Nobody where the text was not asked to be signed.
 *
 * @param before where the text stood
 * @param after what the text is now
 */
export async function findFallenSigners(
  req: PayloadRequest,
  before: WorkflowState,
  after: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  const { id, digest, round, stage } = before
  if (stage !== 'in_review' && !awaitsPublication(stage)) return []
  const approvals = await findApprovals(req, { id, digest, round })
  const text = (await readText(req, id, digest))?.content
  const given = text ? await findSignOffs(req, id, text) : []
  const kept = given.length > 0 ? await findSignOffs(req, id, after) : []
  const fallen = given.filter(
    ({ id: of, givenAs }) => givenAs !== 'expert' && !kept.some((signOff) => signOff.id === of),
  )
  return [
    ...new Set([
      ...approvals.map(({ approvedBy }) => approvedBy.id),
      ...fallen.map(({ givenBy }) => givenBy.id),
    ]),
  ]
}
