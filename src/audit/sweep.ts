import { and, asc, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import { auditSweeps as s } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import {
  beginning,
  comparedParts,
  compareSlice,
  type ComparedSlice,
  type Place,
} from './compare.ts'
import { isToldSince, noteFaults, settleFaults, tellFaults } from './faults.ts'

/** Who compares: the worker, little by little, or somebody at a terminal, at one go. */
export type Runner = 'worker' | 'command'

/** What became of a call. */
export interface Swept {
  /** How many rows were compared now, and in the whole run up to here. */
  rows: number
  rowsInRun: number
  isFinished: boolean
}

const atATime = 100
/** Seconds for which nobody else takes up what somebody compares; each slice renews them. */
const lease = 120
/** Hours from the beginning of one run of the worker to that of the next. */
const pace = 24

/**
 * Goes on comparing what sites read where the last call stopped, also after a restart, and writes down what
 * it finds; administrators hear at once of the first of a run, and at its end of the rest. No transaction
 * lasts longer than a slice, and none of them locks a row that others write.
 *
 * @param options.most rows, about; the worker's budget
 * @param options.isAnew begins anew, whatever there was to go on with
 */
export async function sweepReadModel(
  payload: Payload,
  options: {
    runner: Runner
    most?: number
    isAnew?: boolean
    isStopping?: () => boolean
    onSlice?: (slice: ComparedSlice, rowsInRun: number) => void
  },
): Promise<Swept> {
  const { runner, most = Infinity, isAnew = false, isStopping = () => false } = options
  const db = await sqlIn(await createLocalReq({}, payload))
  const run = await takeUp(db, runner, isAnew)
  if (!run) return { rows: 0, rowsInRun: 0, isFinished: true }
  let place: Place | null = run.place
  let rows = 0
  while (place && rows < most && !isStopping()) {
    const slice: ComparedSlice = await compareSlice(payload, place, Math.min(atATime, most))
    rows += slice.rows
    await advance(payload, { runner, startedAt: run.startedAt, slice })
    options.onSlice?.(slice, run.lookedAt + rows)
    place = slice.next
  }
  if (place) await db.update(s).set({ leasedUntil: null }).where(eq(s.runner, runner))
  return { rows, rowsInRun: run.lookedAt + rows, isFinished: place === null }
}

/** Takes up what was broken off, or begins when it is time; undefined where somebody else is at it, or it is not. */
async function takeUp(
  db: Sql,
  runner: Runner,
  isAnew: boolean,
): Promise<{ place: Place; startedAt: string; lookedAt: number } | undefined> {
  await db
    .insert(s)
    .values({ runner, ...beginning })
    .onConflictDoNothing()
  const leasedUntil = sql`clock_timestamp() + make_interval(secs => ${lease})`
  const isFree = or(isNull(s.leasedUntil), lt(s.leasedUntil, sql`clock_timestamp()`))
  const isTime =
    runner === 'command' ? undefined : lt(s.startedAt, sql`now() - make_interval(hours => ${pace})`)
  await db
    .update(s)
    .set({ ...beginning, lookedAt: 0, finishedAt: null, startedAt: sql`clock_timestamp()` })
    .where(
      and(eq(s.runner, runner), isFree, isAnew ? undefined : and(isNotNull(s.finishedAt), isTime)),
    )
  const [run] = await db
    .update(s)
    .set({ leasedUntil })
    .where(and(eq(s.runner, runner), isFree, isNull(s.finishedAt)))
    .returning({ part: s.part, after: s.after, startedAt: s.startedAt, lookedAt: s.lookedAt })
  const part = comparedParts.find((name) => name === run?.part)
  if (!run) return undefined
  const place = part ? { part, after: run.after } : beginning
  return { place, startedAt: run.startedAt, lookedAt: run.lookedAt }
}

/** Writes down what a slice came to, and where to go on. */
async function advance(
  payload: Payload,
  of: { runner: Runner; startedAt: string; slice: ComparedSlice },
): Promise<void> {
  const { runner, startedAt, slice } = of
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    const db = await sqlIn(req)
    await noteFaults(db, slice.problems)
    const isOver = slice.next === null
    if (isOver) await settleFaults(db, startedAt)
    if (isOver || (slice.problems.length > 0 && !(await isToldSince(db, startedAt)))) {
      await tellFaults(req)
    }
    await db
      .update(s)
      .set({
        ...(slice.next ?? {}),
        lookedAt: sql`${s.lookedAt} + ${slice.rows}`,
        leasedUntil: isOver ? null : sql`clock_timestamp() + make_interval(secs => ${lease})`,
        finishedAt: isOver ? sql`clock_timestamp()` : null,
        ...(isOver ? { lastFinishedAt: sql`clock_timestamp()` } : {}),
      })
      .where(eq(s.runner, runner))
  })
}

/** When each runner's comparison began, how far it is, and when it last came to its end. */
export async function readSweeps(req: PayloadRequest) {
  const db = await sqlIn(req)
  const { runner, part, lookedAt: rows, startedAt, finishedAt } = s
  return db.select({ runner, part, rows, startedAt, finishedAt }).from(s).orderBy(asc(runner))
}
