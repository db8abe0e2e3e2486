import { aliasedTable, asc, eq, gt, or, sql, type SQLWrapper } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { users, workflowDelegations as delegations } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { parseMoment } from '#model/berlin-time.ts'
import { isUuid } from '#model/documents.ts'
import { ChecksBlock, DocumentNotFound, NotAllowed } from '#model/errors.ts'
import { inLanguage } from '#model/text.ts'
import { appendEvent } from '#record/events.ts'
import { nameOrRecorded } from '#record/name-on-record.ts'
import type { Leaver, Person } from '#model/person.ts'
import { requirePerson } from '#access/require-person.ts'
import { requireReviewer } from './assign.ts'

/** Somebody stands in for somebody else for a while: their desks are theirs too. */
export interface Delegation {
  id: string
  from: Person
  to: Person
  startsAt: string
  endsAt: string
}

/** So far ahead somebody can be stood in for: who is away for longer is deactivated, or has others at their desks. */
const mostDays = 366

/** The delegations that have not ended. @throws NotSignedIn 401, NotAllowed 403 for sites */
export async function findDelegations(req: PayloadRequest): Promise<Delegation[]> {
  requirePerson(req)
  const db = await sqlIn(req)
  const giver = aliasedTable(users, 'giver')
  const taker = aliasedTable(users, 'taker')
  const { id, fromPerson, toPerson, startsAt, endsAt } = delegations
  return db
    .select({
      id,
      from: { id: fromPerson, name: nameOf(fromPerson, giver) },
      to: { id: toPerson, name: nameOf(toPerson, taker) },
      startsAt,
      endsAt,
    })
    .from(delegations)
    .leftJoin(giver, eq(sql`${giver.id}::text`, fromPerson))
    .leftJoin(taker, eq(sql`${taker.id}::text`, toPerson))
    .where(gt(endsAt, new Date().toISOString()))
    .orderBy(asc(startsAt), asc(id))
}

/**
 * Delegates one's desks to another editor, or, for the administration, somebody else's. Whoever
 * stands in acts as themselves: four eyes hold for them as for everybody.
 *
 * @throws NotAllowed 403, ChecksBlock 422 naming the field
 */
export async function delegate(
  req: PayloadRequest,
  request: {
    from?: string | undefined
    to: string
    startsAt?: string | undefined
    endsAt: string
  },
): Promise<Delegation> {
  const actor = requirePerson(req)
  if (actor.role === 'author')
    throw new NotAllowed({
      de: 'Vertreten lassen sich Redaktion und Verwaltung.',
      en: 'Editors and administrators delegate.',
    })
  if (request.from !== undefined && request.from !== actor.id && actor.role !== 'admin') {
    throw new NotAllowed({
      de: 'Nur die Verwaltung bestimmt eine Vertretung für jemand anderen.',
      en: 'Only an administrator delegates for somebody else.',
    })
  }
  return inTransaction(req, async () => {
    const from = await requireReviewer(req, 'from', request.from ?? actor.id)
    const to = await requireReviewer(req, 'to', request.to)
    if (from.id === to.id) refuse('to', 'Nobody stands in for themselves.')
    const startsAt =
      request.startsAt === undefined
        ? new Date().toISOString()
        : readMoment(req, 'startsAt', request.startsAt)
    const endsAt = readMoment(req, 'endsAt', request.endsAt)
    if (endsAt <= startsAt) refuse('endsAt', 'It ends before it begins.')
    const left = Date.parse(endsAt) - Date.now()
    if (left <= 0) refuse('endsAt', 'This moment has passed.')
    if (left > mostDays * 86_400_000) {
      refuse('endsAt', `It may end ${String(mostDays)} days from now at most.`)
    }
    const db = await sqlIn(req)
    const [made] = await db
      .insert(delegations)
      .values({ fromPerson: from.id, toPerson: to.id, startsAt, endsAt, createdBy: actor.id })
      .returning({ id: delegations.id })
    const delegation = {
      id: made?.id ?? '',
      from: { id: from.id, name: from.name },
      to: { id: to.id, name: to.name },
      startsAt,
      endsAt,
    }
    await record(req, from.id, 'delegate', actor, delegation)
    return delegation
  })
}

/** Ends a delegation now. @throws NotAllowed 403, DocumentNotFound 404 */
export async function endDelegation(req: PayloadRequest, id: string): Promise<{ ended: true }> {
  const actor = requirePerson(req)
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    const [delegation] = isUuid(id)
      ? await db.select().from(delegations).where(eq(delegations.id, id)).for('update')
      : []
    if (!delegation) throw new DocumentNotFound('delegations', id)
    const { fromPerson, toPerson, startsAt, endsAt } = delegation
    if (fromPerson !== actor.id && actor.role !== 'admin') {
      throw new NotAllowed({
        de: 'Eine Vertretung beendet, wer sie bestimmt hat, oder die Verwaltung.',
        en: 'Only who delegated, or an administrator, ends a delegation.',
      })
    }
    await db.delete(delegations).where(eq(delegations.id, id))
    const ended = { id, to: { id: toPerson }, startsAt, endsAt }
    await record(req, fromPerson, 'endDelegation', actor, ended)
    return { ended: true }
  })
}

/** Ends every delegation of somebody who leaves, whether they stand in or others do for them. */
export async function endDelegationsOf(req: PayloadRequest, { person, by }: Leaver): Promise<void> {
  const db = await sqlIn(req)
  const { id, fromPerson, toPerson } = delegations
  const theirs = await db
    .select()
    .from(delegations)
    .where(or(eq(fromPerson, person), eq(toPerson, person)))
    .orderBy(asc(fromPerson), asc(id))
    .for('update')
  await db.delete(delegations).where(or(eq(fromPerson, person), eq(toPerson, person)))
  const now = new Date().toISOString()
  // Those that are over have ended by themselves.
  for (const { toPerson: to, ...ended } of theirs.filter(({ endsAt }) => endsAt > now)) {
    await record(req, ended.fromPerson, 'endDelegation', by, { ...ended, to: { id: to } })
  }
}

async function record(
  req: PayloadRequest,
  person: string,
  transition: string,
  actor: Person | null,
  {
    id,
    to,
    startsAt,
    endsAt,
  }: Pick<Delegation, 'id' | 'startsAt' | 'endsAt'> & { to: Pick<Person, 'id'> },
): Promise<void> {
  await appendEvent(req, {
    kind: 'account',
    collection: 'users',
    id: person,
    transition,
    actor: actor && { id: actor.id, name: actor.name },
    data: { delegation: id, to: to.id, startsAt, endsAt },
  })
}

function readMoment(req: PayloadRequest, path: string, text: string): string {
  const moment = parseMoment(text)
  return 'at' in moment
    ? moment.at.toISOString()
    : refuse(path, inLanguage(moment.problem, req.i18n.language))
}

function refuse(path: string, reason: string): never {
  throw new ChecksBlock(
    {
      de: 'Diese Vertretung geht so nicht.',
      en: 'This delegation cannot be made.',
    },
    [{ path, reason }],
  )
}

/** A person's name; empty where not even the record knows it. */
function nameOf(person: SQLWrapper, { name }: Pick<typeof users, 'name'>) {
  return sql<string>`coalesce(${nameOrRecorded(person, name)}, '')`
}
