import { createHash, randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { actorOf, isPerson } from '#access/actor.ts'
import { sqlIn } from '#database/sql.ts'
import { referenceProposals as p } from '#database/tables.ts'
import { canonicalJson } from '#model/canonical-json.ts'
import { Conflict } from '#model/errors.ts'
import type { Person } from '#model/person.ts'
import type { ReferenceCollection } from '#model/reference-collections.ts'
import { onRecord, type NewEvent } from '#record/events.ts'
import { titleOf, type Entry } from './entries.ts'
import { pickValues, type Values } from './fields.ts'
import { noteProposal } from './noted.ts'
import { findShown } from './shown.ts'

export type Proposal = typeof p.$inferSelect

/**
 * Proposes a change of what texts show of an entry that are live or on their way there, in place of the change. Somebody's own open proposal
 * grows by it.
 *
 * @param after the fields that change, with their new values
 * @throws Conflict 409 `proposal_open` where somebody else has proposed something for the entry
 */
export async function propose(
  req: PayloadRequest,
  of: { collection: ReferenceCollection; entry: Entry; after: Values },
): Promise<void> {
  const { collection, entry } = of
  const db = await sqlIn(req)
  const actor = personIn(req)
  const open = await findOpen(req, collection, entry.id)
  if (open && open.proposedBy !== (actor?.id ?? null)) throw takenBy(open)
  const after = { ...open?.after, ...of.after }
  const before = pickValues(entry, Object.keys(after))
  const { texts, sites } = await findShown(req, { collection, before: entry, after })
  const id = open?.id ?? randomUUID()
  const kept = { before, after, digest: digestOf({ collection, entry: entry.id, before, after }) }
  noteProposal(req.context, { id, collection, entry: entry.id, texts, sites })
  if (open?.digest === kept.digest) return
  const event = aboutEntry(req, {
    collection,
    id: entry.id,
    transition: 'propose',
    data: { proposal: id, name: titleOf(entry), texts, sites, ...kept },
  })
  await onRecord(req, event, async () => {
    const values = { ...kept, title: titleOf(entry), texts, sites }
    if (open) {
      await db.update(p).set(values).where(eq(p.id, id))
      return
    }
    await db.insert(p).values({
      id,
      collection,
      entry: entry.id,
      ...values,
      proposedBy: actor?.id ?? null,
      proposedByName: actor?.name ?? null,
    })
  })
}

/** The open proposal for an entry, locked; undefined where there is none. */
export async function findOpen(
  req: PayloadRequest,
  collection: ReferenceCollection,
  entry: string,
): Promise<Proposal | undefined> {
  const db = await sqlIn(req)
  const [open] = await db
    .select()
    .from(p)
    .where(and(eq(p.collection, collection), eq(p.entry, entry), eq(p.status, 'open')))
    .for('update')
  return open
}

/** An event about an entry, under the name of whoever calls; without one it was a command at the machine. */
export function aboutEntry(
  req: PayloadRequest,
  event: Pick<NewEvent, 'collection' | 'id' | 'transition'> & {
    data: Readonly<Record<string, unknown>>
    comment?: string | null
  },
): NewEvent {
  const actor = personIn(req)
  const by = actor ? {} : { by: 'command' }
  return { kind: 'reference', actor, ...event, data: { ...event.data, ...by } }
}

/** The person who calls; null for a command. */
export function personIn(req: PayloadRequest): Person | null {
  const actor = actorOf(req)
  return isPerson(actor) ? { id: actor.id, name: actor.name } : null
}

/** Names what a proposal proposes: whoever decides says by it what they have seen. */
function digestOf(proposed: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(canonicalJson(proposed)).digest('hex')
}

function takenBy({ id, title, proposedByName }: Proposal): Conflict {
  const who = proposedByName ?? 'npm'
  return new Conflict(
    {
      de: `Für „${title}“ wartet schon ein Vorschlag von ${who}. Erst wird er bestätigt, abgelehnt oder zurückgezogen.`,
      en: `A proposal of ${who} for “${title}” waits already. It is confirmed, rejected or withdrawn first.`,
    },
    'proposal_open',
    [{ path: `reference/proposals/${id}`, reason: `Proposed by ${who}.` }],
  )
}
