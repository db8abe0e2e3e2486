import { and, desc, inArray, ne, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isActiveAccount } from '#access/active.ts'
import { isCoveredByDesks } from '#access/desks.ts'
import { findPerson } from '#access/find-person.ts'
import { loadEditorScopes } from '#access/load-desks.ts'
import { hasSignedIn } from '#access/signed-in.ts'
import { sqlIn } from '#database/sql.ts'
import { users } from '#database/tables.ts'
import { readWorkingCopy } from '#editorial/copies.ts'
import { lockState } from '#editorial/state.ts'
import { relationId } from '#model/documents.ts'
import type { Leaver, Person } from '#model/person.ts'
import { onRecord } from '#record/events.ts'
import { mayActAsEditor } from '#workflow/acting-editor.ts'
import { readAssignment } from '#workflow/facts/assignments.ts'
import { findPlansOf, lockPlan, renamePlanner, type Plan } from '#workflow/facts/plans.ts'

/**
 * Hands over what somebody has planned who leaves: others have approved it, so it is carried out, but not in the name
 * of somebody who can call it off no more. Whoever ends the account takes it; where that is a program, or
 * somebody who may not plan this text, the one who is nearest to it: its reviewer, else an editor of the desk,
 * else the administration. They are told.
 */
export async function handOverPlans(req: PayloadRequest, leaver: Leaver): Promise<void> {
  const { person, by } = leaver
  for (const { id, document } of await findPlansOf(req, person)) {
    await lockState(req, document)
    const plan = await lockPlan(req, id)
    if (!plan) continue
    const taker = await findTaker(req, plan, leaver)
    const { collection, digest, action, dueAt } = plan
    await onRecord(
      req,
      {
        kind: 'plan',
        collection,
        id: document,
        transition: 'handOverPlan',
        digest,
        actor: by,
        data: { plan: id, action, dueAt, left: person, to: taker?.id ?? null },
      },
      async () => {
        if (taker) await renamePlanner(req, id, taker)
      },
    )
  }
}

/** Who takes a plan over; null in a house where nobody may plan the text any more. */
async function findTaker(
  req: PayloadRequest,
  { collection, document }: Plan,
  { person, by }: Leaver,
): Promise<Person | null> {
  const working = await readWorkingCopy({ collection, id: document, req })
  if (!working) return null
  const assignment = await readAssignment(req, document)
  const placed = {
    profession: relationId(working.profession),
    region: relationId(working.region),
  }
  const scopes = await loadEditorScopes(req)
  const ofDesk = new Set(
    scopes.filter(({ scope }) => isCoveredByDesks(scope, placed)).map(({ id }) => id),
  )
  const others = await findOthers(req, person)
  const candidates = [
    by?.id,
    assignment.reviewer,
    ...others.filter(({ id }) => ofDesk.has(id)).map(({ id }) => id),
    ...others.filter(({ role }) => role === 'admin').map(({ id }) => id),
  ]
  for (const candidate of candidates) {
    if (!candidate || candidate === person) continue
    if (!(await mayActAsEditor(req, candidate, working, assignment))) continue
    const found = await findPerson(req, candidate)
    if (found) return { id: found.id, name: found.name }
  }
  return null
}

/** Everybody else who plans, first those who have been here, in one order. */
async function findOthers(req: PayloadRequest, person: string) {
  const db = await sqlIn(req)
  const isThere = sql<boolean>`${hasSignedIn(users)}`
  return db
    .select({ id: users.id, role: users.role })
    .from(users)
    .where(
      and(inArray(users.role, ['editor', 'admin']), isActiveAccount(users), ne(users.id, person)),
    )
    .orderBy(desc(isThere), users.createdAt, users.id)
}
