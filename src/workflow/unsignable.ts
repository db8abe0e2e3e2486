import { and, eq, notInArray, or, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isActiveAccount } from '#access/active.ts'
import { isCoveredByDesks } from '#access/desks.ts'
import { loadEditorScopes } from '#access/load-desks.ts'
import { hasSignedIn } from '#access/signed-in.ts'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn } from '#database/sql.ts'
import { users } from '#database/tables.ts'
import type { SignOffKind } from '#model/sign-offs.ts'
import { findNamedGivers } from './named-givers.ts'
import type { WorkflowSettings } from './settings.ts'

/** A text that lacks some sign-offs, as far as it says who may give them. */
interface Lacking {
  settings: WorkflowSettings
  missing: readonly SignOffKind[]
  contributors: readonly string[]
  profession: string | null
  region: string | null
  /** Who is to review it. */
  reviewer: string | null
}

/**
 * Which of the sign-offs that a text lacks nobody can give: whoever could has left, was never there, or
 * wrote the text. What experts may give by a link waits for them.
 */
export async function findUnsignable(req: PayloadRequest, text: Lacking): Promise<SignOffKind[]> {
  const { settings, contributors } = text
  const kinds = text.missing.filter((kind) => !settings.giversOf(kind).experts)
  if (kinds.length === 0) return []
  const named = await findNamedGivers(req, settings, kinds)
  const isOfReviewers = (kind: SignOffKind) => settings.giversOf(kind).by === 'reviewers'
  const mayBeReviewed = kinds.some(isOfReviewers) && (await hasReviewer(req, text))
  return kinds.filter((kind) =>
    isOfReviewers(kind)
      ? !mayBeReviewed
      : !named.get(kind)?.some(({ id }) => !contributors.includes(id)),
  )
}

/** Whether there is anybody who may approve a text and did not write it. */
async function hasReviewer(req: PayloadRequest, text: Lacking): Promise<boolean> {
  const { contributors, reviewer } = text
  const db = await sqlIn(req)
  const scopes = await loadEditorScopes(req)
  const editors = scopes
    .filter(({ id, scope }) => id === reviewer || isCoveredByDesks(scope, text))
    .map(({ id }) => id)
  const id = sql<string>`${users.id}::text`
  const [found] = await db
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        or(eq(users.role, 'admin'), and(eq(users.role, 'editor'), isOneOf(id, editors))),
        contributors.length > 0 ? notInArray(id, [...contributors]) : undefined,
        isActiveAccount(users),
        hasSignedIn(users),
      ),
    )
    .limit(1)
  return found !== undefined
}
