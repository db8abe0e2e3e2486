import { and, desc, eq, ne } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { workflowEvents as e } from '#database/tables.ts'
import type { WorkflowState } from '#editorial/state.ts'
import { appendEvent } from '#record/events.ts'
import { loadSurroundings } from './audience.ts'
import type { NotificationKind } from './kinds.ts'
import { recipientsOf } from './recipients.ts'
import { findToldSince } from './told-since.ts'

/** What tells somebody that a text is approved and not planned. */
const tellsOfApproval: readonly NotificationKind[] = [
  'approved',
  'planCancelled',
  'planFailed',
  'waiting',
]

/**
 * Tells of a text that is approved and not planned those who may publish it, where nobody who knows of it
 * may: they have left, were demoted or have other desks. Says whether there was anybody to tell.
 */
export async function tellOfPublication(
  req: PayloadRequest,
  { collection, id, digest }: WorkflowState,
): Promise<boolean> {
  const event = { kind: 'assignment', collection, id, transition: 'waits', actor: null } as const
  const around = await loadSurroundings(req, 'approved', { ...event, digest })
  if (!around) return false
  const { able, signers } = around.audience
  const told = await findToldSince(req, id, tellsOfApproval)
  const knowing = [...told, ...signers, await findLastSigner(req, id)]
  if (knowing.some((person) => person !== null && able.has(person))) return false
  // Who may act on it, from the nearest to the last, as of a text that waits for a signature.
  const people = recipientsOf('submitted', event, around.audience)
  if (people.length === 0) return false
  await appendEvent(req, { ...event, digest, data: { people, action: 'publish' } })
  return true
}

/** Who made a text approved; null where that happened by itself, or by a link. */
async function findLastSigner(req: PayloadRequest, id: string): Promise<string | null> {
  const db = await sqlIn(req)
  const [last] = await db
    .select({ actor: e.actor })
    .from(e)
    .where(
      and(
        eq(e.document, id),
        eq(e.kind, 'workflow'),
        eq(e.toStage, 'approved'),
        ne(e.transition, 'complete'),
      ),
    )
    .orderBy(desc(e.sequence))
    .limit(1)
  return last?.actor ?? null
}
