import { and, asc, eq, gte, inArray, or } from 'drizzle-orm'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { newsroomTexts as t, workflowEvents as e } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { lockState } from '#editorial/state.ts'
import { collectionIn, type EditorialCollection } from '#model/documents.ts'
import { appendEvent, type NewEvent } from '#record/events.ts'
import { findLastLapse } from '#workflow/need-of-link.ts'
import { loadSurroundings, type Surroundings } from './audience.ts'
import { recipientsOf } from './recipients.ts'
import { tellOfPublication } from './tell-of-publication.ts'
import { findToldSince } from './told-since.ts'

/** What tells somebody that a text waits for them. */
const tellsOfWaiting = [
  'submitted',
  'awaitsSignature',
  'approvalRevoked',
  'waiting',
  'stuck',
] as const

/** So often all is looked at, whatever happened: a delegation ends by itself. In milliseconds. */
const longestPause = 3_600_000

/** When it was looked last, in milliseconds; shared by calls. */
export interface LastLook {
  at: number
}

/**
 * Tells of each text that waits for a signature or a sign-off somebody who may give it, where those who
 * were told can no more: they have left, were demoted or have other desks, the rules ask for somebody
 * else, or the assignment was taken back; of each that waits for its publication somebody who may publish
 * it, where nobody who knows of it may; and the administrators of what waits for a signature that nobody
 * can give any more. Nothing is done while nothing of that kind has happened. Gives of
 * how many texts it told.
 *
 * @throws Error the first fault, after all others had their turn
 */
export async function tellOfWaiting(
  payload: Payload,
  last: LastLook = { at: 0 },
  now = new Date(),
): Promise<number> {
  const req = await createLocalReq({}, payload)
  const isDue = now.getTime() - last.at >= longestPause
  if (!isDue && !(await hasChangedRights(req, new Date(last.at)))) return 0
  const faults: unknown[] = []
  let told = 0
  for (const text of await findWaitingTexts(req)) {
    try {
      if (await tellOf(payload, text)) told += 1
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length > 0) throw faults[0]
  last.at = now.getTime()
  return told
}

/** Whether people, desks, rules or assignments have changed since a moment. */
async function hasChangedRights(req: PayloadRequest, since: Date): Promise<boolean> {
  const db = await sqlIn(req)
  const rows = await db
    .select({ id: e.id })
    .from(e)
    .where(
      and(
        // What was written while it was looked at last is looked at again.
        gte(e.createdAt, new Date(since.getTime() - 60_000).toISOString()),
        or(
          inArray(e.kind, ['setting']),
          and(eq(e.kind, 'assignment'), inArray(e.transition, ['assign', 'changeAuthor'])),
          and(
            eq(e.kind, 'account'),
            inArray(e.transition, [
              'changePermissions',
              'deactivate',
              'deleteAccount',
              'endDelegation',
            ]),
          ),
        ),
      ),
    )
    .limit(1)
  return rows.length > 0
}

/** The texts that are in review, or approved and not planned. */
async function findWaitingTexts(
  req: PayloadRequest,
): Promise<{ collection: EditorialCollection; id: string }[]> {
  const db = await sqlIn(req)
  const rows = await db
    .select({ id: t.document, collection: t.documentCollection })
    .from(t)
    .where(inArray(t.stage, ['in_review', 'approved']))
    .orderBy(asc(t.stageSince), asc(t.document))
  return rows.map(({ id, collection }) => ({ id, collection: collectionIn(collection) }))
}

/** Says whether somebody had to be told. */
async function tellOf(
  payload: Payload,
  { collection, id }: { collection: EditorialCollection; id: string },
): Promise<boolean> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    const state = await lockState(req, id)
    if (state?.stage === 'approved') return tellOfPublication(req, state)
    if (state?.stage !== 'in_review') return false
    const asked = { kind: 'assignment', collection, id, transition: 'waits', actor: null } as const
    const around = await loadSurroundings(req, 'submitted', asked)
    if (!around) return false
    const { givers } = around.audience
    const mayAct = recipientsOf('submitted', asked, around.audience)
    const isTold = await tellOfStuck(req, { asked, around, digest: state.digest })
    // Whoever was told before a link ended without an answer is told again: another one is needed.
    const { needsLink } = around.audience
    const lapsedAt = needsLink.length > 0 ? await findLastLapse(req, id) : null
    const told = await findToldSince(req, id, tellsOfWaiting, lapsedAt)
    const reviewers = mayAct.filter((person) => !givers.includes(person))
    const areReviewersAsked = reviewers.some((person) => told.has(person))
    const people = mayAct.filter(
      (person) => !told.has(person) && (givers.includes(person) || !areReviewersAsked),
    )
    if (people.length === 0) return isTold
    await appendEvent(req, {
      ...asked,
      digest: state.digest,
      data: { people, needsLink },
    })
    return true
  })
}

/** Tells those who do not know it yet what nobody can sign, or sign off. Says whether there were any. */
async function tellOfStuck(
  req: PayloadRequest,
  of: { asked: NewEvent; around: Surroundings; digest: string },
): Promise<boolean> {
  const { asked, around, digest } = of
  const { stuck: kinds, lacking } = around.audience
  if (kinds.length === 0 && lacking === null) return false
  const told = await findToldSince(req, asked.id, ['stuck'])
  const people = recipientsOf('stuck', asked, around.audience).filter((id) => !told.has(id))
  if (people.length === 0) return false
  await appendEvent(req, {
    ...asked,
    transition: 'stuck',
    digest,
    data: { people, kinds, lacking },
  })
  return true
}
