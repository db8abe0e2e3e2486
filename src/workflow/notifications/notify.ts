import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { nextBerlinTime } from '#model/berlin-time.ts'
import type { AppendedEvent } from '../audit/events.ts'
import type { Subscriber } from '../audit/subscribers.ts'
import { loadSurroundings } from './audience.ts'
import { factsFor } from './facts.ts'
import { kindOf, notifications } from './kinds.ts'
import { recipientsOf } from './recipients.ts'

/** The hour in Berlin at which the mail of the day goes out. */
export const digestHour = 7

/**
 * Tells people of an event: a row in the inbox of each, and one in the outbox where they want a mail.
 * Both come and go with the event; mails leave later, out of the outbox.
 */
export const tellPeople: Subscriber = { name: 'notifications', hear: notifyOf }

async function notifyOf(req: PayloadRequest, event: AppendedEvent): Promise<void> {
  const kind = kindOf(event)
  if (kind === null) return
  const around = await loadSurroundings(req, kind, event)
  if (!around) return
  const { title, name } = around
  const told = recipientsOf(kind, event, around.audience).map((person) => ({
    person,
    data: factsFor(event, { person, title, name }),
  }))
  if (told.length === 0) return
  const actorName = kind === 'planFailed' ? null : (event.actor?.name ?? null)
  const now = new Date()
  const nextDigest = nextBerlinTime(now, digestHour)
  await query(
    req,
    sql`WITH told AS (
          INSERT INTO notifications
            (person, kind, event, document_collection, document, actor_name, data)
          SELECT u.id::text, ${kind}, ${event.event}::uuid, ${event.collection}, ${event.id},
                 ${actorName}, t.data
          FROM jsonb_to_recordset(${JSON.stringify(told)}::jsonb) AS t(person text, data jsonb)
          JOIN users u ON u.id::text = t.person
          RETURNING id, person
        ), wanted AS (
          SELECT told.id, told.person, coalesce(p.mode, ${notifications[kind].mode}) AS mode
          FROM told
          LEFT JOIN notification_preferences p ON p.person = told.person AND p.kind = ${kind}
        )
        INSERT INTO notification_mails (person, kind, mode, notification, next_attempt_at)
        SELECT person, ${kind}, mode, id,
               CASE mode WHEN 'daily' THEN ${nextDigest.toISOString()}::timestamptz
                         ELSE ${now.toISOString()}::timestamptz END
        FROM wanted WHERE mode <> 'off'`,
  )
}
