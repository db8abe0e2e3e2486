import { isDeepStrictEqual } from 'node:util'
import { eq } from 'drizzle-orm'
import { sqlIn, type Sql } from '#database/sql.ts'
import { importRuns } from '#database/tables.ts'
import { berlinDayOf } from '#model/day.ts'
import { isRecord } from '#model/documents.ts'
import { Conflict, DocumentNotFound } from '#model/errors.ts'
import type { ErasureKind } from '../kind.ts'
import type { Of } from '../subject.ts'

const mostShown = 20

/**
 * The report of an import: names of files, what was warned of and refused in the words of the texts, names of
 * professions and regions. Which file became which text, and how many did, stays.
 */
export const importRun: ErasureKind<Of<'import'>> = {
  async require(req, { run }) {
    const report = await readReport(await sqlIn(req), run)
    if (!report) throw new DocumentNotFound('import-runs', run)
    if (isDeepStrictEqual(report, report.map(withoutWords))) throw isEmptied()
    return { collection: 'import-runs', document: run }
  },

  async title(db, { run }) {
    const [row] = await db
      .select({ at: importRuns.startedAt })
      .from(importRuns)
      .where(eq(importRuns.id, run))
    const day = berlinDayOf(row?.at) ?? run
    return { de: `Bericht des Imports vom ${day}`, en: `Report of the import of ${day}` }
  },

  async sample(db, { run }) {
    const report = (await readReport(db, run)) ?? []
    return report.slice(0, mostShown).map((entry) => {
      const { file, failure } = isRecord(entry) ? entry : {}
      const name = typeof file === 'string' ? file : ''
      const reason = isRecord(failure) ? failure.reason : undefined
      return { label: { de: name, en: name }, words: typeof reason === 'string' ? reason : name }
    })
  },

  findRows: (_, { run }) =>
    Promise.resolve([{ place: 'import_runs', row: run, hash: null, leftHash: null }]),

  async empty(req, { run }) {
    const db = await sqlIn(req)
    const report = (await readReport(db, run)) ?? []
    await db
      .update(importRuns)
      .set({ report: report.map(withoutWords), updatedAt: new Date().toISOString() })
      .where(eq(importRuns.id, run))
  },
}

/** The entries of a report, locked until the transaction ends; undefined where there is no such run. */
async function readReport(db: Sql, run: string): Promise<unknown[] | undefined> {
  const [row] = await db
    .select({ report: importRuns.report })
    .from(importRuns)
    .where(eq(importRuns.id, run))
    .for('update')
  if (!row) return undefined
  return Array.isArray(row.report) ? [...(row.report as readonly unknown[])] : []
}

/** What of a text that was imported nobody has written. */
const factsOfImport = [
  ...['result', 'collection', 'id', 'pair', 'sha256'],
  ...['sections', 'figures', 'unsourced'],
] as const

/** An entry by its number, with what became of it. */
function withoutWords(entry: unknown, index: number): unknown {
  if (!isRecord(entry)) return {}
  const { result, imported, failure } = entry
  return {
    file: `#${String(index + 1)}`,
    ...(result === undefined ? {} : { result }),
    ...(isRecord(imported) && {
      imported: {
        ...Object.fromEntries(
          factsOfImport.flatMap((name) =>
            imported[name] === undefined ? [] : [[name, imported[name]]],
          ),
        ),
        ...{ profession: '', region: imported.region === null ? null : '', made: {}, warnings: [] },
      },
    }),
    ...(isRecord(failure) && { failure: { line: failure.line ?? null, reason: '' } }),
  }
}

function isEmptied(): Conflict {
  return new Conflict(
    {
      de: 'In diesem Bericht stehen keine Worte mehr.',
      en: 'There are no words left in this report.',
    },
    'erased',
  )
}
