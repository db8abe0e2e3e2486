import type { PayloadRequest } from 'payload'
import { isRecord, type EditorialCollection } from '#model/documents.ts'
import { Conflict } from '#model/errors.ts'
import type { Risk } from '#model/risk.ts'
import { isRole, type Role } from '#model/roles.ts'
import type { EditorialDocument } from '#editorial/copies.ts'
import { findDifference } from '#portrait/difference/find-difference.ts'
import type { Circumstances } from './circumstances.ts'
import { readText } from '#editorial/texts-by-digest.ts'

/** How many approvals a change needs, and by which role one of them must be. */
export interface ApprovalRule {
  approvals: number
  role: Role | null
}

/** The difference that an approval rests on: from which digest (null: from nothing), at what risk. */
export interface Seen {
  from: string | null
  risk: Risk
}

/** Says whether signatures are enough: as many people as asked for, one of them in the role. */
export function isComplete(
  rule: ApprovalRule,
  signatures: readonly { by: string; as: string | null }[],
): boolean {
  const people = new Set(signatures.map(({ by }) => by))
  return (
    people.size >= rule.approvals &&
    (rule.role === null || signatures.some(({ as }) => as === rule.role))
  )
}

/**
 * Judges an approval: what the text changes against what is live puts something at risk, and the
 * rules of the house say how many approvals that takes. What somebody has looked at instead (an
 * earlier text) is recorded, but does not lower what is asked for.
 *
 * @throws Conflict 409 when the text that was seen is not known
 */
export async function judgeApproval(
  step: {
    req: PayloadRequest
    circumstances: Circumstances
    working: EditorialDocument
    seenFrom: string | undefined
  },
  signatures: readonly { by: string; as: string | null }[],
): Promise<{ seen: Seen; required: number; isComplete: boolean }> {
  const { req, circumstances, working, seenFrom } = step
  const { id, collection, live } = circumstances.state
  const risk = await assessRisk(req, id, live?.digest ?? null, working)
  if (seenFrom !== undefined && !(await readText(req, id, seenFrom))) {
    throw new Conflict(`There is no text with digest ${seenFrom}.`, 'unknown_digest')
  }
  const house = await loadRule(req, collection, risk)
  // What was asked of who signed before holds for this text, whatever the rules are now.
  const asked = circumstances.approvals.map((approval) => approval.required)
  const rule = { ...house, approvals: Math.max(house.approvals, ...asked) }
  return {
    seen: { from: seenFrom ?? live?.digest ?? null, risk },
    required: rule.approvals,
    isComplete: isComplete(rule, signatures),
  }
}

/** What a working copy puts at risk against a text that is on record, or against nothing. */
export async function assessRisk(
  req: PayloadRequest,
  id: string,
  from: string | null,
  working: EditorialDocument,
): Promise<Risk> {
  const before = from === null ? undefined : await readText(req, id, from)
  return findDifference(before?.content ?? null, working).risk ?? 'cosmetic'
}

/** The rule for one collection and one risk, out of the settings. */
export async function loadRule(
  req: PayloadRequest,
  collection: EditorialCollection,
  risk: Risk,
): Promise<ApprovalRule> {
  const settings: unknown = await req.payload.findGlobal({
    slug: 'workflow-settings',
    depth: 0,
    overrideAccess: true,
    req,
  })
  const name = collection === 'career-profiles' ? 'careerProfiles' : 'regionalSections'
  const group = isRecord(settings) ? settings[name] : undefined
  const rule = isRecord(group) ? group[risk] : undefined
  const { approvals, role } = isRecord(rule) ? rule : {}
  return {
    approvals: typeof approvals === 'number' ? approvals : 1,
    role: isRole(role) ? role : null,
  }
}
