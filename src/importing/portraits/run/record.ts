import { and, eq, sql } from 'drizzle-orm'
import type { Payload, PayloadRequest, TypedUser } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { importRuns } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { isRecord } from '#model/documents.ts'
import { DocumentNotFound } from '#model/errors.ts'
import { makeRequest } from './request.ts'
import type { Outcome } from '../import-files.ts'
import type { ImportRun } from './import-run.ts'
import { countResults } from './report.ts'

/** A file in the report of a run, as far as a later one asks. */
type Entry = Record<string, unknown> & { file: string; result: Outcome['result'] }

const results = ['created', 'updated', 'unchanged', 'failed'] as const

/** Opens a run among the import runs, where people find it; gives its id. */
export async function openRun(payload: Payload, user: TypedUser | undefined): Promise<string> {
  const { id } = await payload.create({
    collection: 'import-runs',
    data: {
      kind: 'portraits',
      startedAt: new Date().toISOString(),
      ...(user ? { startedBy: user.id } : {}),
      ...countResults([]),
      report: [],
    },
    overrideAccess: true,
  })
  return id
}

/**
 * Demands that a run is one that this person has opened.
 *
 * @throws DocumentNotFound 404 where it is not
 */
export async function requireOwnRun(
  req: PayloadRequest,
  options: { run: string; person: string },
): Promise<void> {
  const { run, person } = options
  const db = await sqlIn(req)
  const found = await db
    .select({ id: importRuns.id })
    .from(importRuns)
    .where(and(eq(idAsText, run), eq(sql`${importRuns.startedById}::text`, person)))
  if (found.length === 0) throw new DocumentNotFound('import-runs', run)
}

/**
 * Takes up a run inside the transaction of its next file: one file at a time, in whatever process,
 * and each knows which pairs the ones before were imported for.
 */
export async function takeUpRun(req: PayloadRequest, run: ImportRun): Promise<void> {
  if (run.record === null) return
  for (const { file, imported } of await lockReport(req, run.record)) {
    const { pair, sha256 } = isRecord(imported) ? imported : {}
    if (typeof pair === 'string' && typeof sha256 === 'string')
      run.files.set(pair, { file, sha256 })
  }
}

/** Puts what became of a file on record, in the transaction in which it came to be. */
export async function recordOutcome(
  req: PayloadRequest,
  run: ImportRun,
  outcome: Outcome,
): Promise<void> {
  if (run.record === null) return
  const report = withOutcome(await lockReport(req, run.record), outcome)
  const { created, updated, unchanged, failed } = countResults(report)
  const now = new Date().toISOString()
  const db = await sqlIn(req)
  await db
    .update(importRuns)
    .set({ report, created, updated, unchanged, failed, finishedAt: now, updatedAt: now })
    .where(eq(idAsText, run.record))
}

/** Puts a failure on record, after the transaction in which the file was to be written. */
export async function recordFailure(
  { payload, run, isDryRun }: { payload: Payload; run: ImportRun; isDryRun: boolean },
  outcome: Outcome,
): Promise<void> {
  if (isDryRun || run.record === null) return
  const req = await makeRequest(payload, undefined, 'en')
  await inTransaction(req, () => recordOutcome(req, run, outcome))
}

/** A file that is tried again stands in the report once: as what became of it at last. */
function withOutcome(report: readonly Entry[], outcome: Outcome): Entry[] {
  const others = report.filter(({ file }) => file !== outcome.file)
  const earlier = report.find(({ file }) => file === outcome.file)
  const isRepeated = earlier !== undefined && earlier.result !== 'failed'
  // What was written stays on record, whatever becomes of the same name afterwards.
  const saysLess = outcome.result === 'unchanged' || outcome.result === 'failed'
  return isRepeated && saysLess ? [...report] : [...others, toEntry(outcome)]
}

function toEntry(outcome: Outcome): Entry {
  if (outcome.result === 'failed') return { ...outcome }
  const { found: _, ...kept } = outcome.imported
  return { ...outcome, imported: kept }
}

async function lockReport(req: PayloadRequest, run: string): Promise<Entry[]> {
  const db = await sqlIn(req)
  const [row] = await db
    .select({ report: importRuns.report })
    .from(importRuns)
    .where(eq(idAsText, run))
    .for('update')
  if (!row) throw new DocumentNotFound('import-runs', run)
  return Array.isArray(row.report) ? row.report.filter(isEntry) : []
}

/** Whatever a caller takes for the id of a run. */
const idAsText = sql`${importRuns.id}::text`

function isEntry(value: unknown): value is Entry {
  return (
    isRecord(value) &&
    typeof value.file === 'string' &&
    results.some((result) => result === value.result)
  )
}
