import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { requireEditor } from '#access/require-admin.ts'
import { requirePerson } from '#access/require-person.ts'
import { sqlIn } from '#database/sql.ts'
import { erasures } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { onRecord } from '#record/events.ts'
import { kindOf } from './kinds/index.ts'
import type { Subject } from './subject.ts'

export type Erasure = typeof erasures.$inferSelect

/**
 * Asks for something to be erased. Nothing goes until a second person has confirmed it.
 *
 * @param asked.reason what the law or the person asks, without the words that are to go
 * @throws NotSignedIn 401, NotAllowed 403, DocumentNotFound 404, Conflict 409 where it may not go now
 */
export async function askErasure(
  req: PayloadRequest,
  { subject, reason }: { subject: Subject; reason: string },
): Promise<Erasure> {
  requireEditor(req, belongsToEditors)
  const person = requirePerson(req)
  return inTransaction(req, async () => {
    const { collection, document } = await kindOf(subject).require(req)
    const id = randomUUID()
    const event = {
      kind: 'erasure',
      collection,
      id: document,
      transition: 'askErasure',
      actor: { id: person.id, name: person.name },
      comment: reason,
      data: { erasure: id, kind: subject.kind, as: person.role },
    } as const
    return onRecord(req, event, async () => {
      const db = await sqlIn(req)
      const { kind, ...of } = subject
      const [row] = await db
        .insert(erasures)
        .values({
          id,
          kind,
          subject: of,
          documentCollection: collection,
          document,
          reason,
          askedBy: person.id,
          askedByName: person.name,
          askedAs: person.role,
        })
        .returning()
      if (!row) throw new Error('The erasure was not written.')
      return row
    })
  })
}

export const belongsToEditors = {
  de: 'Was gelöscht werden muss, entscheiden Redaktion und Verwaltung.',
  en: 'What has to be erased is decided by editors and administrators.',
}
