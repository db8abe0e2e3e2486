import { and, desc, eq, isNotNull, notInArray, or, sql } from 'drizzle-orm'
import type { Endpoint, PayloadRequest } from 'payload'
import * as z from 'zod'
import { answer, pathPart, queryOf, readBody } from '#access/answer.ts'
import { sqlIn } from '#database/sql.ts'
import { workflowEvents as e, workflowTexts as t } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { isRecord, type EditorialCollection } from '#model/documents.ts'
import { Conflict } from '#model/errors.ts'
import { encodeCursor } from '#model/cursor.ts'
import { cursorText, digestText, parseInput } from '#model/input.ts'
import { documents } from '#read-model/tables.ts'
import type { Person } from '#model/person.ts'
import { writeWorkingCopy } from '#editorial/copies.ts'
import { writableText } from '#portrait/restore.ts'
import { describe } from '#workflow/describe.ts'
import { loadCircumstances } from '#workflow/circumstances.ts'
import { readDocument } from '#editorial/read-document.ts'
import { toDecidingActor } from '#workflow/deciding-actor.ts'
import type { WorkflowView } from '#workflow/describe.ts'
import { lockState } from '#editorial/state.ts'
import { requireText } from '#editorial/texts-by-digest.ts'

/** A text that a document had. */
export interface HistoryText {
  digest: string
  headline: string
  writtenAt: string
  writtenBy: Person | null
  isLive: boolean
  isWorking: boolean
  /** Two people had it emptied: that it was there is all that is left. */
  isRedacted: boolean
  /** The steps that were taken with it, oldest first. */
  steps: string[]
}

export interface History {
  /** Newest first. */
  texts: HistoryText[]
  nextCursor: string | null
  /** What sites are told of the text that is live: digest, approvals, checks. */
  receipt: Record<string, unknown> | null
}

interface Target {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
}

const historySchema = z.strictObject({
  /** `steps`: only texts with which something was done. */
  only: z.enum(['steps']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: cursorText(z.tuple([z.iso.datetime({ offset: true }), digestText])).optional(),
})

const restoreSchema = z.strictObject({ expectedDigest: digestText.optional() })

const changedMeanwhile = {
  de: 'Der Text wurde inzwischen geändert. Bitte laden Sie den Verlauf neu und sehen Sie die neue Fassung an.',
  en: 'The text has changed meanwhile. Please reload the history and look at the new version.',
}

/** `GET /{id}/workflow/texts`, and `POST /{id}/workflow/texts/{digest}/restore`. */
export function historyEndpoints(collection: EditorialCollection): Endpoint[] {
  const path = '/:id/workflow/texts'
  return [
    {
      path,
      method: 'get',
      handler: (req) =>
        answer(req, () => {
          const asked = parseInput(
            historySchema,
            queryOf(req),
            'These are not valid parameters of the history.',
          )
          return readHistory({ req, collection, id: pathPart(req, 'id') }, asked)
        }),
    },
    {
      path: `${path}/:digest/restore`,
      method: 'post',
      handler: (req) =>
        answer(req, async () => {
          const body = (await readBody(req)) ?? {}
          const { expectedDigest } = parseInput(
            restoreSchema,
            body,
            'This is not a valid request to restore a text.',
          )
          return restoreText({
            req,
            collection,
            id: pathPart(req, 'id'),
            digest: pathPart(req, 'digest'),
            expectedDigest,
          })
        }),
    },
  ]
}

/**
 * The texts that a document had, to whoever may read it; `cursor` is the `nextCursor` of the page
 * before.
 *
 * @throws NotSignedIn 401, NotAllowed 403, DocumentNotFound 404
 */
async function readHistory(target: Target, asked: z.infer<typeof historySchema>): Promise<History> {
  const { req } = target
  const { only, limit, cursor } = asked
  const { state } = await readDocument(target)
  const db = await sqlIn(req)
  const taken = db
    .select({
      steps: sql<string[] | null>`array_agg(${e.transition} ORDER BY ${e.sequence})`.as('steps'),
    })
    .from(e)
    .where(
      and(
        eq(e.documentCollection, t.documentCollection),
        eq(e.document, t.document),
        eq(e.digest, t.digest),
        eq(e.kind, 'workflow'),
        notInArray(e.transition, ['create', 'edit']),
      ),
    )
    .as('taken')
  const stands = or(
    eq(t.digest, state.digest),
    state.live === null ? undefined : eq(t.digest, state.live.digest),
  )
  const rows = await db
    .select({
      digest: t.digest,
      headline: sql<string>`coalesce(${t.content} ->> 'headline', '')`,
      writtenAt: t.writtenAt,
      isRedacted: sql<boolean>`${t.redaction} IS NOT NULL`,
      writer: t.writtenBy,
      writerName: t.writtenByName,
      steps: taken.steps,
    })
    .from(t)
    .leftJoinLateral(taken, sql`true`)
    .where(
      and(
        eq(t.document, state.id),
        cursor && sql`(${t.writtenAt}, ${t.digest}) < (${cursor[0]}::timestamptz, ${cursor[1]})`,
        only === 'steps' ? or(isNotNull(taken.steps), stands) : undefined,
      ),
    )
    .orderBy(desc(t.writtenAt), desc(t.digest))
    .limit(limit + 1)
  const texts = rows.slice(0, limit).map(({ writer, writerName, steps, ...text }): HistoryText => ({
    ...text,
    writtenBy: writer === null ? null : { id: writer, name: writerName ?? '' },
    isLive: text.digest === state.live?.digest,
    isWorking: text.digest === state.digest,
    steps: steps ?? [],
  }))
  const last = rows.length > limit ? texts.at(-1) : undefined
  return {
    texts,
    nextCursor: last ? encodeCursor([last.writtenAt, last.digest]) : null,
    receipt: await readReceipt(req, state.id),
  }
}

/** What sites are told of how the live text came to be. */
async function readReceipt(
  req: PayloadRequest,
  id: string,
): Promise<Record<string, unknown> | null> {
  const db = await sqlIn(req)
  const [row] = await db
    .select({ receipt: sql<unknown>`${documents.content} -> 'receipt'` })
    .from(documents)
    .where(eq(documents.id, id))
  return isRecord(row?.receipt) ? row.receipt : null
}

/**
 * Makes a text of the past the working copy, for whoever may write it. What is live stays; the text
 * that was there is kept in the history.
 *
 * @throws NotSignedIn 401, Forbidden 403, DocumentNotFound 404, Conflict 409 where it is archived
 */
async function restoreText(
  target: Target & { digest: string; expectedDigest: string | undefined },
): Promise<WorkflowView> {
  const { req, collection, id, digest, expectedDigest } = target
  return inTransaction(req, async () => {
    const before = await readDocument(target)
    if (expectedDigest !== undefined && expectedDigest !== before.state.digest) {
      throw new Conflict(changedMeanwhile, 'digest_mismatch')
    }
    // Nobody empties it while its words come back.
    await lockState(req, id)
    const text = await requireText(req, id, digest)
    const { payload } = req
    await writeWorkingCopy({ payload, collection, id, data: writableText(text.content), req })
    const { actor, state, working } = await readDocument(target)
    const circumstances = await loadCircumstances(req, state)
    const deciding = await toDecidingActor(req, actor, working, circumstances.assignment)
    return describe(req, { circumstances, working }, deciding)
  })
}
