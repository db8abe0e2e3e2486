import { and, count, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isActiveAccount } from '#access/active.ts'
import { isCoveredByDesks } from '#access/desks.ts'
import { loadEditorScopes } from '#access/load-desks.ts'
import { hasSignedIn } from '#access/signed-in.ts'
import { sqlIn } from '#database/sql.ts'
import { users } from '#database/tables.ts'
import { roleLabels, type Role } from '#model/roles.ts'
import type { BilingualText } from '#model/text.ts'
import type { ApprovalProgress } from './approval.ts'
import { toStanding, type Circumstances } from './circumstances.ts'
import { decideByStanding } from './decide.ts'

/** Of which role an approval is missing that nobody can give: `any` where the rules name none. */
export type LackingApprover = Role | 'any'

/**
 * Says of a text in review whether the approvals that it lacks cannot be given: whoever could wrote it, has
 * signed it already, has left or was never there. Null where enough people are left, by the judge of the
 * workflow.
 */
export async function findLackingApprover(
  req: PayloadRequest,
  text: {
    circumstances: Circumstances
    progress: Pick<ApprovalProgress, 'given' | 'required' | 'missingRole'>
    profession: string | null
    region: string | null
  },
): Promise<LackingApprover | null> {
  const { circumstances, progress } = text
  const { given, required, missingRole } = progress
  const needed = Math.max(required - given, missingRole === null ? 0 : 1)
  if (needed === 0) return null
  // In most houses the administration is enough, and nobody else has to be looked at.
  const isForAdmins = missingRole === null || missingRole === 'admin'
  if (isForAdmins && (await countAdmins(req, circumstances)) >= needed) return null
  // A claim lasts for minutes: the text waits for others after it.
  const standing = { ...toStanding(circumstances), claimedBy: null }
  const scopes = new Map((await loadEditorScopes(req)).map(({ id, scope }) => [id, scope]))
  const { reviewer } = circumstances.assignment
  const able = (await findReviewing(req)).filter(({ id, role }) => {
    const scope = scopes.get(id)
    const isCovered = id === reviewer || (scope !== undefined && isCoveredByDesks(scope, text))
    return decideByStanding('approve', standing, { id, role, isOwn: false, isCovered }).allowed
  })
  if (missingRole !== null && !able.some(({ role }) => role === missingRole)) return missingRole
  return able.length < needed ? 'any' : null
}

/** Why nobody can give it, in words. */
export function sayLacking(lacking: LackingApprover): BilingualText {
  const role = lacking === 'any' ? { de: '', en: '' } : roleLabels[lacking]
  const of = (label: string) => (label === '' ? '' : ` (${label})`)
  return {
    de: `Eine Freigabe${of(role.de)} kann gerade niemand geben: Wer dürfte, hat den Text geschrieben, schon freigegeben oder ist nicht mehr da.`,
    en: `Nobody can give an approval${of(role.en)} now: whoever might has written the text, has approved it already or is gone.`,
  }
}

/** How many administrators have neither written nor signed a text. */
async function countAdmins(
  req: PayloadRequest,
  { state, approvals }: Circumstances,
): Promise<number> {
  const others = [...state.contributors, ...approvals.map(({ approvedBy }) => approvedBy.id)]
  const db = await sqlIn(req)
  const [row] = await db
    .select({ count: count() })
    .from(users)
    .where(
      and(
        eq(users.role, 'admin'),
        others.length > 0 ? notInArray(sql<string>`${users.id}::text`, others) : undefined,
        isActiveAccount(users),
        hasSignedIn(users),
      ),
    )
  return row?.count ?? 0
}

/** Everybody who reviews, and is there. */
async function findReviewing(req: PayloadRequest): Promise<{ id: string; role: Role }[]> {
  const db = await sqlIn(req)
  return db
    .select({ id: sql<string>`${users.id}::text`, role: users.role })
    .from(users)
    .where(
      and(inArray(users.role, ['editor', 'admin']), isActiveAccount(users), hasSignedIn(users)),
    )
}
