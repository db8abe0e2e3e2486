import { and, asc, eq, exists, isNull, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import {
  workflowApprovals as approvals,
  workflowRevocations as revocations,
  workflowStates as states,
} from '#database/tables.ts'
import { findApprovals } from '#editorial/approvals.ts'
import { lockState, saveState, type WorkflowState } from '#editorial/state.ts'
import { readText } from '#editorial/texts-by-digest.ts'
import { onRecord, type AppendedEvent } from '#record/events.ts'
import type { Subscriber } from '#record/subscribers.ts'
import { findBlockers } from '#publishing/inspect-text.ts'
import { readProgress } from './approval.ts'
import { findOpenComments } from './facts/open-comments.ts'
import { loadSettings } from './settings.ts'

/**
 * When the rules of approval change, texts that have waited for a signature which is asked for no more are
 * approved at once, as those who signed them said. What was approved stays so: it was under the rules of
 * its time. The same is asked of one text when something under it was taken back, and when a publication
 * of another version has changed what it is compared with.
 */
export const completeApprovals: Subscriber = { name: 'rules', handle: completeAfterChange }

async function completeAfterChange(req: PayloadRequest, event: AppendedEvent): Promise<void> {
  const { kind, id, transition } = event
  if (kind === 'workflow' && changesWhatIsAsked.has(transition)) {
    await complete(req, id, event.actor)
  }
  if (kind !== 'setting' || id !== 'workflow-settings') return
  // In one order, so that two changes at once do not wait for each other.
  for (const id of await findSignedInReview(req)) await complete(req, id, event.actor)
}

const changesWhatIsAsked: ReadonlySet<string> = new Set([
  'revokeApproval',
  'takeBackSignOff',
  'publish',
  'unpublish',
])

async function complete(
  req: PayloadRequest,
  id: string,
  actor: AppendedEvent['actor'],
): Promise<void> {
  const state = await lockState(req, id)
  if (state?.stage !== 'in_review') return
  const { collection, digest, round, contributors } = state
  const standing = await findApprovals(req, { id, digest, round })
  const text = await readText(req, id, digest)
  if (!text || standing.length === 0) return
  const known = { state, approvals: standing, settings: await loadSettings(req) }
  const { progress, signOffs } = await readProgress(req, known, text.content)
  if (!progress.isComplete || (await isHeldUp(req, state, text.content))) return
  const { required } = progress
  await onRecord(
    req,
    {
      kind: 'workflow',
      collection,
      id,
      transition: 'complete',
      from: state.stage,
      to: 'approved',
      digest,
      actor,
      data: {
        required,
        signOffs,
        round,
        contributors,
        approvals: standing.map((approval) => approval.id),
      },
    },
    () => saveState(req, { ...state, stage: 'approved' }),
  )
}

/** What holds an approval up holds this one up. */
async function isHeldUp(
  req: PayloadRequest,
  { id, collection }: WorkflowState,
  content: Record<string, unknown>,
): Promise<boolean> {
  const comments = await findOpenComments(req, id)
  return (
    comments.some(({ isBlocking }) => isBlocking) ||
    (await findBlockers(collection, content)).length > 0
  )
}

/** The texts in review that somebody has signed, in this round. */
async function findSignedInReview(req: PayloadRequest): Promise<string[]> {
  const db = await sqlIn(req)
  const standing = db
    .select({ id: approvals.id })
    .from(approvals)
    .leftJoin(revocations, eq(revocations.approval, approvals.id))
    .where(
      and(
        eq(approvals.document, sql`${states.id}::text`),
        eq(approvals.digest, states.digest),
        eq(approvals.round, states.round),
        isNull(revocations.id),
      ),
    )
  const rows = await db
    .select({ id: states.id })
    .from(states)
    .where(and(eq(states.stage, 'in_review'), exists(standing)))
    .orderBy(asc(states.id))
  return rows.map(({ id }) => id)
}
