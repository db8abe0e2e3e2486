import { and, eq } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { notificationPreferences } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { inLanguage } from '#model/text.ts'
import { requirePerson } from '#access/require-person.ts'
import { notificationKinds, notifications, type MailMode, type NotificationKind } from './kinds.ts'
import { readerLanguage } from './notification.ts'

/** When somebody wants mails of one kind. */
export interface Preference {
  kind: NotificationKind
  label: string
  mode: MailMode
  isDefault: boolean
}

/** What the caller has chosen for every kind. @throws NotSignedIn 401, NotAllowed 403 for sites */
export async function readPreferences(req: PayloadRequest): Promise<{ preferences: Preference[] }> {
  const { id } = requirePerson(req)
  const language = await readerLanguage(req, id)
  const db = await sqlIn(req)
  const rows = await db
    .select()
    .from(notificationPreferences)
    .where(eq(notificationPreferences.person, id))
  return {
    preferences: notificationKinds.map((kind) => {
      const chosen = rows.find((row) => row.kind === kind)?.mode
      return {
        kind,
        label: inLanguage(notifications[kind].label, language),
        mode: chosen ?? notifications[kind].mode,
        isDefault: chosen === undefined,
      }
    }),
  }
}

/**
 * Chooses for some kinds; null goes back to what holds for everybody. It holds for what happens from
 * now on. @throws NotSignedIn 401, NotAllowed 403 for sites
 */
export async function changePreferences(
  req: PayloadRequest,
  change: Readonly<Partial<Record<NotificationKind, MailMode | null | undefined>>>,
): Promise<{ preferences: Preference[] }> {
  const { id } = requirePerson(req)
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    const chosen = notificationPreferences
    for (const kind of notificationKinds) {
      const mode = change[kind]
      if (mode === undefined) continue
      if (mode === null) {
        await db.delete(chosen).where(and(eq(chosen.person, id), eq(chosen.kind, kind)))
      } else {
        await db
          .insert(chosen)
          .values({ person: id, kind, mode })
          .onConflictDoUpdate({ target: [chosen.person, chosen.kind], set: { mode } })
      }
    }
    return readPreferences(req)
  })
}
