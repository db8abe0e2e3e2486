import { count, desc, eq, ne } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { callerLanguage } from '#access/answer.ts'
import { requireEditor } from '#access/require-admin.ts'
import { requirePerson } from '#access/require-person.ts'
import { sqlIn } from '#database/sql.ts'
import { erasures } from '#database/tables.ts'
import type { Person } from '#model/person.ts'
import { inLanguage } from '#model/text.ts'
import { belongsToEditors, type Erasure } from './ask.ts'
import { isAdminNow, mayDecide, type Decision } from './decide.ts'
import { kindOf } from './kinds/index.ts'
import { subjectOf, type ErasureKindName, type Subject } from './subject.ts'

/** An erasure as people see it. */
export interface ShownErasure {
  id: string
  kind: ErasureKindName
  subject: Subject
  title: string
  collection: string
  document: string
  reason: string
  status: Erasure['status']
  askedBy: Person
  askedAt: string
  decidedBy: Person | null
  decidedAt: string | null
  answer: string | null
  /** The event `redact`, where it was confirmed. */
  redaction: string | null
  /** Some of what goes, while it is there. */
  sample: { label: string; words: string }[]
  /** What the reader may do with it. */
  may: Decision[]
}

export interface ErasureList {
  total: number
  erasures: ShownErasure[]
}

/** How many are shown at once, the newest first. */
const mostShown = 100

/**
 * The erasures that wait, or those that are decided.
 *
 * @throws NotSignedIn 401, NotAllowed 403 but for editors and administrators
 */
export async function listErasures(
  req: PayloadRequest,
  { status }: { status: 'open' | 'decided' },
): Promise<ErasureList> {
  requireEditor(req, belongsToEditors)
  const db = await sqlIn(req)
  const where = status === 'open' ? eq(erasures.status, 'open') : ne(erasures.status, 'open')
  const [row] = await db.select({ total: count() }).from(erasures).where(where)
  const found = await db
    .select()
    .from(erasures)
    .where(where)
    .orderBy(desc(erasures.askedAt), desc(erasures.id))
    .limit(mostShown)
  const shown: ShownErasure[] = []
  for (const erasure of found) shown.push(await showErasure(req, erasure))
  return { total: row?.total ?? 0, erasures: shown }
}

/** An erasure as whoever calls sees it. */
export async function showErasure(req: PayloadRequest, erasure: Erasure): Promise<ShownErasure> {
  const person = requirePerson(req)
  const language = callerLanguage(req)
  const isOpen = erasure.status === 'open'
  const subject = subjectOf(erasure)
  const db = await sqlIn(req)
  const of = kindOf(subject)
  const sample = isOpen ? await of.sample(db) : []
  const { id, kind, document, reason, status, askedAt, decidedAt, answer, redaction } = erasure
  const { documentCollection: collection, askedBy, askedByName, decidedBy, decidedByName } = erasure
  return {
    ...{ id, kind, subject, collection, document, reason, status },
    title: inLanguage(await of.title(db, { collection, document }), language),
    askedBy: { id: askedBy, name: askedByName },
    askedAt,
    decidedBy: decidedBy === null ? null : { id: decidedBy, name: decidedByName ?? '' },
    decidedAt,
    answer,
    redaction,
    sample: sample.map(({ label, words }) => ({ label: inLanguage(label, language), words })),
    may: isOpen ? mayDecide(person, erasure, await isAdminNow(db, erasure.askedBy)) : [],
  }
}
