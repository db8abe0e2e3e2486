import { and, eq, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import * as tables from '#database/tables.ts'
import { nextBerlinTime } from '#model/berlin-time.ts'
import { isSignOffKind, type SignOffKind } from '#model/sign-offs.ts'
import type { AppendedEvent } from '#record/events.ts'
import type { Subscriber } from '#record/subscribers.ts'
import { loadSurroundings, type Surroundings } from './audience.ts'
import { factsFor } from './facts.ts'
import {
  isAutomatic,
  kindsOf,
  notifications,
  type MailMode,
  type NotificationKind,
} from './kinds.ts'
import { recipientsOf } from './recipients.ts'

/** The hour in Berlin at which the mail of the day goes out. */
export const digestHour = 7

/**
 * Tells people of an event: a row in the inbox of each, and one in the outbox where they want a mail.
 * Both come and go with the event; mails leave later, out of the outbox.
 */
export const notifyPeople: Subscriber = { name: 'notifications', handle: notifyOf }

async function notifyOf(req: PayloadRequest, event: AppendedEvent): Promise<void> {
  const told = new Set<string>()
  for (const kind of kindsOf(event)) {
    const around = await loadSurroundings(req, kind, event)
    if (!around) continue
    // What nobody can give is told first: each person hears of an event once.
    const { stuck, lacking } = around.audience
    const isStuck = kind !== 'stuck' && (stuck.length > 0 || lacking !== null)
    for (const each of isStuck ? (['stuck', kind] as const) : [kind]) {
      const concerned = recipientsOf(each, event, around.audience).filter((id) => !told.has(id))
      for (const person of concerned) told.add(person)
      await tell(req, { kind: each, event, around, concerned })
    }
  }
}

async function tell(
  req: PayloadRequest,
  options: {
    kind: NotificationKind
    event: AppendedEvent
    around: Surroundings
    concerned: readonly string[]
  },
): Promise<void> {
  const { kind, event, around, concerned } = options
  const { title, name } = around
  const db = await sqlIn(req)
  const people = await findWishes(db, kind, concerned)
  if (people.length === 0) return
  const told = await db
    .insert(tables.notifications)
    .values(
      people.map(({ person }) => ({
        person,
        kind,
        event: event.event,
        documentCollection: event.collection,
        document: event.id,
        actorName: isAutomatic(kind, event) ? null : (event.actor?.name ?? null),
        data: factsFor(event, {
          person,
          title,
          name,
          kinds: kindsIn(event, around),
          lacking: around.audience.lacking,
          needsLink: around.audience.needsLink,
        }),
      })),
    )
    .returning({ id: tables.notifications.id, person: tables.notifications.person })
  const now = new Date()
  const mails = told.flatMap(({ id, person }) => {
    const mode = people.find((wish) => wish.person === person)?.mode ?? notifications[kind].mode
    if (mode === 'off') return []
    const due = mode === 'daily' ? nextBerlinTime(now, digestHour) : now
    return [{ person, kind, mode, notification: id, nextAttemptAt: due.toISOString() }]
  })
  if (mails.length > 0) await db.insert(tables.notificationMails).values(mails)
}

/** The sign-offs that nobody can give: as the event says them, or as they are found with it. */
function kindsIn({ data }: AppendedEvent, { audience }: Surroundings): readonly SignOffKind[] {
  const said = Array.isArray(data?.kinds) ? data.kinds.filter(isSignOffKind) : []
  return said.length > 0 ? said : audience.stuck
}

/** The mails that some people have chosen for a kind. */
async function findWishes(
  db: Sql,
  kind: NotificationKind,
  people: readonly string[],
): Promise<{ person: string; mode: MailMode | null }[]> {
  if (people.length === 0) return []
  const { users, notificationPreferences: chosen } = tables
  const person = sql<string>`${users.id}::text`
  return db
    .select({ person, mode: chosen.mode })
    .from(users)
    .leftJoin(chosen, and(eq(chosen.person, person), eq(chosen.kind, kind)))
    .where(isOneOf(person, people))
    .orderBy(users.id)
}
