import { and, eq, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn } from '#database/sql.ts'
import { usersRels } from '#database/tables.ts'
import { readState } from '#editorial/state.ts'
import { readText } from '#editorial/texts-by-digest.ts'
import { readProgress } from '#workflow/approval.ts'
import { loadCircumstances, toStanding } from '#workflow/circumstances.ts'
import { findLackingApprover, type LackingApprover } from '#workflow/lacking-approver.ts'
import { findNeedOfLink } from '#workflow/need-of-link.ts'
import { findUnsignable } from '#workflow/unsignable.ts'
import { decideByStanding } from '#workflow/decide.ts'
import type { SignOffKind } from '#model/sign-offs.ts'
import type { Standing } from '#workflow/demands.ts'
import type { Reachable } from './reachable.ts'

/** What a text that is in review waits for. */
export interface Waiting {
  /** Some signature of an approval is missing. */
  needsSignature: boolean
  /** Who is named to give a sign-off that is missing, as far as they did not write the text. */
  givers: string[]
  /** Sign-offs that are missing and that nobody can give. */
  stuck: SignOffKind[]
  /** Of which role an approval is missing that nobody can give; null where there is none. */
  lacking: LackingApprover | null
  /** Sign-offs that only an expert can give, where no link is open by which one could. */
  needsLink: SignOffKind[]
  /** Says whether somebody who reviews may give some of what is missing now. */
  mayGive: (person: Reachable, isEntitled: boolean) => boolean
}

/** Reads what a text waits for; undefined where it is not in review. */
export async function findWaiting(
  req: PayloadRequest,
  id: string,
  placed: { profession: string | null; region: string | null },
): Promise<Waiting | undefined> {
  const state = await readState(req, id)
  if (state?.stage !== 'in_review') return undefined
  const circumstances = await loadCircumstances(req, state)
  // A claim lasts for minutes: the text waits for others after it.
  const standing = { ...toStanding(circumstances), claimedBy: null }
  const text = await readText(req, id, state.digest)
  const { progress } = await readProgress(req, circumstances, text?.content ?? {})
  const { given, required, missingRole, missingSignOffs } = progress
  const { settings } = circumstances
  const named = missingSignOffs.map(settings.giversOf).filter(({ by }) => by === 'named')
  const people = [
    ...named.flatMap((givers) => givers.people),
    ...(await membersOf(
      req,
      named.flatMap((givers) => givers.desks),
    )),
  ]
  const needsSignature = given < required || missingRole !== null
  const { contributors } = standing
  const needsLink = await findNeedOfLink(req, { state, settings, missing: missingSignOffs })
  const isLast = required - given <= 1
  const asksReviewers = missingSignOffs.length > named.length
  return {
    needsSignature,
    givers: people.filter((person) => !contributors.includes(person)),
    stuck: await findUnsignable(req, {
      settings,
      missing: missingSignOffs,
      contributors,
      ...placed,
      reviewer: circumstances.assignment.reviewer,
    }),
    lacking: await findLackingApprover(req, { circumstances, progress, ...placed }),
    needsLink,
    mayGive: (person, isEntitled) => {
      const isOfRole = missingRole === null || !isLast || person.role === missingRole
      if (needsSignature && isOfRole && mayApprove(standing, person, isEntitled)) return true
      // Whoever makes the link must not have written the text either.
      return (
        (asksReviewers || needsLink.length > 0) &&
        isEntitled &&
        person.role !== 'author' &&
        !contributors.includes(person.id)
      )
    },
  }
}

function mayApprove(standing: Standing, { id, role }: Reachable, isCovered: boolean): boolean {
  return decideByStanding('approve', standing, { id, role, isOwn: false, isCovered }).allowed
}

/** Who is of some desks. */
async function membersOf(req: PayloadRequest, desks: readonly string[]): Promise<string[]> {
  if (desks.length === 0) return []
  const db = await sqlIn(req)
  const { parentId, path, desksId } = usersRels
  const rows = await db
    .selectDistinct({ person: parentId })
    .from(usersRels)
    .where(and(eq(path, 'desks'), isOneOf(sql`${desksId}::text`, desks)))
  return rows.map(({ person }) => person)
}
