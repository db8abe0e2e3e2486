import type { GlobalBeforeChangeHook, Payload, PayloadRequest } from 'payload'
import { holdLock, shareLock } from '#database/advisory-lock.ts'
import { sqlIn } from '#database/sql.ts'
import { workflowSettings } from '#database/tables.ts'
import {
  editorialCollections,
  isRecord,
  relationIds,
  type EditorialCollection,
} from '#model/documents.ts'
import { risks, type Risk } from '#model/risk.ts'
import { isRole, type Role } from '#model/roles.ts'
import { isSignOffKind, signOffKinds, type SignOffKind } from '#model/sign-offs.ts'

/** What a change needs to be approved. */
export interface ApprovalRule {
  approvals: number
  /** One of the approvals is by this role. */
  role: Role | null
  /** What is signed off beside them. */
  signOffs: readonly SignOffKind[]
}

/** Who gives a kind of sign-off. */
export interface SignOffGivers {
  /** Whoever may approve the text, or those who are named and nobody else. */
  by: 'reviewers' | 'named'
  people: readonly string[]
  desks: readonly string[]
  /** An expert who agrees by a link. */
  experts: boolean
}

/** The rules of the house, as they are at this moment. */
export interface WorkflowSettings {
  ruleFor: (collection: EditorialCollection, risk: Risk) => ApprovalRule
  giversOf: (kind: SignOffKind) => SignOffGivers
  /** A text that is in review is not changed by those who submitted or wrote it. */
  locksInReview: boolean
}

/** The rules as they were read last by each product in this process, and when they had been changed. */
const known = new WeakMap<Payload, { changedAt: string | null; settings: WorkflowSettings }>()

/**
 * Reads the rules of the house. Of what they do not say, one approval by anybody is enough. Each step asks
 * for them several times, and they are spread over nine tables: they are read again when their row says
 * that they have changed.
 */
export async function loadSettings(req: PayloadRequest): Promise<WorkflowSettings> {
  const db = await sqlIn(req)
  const [row] = await db.select({ changedAt: workflowSettings.updatedAt }).from(workflowSettings)
  const changedAt = row?.changedAt ?? null
  const last = known.get(req.payload)
  if (last && changedAt !== null && last.changedAt === changedAt) return last.settings
  const settings = settingsIn(
    await req.payload.findGlobal({
      slug: 'workflow-settings',
      depth: 0,
      overrideAccess: true,
      req,
    }),
  )
  known.set(req.payload, { changedAt, settings })
  return settings
}

const rulesLock = 'workflow rules'

/**
 * Keeps the rules as they are until a signature that is judged by them is written. Changed rules are held
 * against the signatures that are there: one that came meanwhile would be seen by nobody. Taken before
 * any document is locked, since a change of the rules locks documents in its turn. What may make an expert's
 * earlier word count takes it too: it writes their signature.
 */
export async function keepRules(req: PayloadRequest): Promise<void> {
  await shareLock(await sqlIn(req), rulesLock)
}

/** Waits for signatures that are being written; those to come wait for the rules that are being changed. */
export const waitForSignatures: GlobalBeforeChangeHook = async ({ req }) => {
  await holdLock(await sqlIn(req), rulesLock)
}

/** The rules as they are stored, or as somebody wants to store them. */
export function settingsIn(settings: unknown): WorkflowSettings {
  return {
    ruleFor: (collection, risk) => {
      const name = collection === 'career-profiles' ? 'careerProfiles' : 'regionalSections'
      const { approvals, role, signOffs } = partOf(partOf(settings, name), risk)
      return {
        approvals: typeof approvals === 'number' ? approvals : 1,
        role: isRole(role) ? role : null,
        signOffs: Array.isArray(signOffs) ? signOffs.filter(isSignOffKind) : [],
      }
    },
    giversOf: (kind) => {
      const { by, people, desks, experts } = partOf(partOf(settings, 'signOffGivers'), kind)
      return {
        by: by === 'named' ? 'named' : 'reviewers',
        people: relationIds(people),
        desks: relationIds(desks),
        experts: experts === true,
      }
    },
    locksInReview: isRecord(settings) && settings.locksInReview === true,
  }
}

function partOf(value: unknown, name: string): Record<string, unknown> {
  const part = isRecord(value) ? value[name] : undefined
  return isRecord(part) ? part : {}
}

/** The kinds of sign-off that some rule asks for. */
export function kindsAskedFor({ ruleFor }: Pick<WorkflowSettings, 'ruleFor'>): SignOffKind[] {
  return signOffKinds.filter((kind) =>
    editorialCollections.some((collection) =>
      risks.some((risk) => ruleFor(collection, risk).signOffs.includes(kind)),
    ),
  )
}
