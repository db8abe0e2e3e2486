import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '#database/query.ts'
import { momentIn, textIn, textOrNull } from '#database/rows.ts'
import { inTransaction } from '#database/transaction.ts'
import { parseMoment } from '#model/berlin-time.ts'
import { isUuid } from '#model/documents.ts'
import { ChecksBlock, DocumentNotFound, NotAllowed } from '#model/errors.ts'
import { inLanguage } from '#model/text.ts'
import { appendEvent, type Person } from '../audit/events.ts'
import { requirePerson } from '../standing.ts'
import { requireReviewer } from './assign.ts'

/** Somebody stands in for somebody else for a while: their desks are theirs too. */
export interface Delegation {
  id: string
  from: Person
  to: Person
  startsAt: string
  endsAt: string
}

/** The delegations that have not ended. @throws NotSignedIn 401, NotAllowed 403 for sites */
export async function findDelegations(req: PayloadRequest): Promise<Delegation[]> {
  requirePerson(req)
  const rows = await query(
    req,
    sql`SELECT d.*, f.name AS from_name, t.name AS to_name
        FROM workflow_delegations d
        LEFT JOIN users f ON f.id::text = d.from_person
        LEFT JOIN users t ON t.id::text = d.to_person
        WHERE d.ends_at > ${new Date().toISOString()} ORDER BY d.starts_at, d.id`,
  )
  return rows.map(toDelegation)
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
    const [row] = await query(
      req,
      sql`INSERT INTO workflow_delegations (from_person, to_person, starts_at, ends_at, created_by)
          VALUES (${from.id}, ${to.id}, ${startsAt}, ${endsAt}, ${actor.id}) RETURNING *`,
    )
    const delegation = toDelegation({ ...row, from_name: from.name, to_name: to.name })
    await record(req, from.id, 'delegate', actor, delegation)
    return delegation
  })
}

/** Ends a delegation now. @throws NotAllowed 403, DocumentNotFound 404 */
export async function endDelegation(req: PayloadRequest, id: string): Promise<{ ended: true }> {
  const actor = requirePerson(req)
  return inTransaction(req, async () => {
    const [row] = isUuid(id)
      ? await query(req, sql`SELECT * FROM workflow_delegations WHERE id = ${id} FOR UPDATE`)
      : []
    if (!row) throw new DocumentNotFound('delegations', id)
    const delegation = toDelegation(row)
    if (delegation.from.id !== actor.id && actor.role !== 'admin') {
      throw new NotAllowed({
        de: 'Eine Vertretung beendet, wer sie bestimmt hat, oder die Verwaltung.',
        en: 'Only who delegated, or an administrator, ends a delegation.',
      })
    }
    await query(req, sql`DELETE FROM workflow_delegations WHERE id = ${id}`)
    await record(req, delegation.from.id, 'endDelegation', actor, delegation)
    return { ended: true }
  })
}

async function record(
  req: PayloadRequest,
  person: string,
  transition: string,
  actor: Person,
  { id, to, startsAt, endsAt }: Delegation,
): Promise<void> {
  await appendEvent(req, {
    kind: 'account',
    collection: 'users',
    id: person,
    transition,
    actor: { id: actor.id, name: actor.name },
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

function toDelegation(row: Record<string, unknown>): Delegation {
  return {
    id: textIn(row.id),
    from: { id: textIn(row.from_person), name: textOrNull(row.from_name) ?? '' },
    to: { id: textIn(row.to_person), name: textOrNull(row.to_name) ?? '' },
    startsAt: momentIn(row.starts_at),
    endsAt: momentIn(row.ends_at),
  }
}
