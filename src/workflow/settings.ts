import type { PayloadRequest } from 'payload'
import { isRecord, type EditorialCollection } from '#model/documents.ts'
import type { Risk } from '#model/risk.ts'
import { isRole, type Role } from '#model/roles.ts'

/** How many approvals a change needs, and by which role one of them must be. */
export interface ApprovalRule {
  approvals: number
  role: Role | null
}

/** The rules of the house, as they are at this moment. */
export interface WorkflowSettings {
  ruleFor: (collection: EditorialCollection, risk: Risk) => ApprovalRule
  /** A text that is in review is not changed by those who submitted or wrote it. */
  locksInReview: boolean
}

/** Reads the rules of the house. Of what they do not say, one approval by anybody is enough. */
export async function loadSettings(req: PayloadRequest): Promise<WorkflowSettings> {
  const settings: unknown = await req.payload.findGlobal({
    slug: 'workflow-settings',
    depth: 0,
    overrideAccess: true,
    req,
  })
  return {
    ruleFor: (collection, risk) => {
      const name = collection === 'career-profiles' ? 'careerProfiles' : 'regionalSections'
      const group = isRecord(settings) ? settings[name] : undefined
      const rule = isRecord(group) ? group[risk] : undefined
      const { approvals, role } = isRecord(rule) ? rule : {}
      return {
        approvals: typeof approvals === 'number' ? approvals : 1,
        role: isRole(role) ? role : null,
      }
    },
    locksInReview: isRecord(settings) && settings.locksInReview === true,
  }
}
