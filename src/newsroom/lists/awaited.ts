import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { deskCondition } from '#access/desks.ts'
import { loadDeskScope } from '#access/load-desks.ts'
import { requirePerson } from '#access/require-person.ts'
import { newsroomTexts as t } from '#database/tables.ts'
import type { SignOffKind } from '#model/sign-offs.ts'
import { isNamedGiver } from '#workflow/givers.ts'
import { lacksSignOff } from '#workflow/missing-sign-offs.ts'
import { loadSettings, type WorkflowSettings } from '#workflow/settings.ts'

/**
 * The condition of the texts that wait for a sign-off of the caller's: in review, not written by them, and
 * without one of these kinds that the rules ask for and that is theirs to give. Undefined where there can be
 * none. The rules are those of now: what they ask of a text follows from its collection and risk.
 *
 * @throws NotSignedIn 401, NotAllowed 403 for sites
 */
export async function awaitsSignOffOfCaller(
  req: PayloadRequest,
  kinds: readonly SignOffKind[],
): Promise<SQL | undefined> {
  const actor = requirePerson(req)
  const settings = await loadSettings(req)
  const reviews = actor.role !== 'author' && kinds.some((kind) => isReviewers(settings, kind))
  const covered = reviews ? deskCondition(await loadDeskScope(req, actor), t) : undefined
  const ofReviewers = covered && or(covered, eq(t.reviewer, actor.id))
  const ofKinds: (SQL | undefined)[] = []
  for (const kind of kinds) {
    const lacking = lacksSignOff(settings, kind)
    const isTheirs = isReviewers(settings, kind)
      ? actor.role !== 'author'
      : isNamedGiver(settings, kind, actor)
    if (!lacking || !isTheirs) continue
    ofKinds.push(and(lacking, isReviewers(settings, kind) ? ofReviewers : undefined))
  }
  if (ofKinds.length === 0) return undefined
  return and(eq(t.stage, 'in_review'), sql`NOT ${t.contributors} ? ${actor.id}`, or(...ofKinds))
}

function isReviewers({ giversOf }: WorkflowSettings, kind: SignOffKind): boolean {
  return giversOf(kind).by === 'reviewers'
}
