import { eq } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { answersForEntry } from '#access/desks.ts'
import { loadDeskScope } from '#access/load-desks.ts'
import { requirePerson, type SignedInPerson } from '#access/require-person.ts'
import { sqlIn } from '#database/sql.ts'
import { referenceProposals as p } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { isUuid } from '#model/documents.ts'
import { Conflict, DocumentNotFound, NotAllowed } from '#model/errors.ts'
import { lockEverything } from '#publishing/locks.ts'
import { onRecord } from '#record/events.ts'
import { readEntry } from './entries.ts'
import { isSame } from './fields.ts'
import { issueEntryPermit } from './permit.ts'
import { aboutEntry, type Proposal } from './proposals.ts'
import { findShown, type Reach } from './shown.ts'

/** What becomes of a proposal. */
export const decisions = ['confirm', 'reject', 'withdraw'] as const
export type Decision = (typeof decisions)[number]

const outcomes = {
  confirm: { status: 'confirmed', transition: 'confirmProposal' },
  reject: { status: 'rejected', transition: 'rejectProposal' },
  withdraw: { status: 'withdrawn', transition: 'withdrawProposal' },
} as const

/**
 * Decides on a proposal. A confirmation changes the entry and what sites read in the same transaction; it is a
 * second person's, as a rejection is. Whoever proposed it may take it back.
 *
 * @param request.seen the digest of what was seen: another one is refused
 * @throws NotAllowed 403, DocumentNotFound 404, Conflict 409 (`decided`, `changed`, `moved`)
 */
export async function decide(
  req: PayloadRequest,
  request: {
    id: string
    decision: Decision
    seen?: string | undefined
    reason?: string | undefined
  },
): Promise<Proposal> {
  const { id, decision, seen, reason } = request
  const person = requirePerson(req)
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    await lockEverything(db)
    const [proposal] = isUuid(id) ? await db.select().from(p).where(eq(p.id, id)).for('update') : []
    if (!proposal) throw new DocumentNotFound('reference/proposals', id)
    if (!(await mayDecide(req, person, proposal)).includes(decision)) {
      throw refusal(person, proposal, decision)
    }
    if (proposal.status !== 'open') throw new Conflict(alreadyDecided, 'decided')
    if (seen !== undefined && seen !== proposal.digest) throw new Conflict(changed, 'changed')
    const { collection, entry, before, after } = proposal
    const reach = decision === 'confirm' ? await judgeAnew(req, proposal) : {}
    const { status, transition } = outcomes[decision]
    const decided = {
      ...reach,
      status,
      decidedBy: person.id,
      decidedByName: person.name,
      decidedAt: new Date().toISOString(),
      reason: reason?.trim() || null,
    }
    const event = aboutEntry(req, {
      collection,
      id: entry,
      transition,
      comment: decided.reason,
      data: {
        proposal: proposal.id,
        name: proposal.title,
        digest: proposal.digest,
        proposedBy: proposal.proposedBy,
        before,
        after,
        ...reach,
      },
    })
    await onRecord(req, event, async () => {
      await db.update(p).set(decided).where(eq(p.id, proposal.id))
      if (decision !== 'confirm') return
      await req.payload.update({
        collection,
        id: entry,
        data: after,
        depth: 0,
        overrideAccess: true,
        context: issueEntryPermit({ collection, id: entry, after }),
        req,
      })
    })
    return { ...proposal, ...decided }
  })
}

/** Who may do what with an open proposal: its own person may take it back, a second one decides. */
export async function mayDecide(
  req: PayloadRequest,
  person: SignedInPerson,
  proposal: Pick<Proposal, 'collection' | 'entry' | 'proposedBy'>,
): Promise<Decision[]> {
  if (proposal.proposedBy === person.id) return ['withdraw']
  if (person.role === 'author') return []
  const scope = await loadDeskScope(req, person)
  return answersForEntry(scope, { collection: proposal.collection, id: proposal.entry })
    ? ['confirm', 'reject']
    : []
}

/**
 * Whom a proposal reaches by now: texts went live and to review since. An entry that was changed otherwise
 * meanwhile is another one than the proposal speaks of.
 *
 * @throws Conflict 409 `moved`
 */
async function judgeAnew(
  req: PayloadRequest,
  { collection, entry, before, after }: Proposal,
): Promise<Reach> {
  const now = await readEntry(req, collection, entry)
  const moved = Object.keys(before).filter((name) => !now || !isSame(now[name], before[name]))
  if (now && moved.length === 0) {
    const { texts, sites } = await findShown(req, { collection, before: now, after })
    return { texts, sites }
  }
  throw new Conflict(
    {
      de: 'Der Eintrag ist inzwischen ein anderer als der, für den das vorgeschlagen wurde.',
      en: 'The entry is another by now than the one that this was proposed for.',
    },
    'moved',
    moved.map((path) => ({ path, reason: 'It has changed since.' })),
  )
}

const alreadyDecided = {
  de: 'Über diesen Vorschlag ist schon entschieden.',
  en: 'This proposal has been decided already.',
}

const changed = {
  de: 'Der Vorschlag ist inzwischen ein anderer. Sehen Sie ihn noch einmal an.',
  en: 'The proposal has changed meanwhile. Look at it again.',
}

function refusal(
  person: SignedInPerson,
  { proposedBy }: Pick<Proposal, 'proposedBy'>,
  decision: Decision,
): NotAllowed {
  if (decision === 'withdraw') {
    return new NotAllowed({
      de: 'Zurückziehen kann einen Vorschlag, wer ihn gemacht hat.',
      en: 'A proposal is withdrawn by whoever made it.',
    })
  }
  if (proposedBy === person.id) {
    return new NotAllowed(
      {
        de: 'Über einen Vorschlag entscheidet eine zweite Person.',
        en: 'A second person decides on a proposal.',
      },
      'four_eyes',
    )
  }
  return new NotAllowed({
    de: 'Über diesen Vorschlag entscheiden Redaktion und Verwaltung, deren Ressort der Eintrag ist.',
    en: 'Editors whose desk the entry is, and administrators, decide on this proposal.',
  })
}
