import { and, asc, eq, inArray } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { workflowEvents as e } from '#database/tables.ts'
import { isRecord } from '#model/documents.ts'
import { referenceCollections, type ReferenceCollection } from '#model/reference-collections.ts'
import { isSame, storedFields, type Values } from '#reference/fields.ts'
import type { AuditProblem } from './verify.ts'

const atATime = 500

/** Events that say what of an entry is something else from then on. */
const telling = ['createReference', 'changeReference', 'confirmProposal']

/**
 * Holds each entry of the reference data against what the record says that was made of it, field by field. Of
 * an entry from before it was on record, that is what has changed since. Reads only.
 */
export async function findForgedReference(req: PayloadRequest): Promise<AuditProblem[]> {
  const problems: AuditProblem[] = []
  for (const collection of referenceCollections) {
    for (let page = 1; ; page += 1) {
      const { docs, hasNextPage } = await req.payload.db.find<{ id: string }>({
        collection,
        sort: 'id',
        limit: atATime,
        page,
        req,
      })
      problems.push(...(await compareEntries(req, collection, docs)))
      if (!hasNextPage) break
    }
  }
  return problems
}

async function compareEntries(
  req: PayloadRequest,
  collection: ReferenceCollection,
  entries: readonly { id: string }[],
): Promise<AuditProblem[]> {
  const said = await readSaid(
    req,
    collection,
    entries.map(({ id }) => id),
  )
  const fields = storedFields(req.payload, collection)
  return entries.flatMap((entry) => {
    const values: Values = { ...entry }
    const expected = said.get(entry.id) ?? {}
    const others = fields
      .map(({ name }) => name)
      .filter((name) => name in expected && !isSame(values[name], expected[name]))
    if (others.length === 0) return []
    return [
      {
        where: `${collection}/${entry.id}`,
        problem: `It is not what the record says that it is: ${others.join(', ')}.`,
      },
    ]
  })
}

/** The newest value of each field that the record names, by the id of the entry. */
async function readSaid(
  req: PayloadRequest,
  collection: ReferenceCollection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Values>> {
  const said = new Map<string, Values>()
  if (ids.length === 0) return said
  const db = await sqlIn(req)
  const events = await db
    .select({ document: e.document, data: e.data })
    .from(e)
    .where(
      and(
        eq(e.kind, 'reference'),
        eq(e.documentCollection, collection),
        inArray(e.document, [...ids]),
        inArray(e.transition, telling),
      ),
    )
    .orderBy(asc(e.sequence))
  for (const { document, data } of events) {
    const after = isRecord(data) && isRecord(data.after) ? data.after : {}
    said.set(document, { ...said.get(document), ...after })
  }
  return said
}
