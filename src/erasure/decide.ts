import { and, eq, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isActiveAccount } from '#access/active.ts'
import { requireEditor } from '#access/require-admin.ts'
import { requirePerson, type SignedInPerson } from '#access/require-person.ts'
import { sessionOf } from '#access/session.ts'
import { holdLock } from '#database/advisory-lock.ts'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { erasures, notifications, users } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { isUuid } from '#model/documents.ts'
import { Conflict, DocumentNotFound, NotAllowed } from '#model/errors.ts'
import { onRecord } from '#record/events.ts'
import { digestOfRows } from '#record/redactions.ts'
import { belongsToEditors, type Erasure } from './ask.ts'
import type { RowToEmpty } from './kind.ts'
import { kindOf } from './kinds/index.ts'
import { subjectOf } from './subject.ts'

/** What becomes of an erasure that somebody asked for. */
export const decisions = ['confirm', 'reject', 'withdraw'] as const
export type Decision = (typeof decisions)[number]

const outcomes = {
  confirm: { status: 'confirmed', transition: 'redact' },
  reject: { status: 'rejected', transition: 'rejectErasure' },
  withdraw: { status: 'withdrawn', transition: 'withdrawErasure' },
} as const

/**
 * Decides on an erasure. A confirmation is a second person's, and empties what it is about in the same
 * transaction: the record keeps the hashes, and an event `redact` that names the rows.
 *
 * @throws NotSignedIn 401, NotAllowed 403, DocumentNotFound 404, Conflict 409 where it is decided, or may not go
 *   now
 */
export async function decideErasure(
  req: PayloadRequest,
  request: { id: string; decision: Decision; answer: string | null },
): Promise<Erasure> {
  const { id, decision, answer } = request
  // Whoever has asked for something may be an author by now.
  if (decision !== 'withdraw') requireEditor(req, belongsToEditors)
  const person = requirePerson(req)
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    // Two at once would each empty what the other has counted.
    await holdLock(db, 'erasures')
    const found = isUuid(id)
      ? await db.select().from(erasures).where(eq(erasures.id, id)).for('update')
      : []
    const [erasure] = found
    if (!erasure) throw new DocumentNotFound('erasures', id)
    const may = mayDecide(person, erasure, await isAdminNow(db, erasure.askedBy))
    if (!may.includes(decision)) throw refusal(person, erasure, decision)
    if (erasure.status !== 'open') throw new Conflict(alreadyDecided, 'decided')
    const { status, transition } = outcomes[decision]
    const { documentCollection: collection, document, kind, askedBy } = erasure
    const isConfirmed = decision === 'confirm'
    const of = kindOf(subjectOf(erasure))
    if (isConfirmed) await of.require(req)
    const rows = isConfirmed ? await of.findRows(db) : []
    const data = {
      erasure: erasure.id,
      kind,
      askedBy,
      ...(isConfirmed && { rows: digestOfRows(rows), count: rows.length }),
    }
    const event = {
      kind: 'erasure',
      collection,
      id: document,
      transition,
      actor: { id: person.id, name: person.name },
      comment: answer,
      data,
    } as const
    await onRecord(req, event, async (redaction) => {
      if (isConfirmed) {
        // It finds by the record what else there is.
        await of.empty(req, redaction)
        await deleteNotices(db, rows)
        await emptyRecord(req, { redaction, rows })
        await of.finish(req)
      }
      await db
        .update(erasures)
        .set({
          status,
          decidedBy: person.id,
          decidedByName: person.name,
          decidedAt: new Date().toISOString(),
          answer,
          redaction: isConfirmed ? redaction : null,
        })
        .where(eq(erasures.id, erasure.id))
    })
    const [decided] = await db.select().from(erasures).where(eq(erasures.id, erasure.id))
    return decided ?? erasure
  })
}

/** What people were told with the words of an event. */
async function deleteNotices(db: Sql, rows: readonly RowToEmpty[]): Promise<void> {
  const events = rows.flatMap(({ place, words, row }) =>
    place === 'workflow_events' && words ? [row] : [],
  )
  if (events.length === 0) return
  await db.delete(notifications).where(isOneOf(sql`${notifications.event}::text`, events))
}

/** Has the database empty rows of the record; it asks for the two people, and for what the event binds. */
async function emptyRecord(
  req: PayloadRequest,
  { redaction, rows }: { redaction: string; rows: readonly RowToEmpty[] },
): Promise<void> {
  const db = await sqlIn(req)
  const said = rows.map(({ leftHash, ...row }) => ({ ...row, left_hash: leftHash }))
  await db.execute(
    sql`SELECT workflow_redact(${redaction}::uuid, ${sessionOf(req)}, ${JSON.stringify(said)}::jsonb)`,
  )
}

/** Who may do what with an open erasure: its own person may take it back, a second one decides; one is an administrator. */
export function mayDecide(
  person: SignedInPerson,
  { askedBy, askedAs }: Pick<Erasure, 'askedBy' | 'askedAs'>,
  isAskerAdmin: boolean,
): Decision[] {
  if (askedBy === person.id) return ['withdraw']
  if (person.role === 'author') return []
  const hasAdmin = person.role === 'admin' || (askedAs === 'admin' && isAskerAdmin)
  return hasAdmin ? ['confirm', 'reject'] : []
}

/** Whether somebody is an administrator at this moment, and still here. */
export async function isAdminNow(db: Sql, person: string): Promise<boolean> {
  const [account] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(sql`${users.id}::text`, person), eq(users.role, 'admin'), isActiveAccount(users)))
  return account !== undefined
}

const alreadyDecided = {
  de: 'Darüber ist schon entschieden.',
  en: 'This has been decided already.',
}

function refusal(
  person: SignedInPerson,
  { askedBy }: Pick<Erasure, 'askedBy'>,
  decision: Decision,
): NotAllowed {
  if (decision === 'withdraw') {
    return new NotAllowed({
      de: 'Zurückziehen kann das, wer es beantragt hat.',
      en: 'This is withdrawn by whoever asked for it.',
    })
  }
  if (askedBy === person.id) {
    return new NotAllowed(
      {
        de: 'Was gelöscht wird, bestätigt eine zweite Person.',
        en: 'A second person confirms what is erased.',
      },
      'four_eyes',
    )
  }
  return new NotAllowed({
    de: 'Eine der beiden Personen gehört zur Verwaltung.',
    en: 'One of the two people is an administrator.',
  })
}
