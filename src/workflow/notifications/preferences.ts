import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { inTransaction } from '#database/transaction.ts'
import { inLanguage } from '#model/text.ts'
import { requirePerson } from '../standing.ts'
import {
  isMailMode,
  notificationKinds,
  notifications,
  type MailMode,
  type NotificationKind,
} from './kinds.ts'
import { readerLanguage } from './told.ts'

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
  const rows = await query(
    req,
    sql`SELECT kind, mode FROM notification_preferences WHERE person = ${id}`,
  )
  return {
    preferences: notificationKinds.map((kind) => {
      const chosen = rows.find((row) => row.kind === kind)?.mode
      return {
        kind,
        label: inLanguage(notifications[kind].label, language),
        mode: isMailMode(chosen) ? chosen : notifications[kind].mode,
        isDefault: !isMailMode(chosen),
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
    for (const kind of notificationKinds) {
      const mode = change[kind]
      if (mode === undefined) continue
      await query(
        req,
        mode === null
          ? sql`DELETE FROM notification_preferences WHERE person = ${id} AND kind = ${kind}`
          : sql`INSERT INTO notification_preferences (person, kind, mode)
                VALUES (${id}, ${kind}, ${mode})
                ON CONFLICT (person, kind) DO UPDATE SET mode = EXCLUDED.mode`,
      )
    }
    return readPreferences(req)
  })
}
