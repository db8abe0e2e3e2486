import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { sqlIn, type Sql } from '#database/sql.ts'
import {
  erasures,
  referenceProposals as p,
  workflowApprovals as a,
  workflowEvents as e,
  workflowPlans,
  workflowRevocations as v,
  workflowSignOffs as s,
} from '#database/tables.ts'
import { isRecord } from '#model/documents.ts'
import { Conflict, DocumentNotFound } from '#model/errors.ts'
import { nameOfEvent } from '#workflow/event-names.ts'
import { eventRows } from './event-rows.ts'
import { pictureWords } from './picture.ts'
import type { ErasureKind, RowToEmpty } from '../kind.ts'
import type { Of } from '../subject.ts'
import { titleOfDocument } from './title.ts'

/** Where the data of an event hold what somebody wrote, by its kind; all else there are facts that rules go by. */
export const wordsIn: Readonly<Record<string, readonly string[]>> = {
  reference: ['name', 'before', 'after'],
  setting: ['before.name', 'after.name', 'url', 'before.url', 'after.url'],
  key: ['key.label'],
  picture: [...pictureWords],
}

/**
 * What somebody wrote with a step: its reason, wherever it stands, and, of a change of reference data, the values.
 * That it happened, when, and who did it stays.
 */
export const event: ErasureKind<Of<'event'>> = {
  async require(req, { event: id }) {
    const db = await sqlIn(req)
    const [row] = await db.select().from(e).where(eq(e.id, id))
    if (!row) throw new DocumentNotFound('events', id)
    if (row.kind === 'expert' || valueAt(row.data, 'expert') !== undefined) throw isOfAnExpert()
    const { document, documentCollection: collection } = row
    if (valuesIn(row, await pathsOf(db, row)).length > 0) return { collection, document }
    const isCurrent = row.kind === 'reference' && valuesIn(row, wordsIn.reference ?? []).length > 0
    throw isCurrent ? isInUse() : isEmptied()
  },

  async title(db, { event: id }, chain) {
    const [row] = await db.select({ transition: e.transition }).from(e).where(eq(e.id, id))
    const title = await titleOfDocument(db, chain)
    const name = nameOfEvent(row?.transition ?? '')
    return { de: `${name.de}: „${title}“`, en: `${name.en}: “${title}”` }
  },

  async sample(db, { event: id }) {
    const [row] = await db.select().from(e).where(eq(e.id, id))
    if (!row) return []
    const label = nameOfEvent(row.transition)
    return valuesIn(row, await pathsOf(db, row)).map((words) => ({ label, words }))
  },

  async findRows(db, { event: id }) {
    const [row] = await db.select().from(e).where(eq(e.id, id))
    if (!row) return []
    const rows = await eventRows(db, eq(e.id, id), {
      name: false,
      words: true,
      paths: await pathsOf(db, row),
    })
    return [...rows, ...(await findRepeated(db, row))]
  },

  async empty(req, { event: id }) {
    const db = await sqlIn(req)
    const [row] = await db.select().from(e).where(eq(e.id, id))
    if (!row) return
    if (row.comment === null) return
    await db
      .update(workflowPlans)
      .set({ reason: null })
      .where(and(eq(workflowPlans.document, row.document), eq(workflowPlans.reason, row.comment)))
  },
}

/** The rows of the record in which the words of an event stand again. */
async function findRepeated(db: Sql, row: typeof e.$inferSelect): Promise<RowToEmpty[]> {
  const { comment, document, data } = row
  const goes = { hash: null, leftHash: null, words: true }
  const found: RowToEmpty[] = []
  if (comment !== null) {
    const places = [
      ['workflow_approvals', a, a.comment],
      ['workflow_revocations', v, v.reason],
      ['workflow_sign_offs', s, s.comment],
    ] as const
    for (const [place, table, words] of places) {
      const rows = await db
        .select({ id: table.id })
        .from(table)
        .where(and(eq(table.document, document), eq(words, comment)))
      found.push(...rows.map(({ id }) => ({ place, row: id, ...goes })))
    }
    const again = await eventRows(
      db,
      and(
        eq(e.document, document),
        eq(e.documentCollection, row.documentCollection),
        eq(e.comment, comment),
        sql`${e.id} <> ${row.id}::uuid`,
        sql`${e.kind} <> 'expert'`,
      ),
      { name: false, words: true, paths: [] },
    )
    found.push(...again)
  }
  const proposal = valueAt(data, 'proposal')
  if (typeof proposal === 'string') {
    const rows = await db
      .select({ id: p.id })
      .from(p)
      .where(eq(sql`${p.id}::text`, proposal))
    found.push(
      ...rows.map(({ id }) => ({ place: 'reference_proposals' as const, row: id, ...goes })),
    )
    const steps = await db
      .select()
      .from(e)
      .where(
        and(
          eq(e.document, document),
          eq(e.kind, 'reference'),
          eq(sql`${e.data} ->> 'proposal'`, proposal),
          sql`${e.id} <> ${row.id}::uuid`,
        ),
      )
    for (const step of steps) {
      const paths = await pathsOf(db, step)
      found.push(...(await eventRows(db, eq(e.id, step.id), { name: false, words: true, paths })))
    }
  }
  const erasure = valueAt(data, 'erasure')
  if (typeof erasure === 'string') {
    const rows = await db
      .select({ id: erasures.id })
      .from(erasures)
      .where(eq(sql`${erasures.id}::text`, erasure))
    found.push(...rows.map(({ id }) => ({ place: 'erasures' as const, row: id, ...goes })))
  }
  return [...new Map(found.map((one) => [`${one.place} ${one.row}`, one])).values()]
}

