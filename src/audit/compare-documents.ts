import { and, desc, eq, getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { PayloadRequest } from 'payload'
import { differingColumns } from '#database/differing.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { workflowSignOffs } from '#database/tables.ts'
import { berlinDay } from '#model/berlin-time.ts'
import { composeLive, recordedUpTo } from '#publishing/deliver.ts'
import { findEntries } from '#publishing/entries.ts'
import { withKnownLeaf } from '#publishing/log/leaves.ts'
import { rowOf, type LiveText } from '#publishing/publish.ts'
import { shapeVersion } from '#publishing/shape-version.ts'
import type { Receipt } from '#read-model/shapes.ts'
import { storedReceipt } from '#read-model/stored.ts'
import { documents as d, lexicon, releases } from '#read-model/tables.ts'
import { compareOlder } from './compare-older.ts'
import { differs, sliceOf, type Compare, type Slice } from './slice.ts'
import type { AuditProblem } from './verify.ts'

/**
 * Composes what the read model has to hold of each live text, as publishing does, and compares it with
 * the row that is there, column by column and byte by byte. A row in another shape than today's waits to be
 * written anew: of it, what no shape changes is compared, and the text itself with the log.
 */
export const compareDocuments: Compare = async (req, after, most): Promise<Slice> => {
  const entries = await findEntries(await sqlIn(req), 'documents', after, most)
  const today = berlinDay(new Date())
  return sliceOf({ ids: entries.map(({ id }) => id), most, where: placeOf }, async () => {
    const problems: AuditProblem[] = []
    for (const { id } of entries) problems.push(...(await compareDocument(req, id, today)))
    const ids = entries.map(({ id }) => id)
    return [...problems, ...(await compareOlder(await sqlIn(req), ids, placeOf))]
  })
}

const placeOf = (id: string) => `delivery.documents ${id}`

async function compareDocument(
  req: PayloadRequest,
  id: string,
  today: string,
): Promise<AuditProblem[]> {
  const db = await sqlIn(req)
  const where = placeOf(id)
  const [row] = await db
    .select({
      shape: d.shape,
      lapsesAfter: d.lapsesAfter,
      receipt: sql<unknown>`${d.content} -> 'receipt'`,
    })
    .from(d)
    .where(eq(d.id, id))
  const known = storedReceipt(row?.receipt)
  const lapsedUpTo = recordedUpTo(row?.lapsesAfter, today)
  const live = await compose(req, id, { today, lapsedUpTo, known })
  if (!live) return row ? [{ where, problem: 'Nothing is live that it could show.' }] : []
  if (!row) return [{ where, problem: 'What is live is missing here.' }]
  const isToday = row.shape === shapeVersion
  let others = await findOthers(db, live, isToday)
  if (others.length > 0 && lapsedUpTo < today) {
    // What lapsed meanwhile stays until the worker takes it out.
    const before = await compose(req, id, { today: lapsedUpTo, lapsedUpTo, known })
    if (before) others = await findOthers(db, before, isToday)
  }
  return [
    ...differs(where, others, 'It is not what is live'),
    // What waits to be written anew may still say names that were withdrawn.
    ...(isToday ? await compareSignOffs(db, id, known, where) : []),
  ]
}

/** With the leaf that the log has of it, which says the same. */
async function compose(...of: Parameters<typeof composeLive>): Promise<LiveText | undefined> {
  const live = await composeLive(...of)
  return live && withKnownLeaf(of[0], live)
}

/** Columns that hold the same whatever shape a text lies there in. */
const ofEveryShape: ReadonlySet<string> = new Set([
  'collection',
  'digest',
  'firstPublishedAt',
  'kldb',
  'land',
  'profession',
  'professionSlug',
  'publishedAt',
  'region',
  'regionSlug',
  'sites',
])

async function findOthers(db: Sql, live: LiveText, isToday: boolean): Promise<string[]> {
  const composed = rowOf(db, live).as('composed')
  const columns: Record<string, PgColumn> = getTableColumns(d)
  const expected = Object.entries(columns)
    .filter(([name]) => isToday || ofEveryShape.has(name))
    .map(([name, column]): [string, SQL] => [
      name,
      specially[name]?.(db) ?? sql`composed.${sql.identifier(column.name)}`,
    ])
  const [row] = await db
    .select({ others: differingColumns(d, Object.fromEntries(expected)) })
    .from(d)
    .innerJoin(composed, sql`true`)
    .where(eq(d.id, live.id))
  return row ? row.others : ['profession']
}

/** What is no part of the text: each is held against what it follows from. */
const specially: Readonly<Record<string, (db: Sql) => SQL>> = {
  changedAt: (db) => {
    const newest = db
      .select({ at: releases.at })
      .from(releases)
      .where(eq(releases.document, d.id))
      .orderBy(desc(releases.id))
      .limit(1)
    return sql`coalesce(${newest}, ${d.changedAt})`
  },
  // Words that are said to be there are there; those of a text that only some sites may show never are.
  isInLexicon: (db) => {
    const known = db
      .select({ word: lexicon.word })
      .from(lexicon)
      .where(sql`${lexicon.word} = w.word COLLATE "C"`)
    return sql`(${d.isInLexicon} AND (${d.sites} <> '{}' OR NOT EXISTS
      (SELECT FROM unnest(tsvector_to_array(${d.search})) w(word) WHERE NOT EXISTS ${known})))`
  },
}

/** A receipt keeps the sign-offs of its publication: each is on record, given before it. */
async function compareSignOffs(
  db: Sql,
  id: string,
  known: Receipt | undefined,
  where: string,
): Promise<AuditProblem[]> {
  const problems: AuditProblem[] = []
  const s = workflowSignOffs
  for (const { kind, by, at } of known?.signOffs ?? []) {
    const [row] = await db
      .select({ id: s.id })
      .from(s)
      .where(
        and(
          eq(s.document, id),
          eq(sql`${s.kind}::text`, kind),
          eq(s.givenByName, by),
          eq(s.createdAt, at),
        ),
      )
      .limit(1)
    if (!row) problems.push({ where, problem: `Nobody gave this sign-off: ${kind}, ${by}, ${at}.` })
  }
  return problems
}