/**
 * What may go of the data of an event. Of a change of reference data, only what a later one tells anew: the
 * record has to say of an entry what it is.
 */
async function pathsOf(db: Sql, row: typeof e.$inferSelect): Promise<readonly string[]> {
  const paths = wordsIn[row.kind] ?? []
  if (row.kind !== 'reference') return paths
  const proposal = valueAt(row.data, 'proposal')
  const [open] =
    typeof proposal === 'string'
      ? await db
          .select({ id: p.id })
          .from(p)
          .where(and(eq(sql`${p.id}::text`, proposal), eq(p.status, 'open')))
      : []
  // What waits still says what would change.
  if (open) return []
  if (!telling.includes(row.transition)) return paths
  const after = valueAt(row.data, 'after')
  const retold = await findRetold(db, row, isRecord(after) ? Object.keys(after) : [])
  return ['name', 'before', ...retold.map((field) => `after.${field}`)]
}

/** Events that say what of an entry is something else from then on (src/audit/forged-reference.ts goes by them). */
const telling: readonly string[] = ['createReference', 'changeReference', 'confirmProposal']

/** The fields that a later event tells of the entry anew; all of them, where it was deleted. */
async function findRetold(
  db: Sql,
  row: typeof e.$inferSelect,
  fields: readonly string[],
): Promise<string[]> {
  const later = await db
    .select({ transition: e.transition, data: e.data })
    .from(e)
    .where(
      and(
        eq(e.document, row.document),
        eq(e.documentCollection, row.documentCollection),
        eq(e.kind, 'reference'),
        inArray(e.transition, [...telling, 'deleteReference']),
        gt(e.sequence, row.sequence),
      ),
    )
  if (later.some(({ transition }) => transition === 'deleteReference')) return [...fields]
  const told = new Set(
    later.flatMap(({ data }) => {
      const after = valueAt(data, 'after')
      return isRecord(after) ? Object.keys(after) : []
    }),
  )
  return fields.filter((field) => told.has(field))
}

/** What somebody wrote with an event, and what its data hold at some paths, as text. */
function valuesIn(row: typeof e.$inferSelect, paths: readonly string[]): string[] {
  const values = paths
    .map((path) => valueAt(row.data, path))
    .filter((value) => value !== undefined)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
  return [...(row.comment === null ? [] : [row.comment]), ...values]
}

function valueAt(data: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), data)
}

function isInUse(): Conflict {
  return new Conflict(
    {
      de: 'Das gilt noch oder ist noch vorgeschlagen. Ändern Sie erst den Eintrag der Stammdaten.',
      en: 'This holds still, or is proposed. Change the entry of the reference data first.',
    },
    'in_use',
  )
}

function isEmptied(): Conflict {
  return new Conflict(
    {
      de: 'Zu diesem Schritt hat niemand etwas geschrieben, oder es ist schon geleert.',
      en: 'Nobody wrote anything with this step, or it has been emptied already.',
    },
    'erased',
  )
}

function isOfAnExpert(): Conflict {
  return new Conflict(
    {
      de: 'Das hat eine Fachfrau oder ein Fachmann gesagt: Beantragen Sie, alles zu löschen, was über den Link kam.',
      en: 'An expert said this: ask for all to be erased that came by their link.',
    },
    'of_expert',
  )
}
