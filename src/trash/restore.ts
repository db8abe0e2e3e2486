import { eq, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { callerLanguage } from '#access/answer.ts'
import { isCoveredByDesks } from '#access/desks.ts'
import { loadDeskScope } from '#access/load-desks.ts'
import { requirePerson, type SignedInPerson } from '#access/require-person.ts'
import { sqlIn } from '#database/sql.ts'
import { careerProfiles, regionalSections, workflowAssignments } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { insertRevocations } from '#editorial/approvals.ts'
import { keepWorkingCopy } from '#editorial/copies.ts'
import { findOtherHolder, isUniqueViolation } from '#editorial/pair.ts'
import { findSignOffsBy } from '#editorial/sign-offs.ts'
import { insertState } from '#editorial/state.ts'
import { saveText } from '#editorial/texts-by-digest.ts'
import type { NamedRelation } from '#fields/input-shape.ts'
import { relationId, type EditorialCollection } from '#model/documents.ts'
import { Conflict, DocumentNotFound, NotAllowed, type ErrorDetail } from '#model/errors.ts'
import type { Person } from '#model/person.ts'
import { digestFor } from '#portrait/digest.ts'
import { fieldsInDigest } from '#portrait/registry.ts'
import { appendEvent, onRecord } from '#record/events.ts'
import {
  deleteTrashed,
  findTrashed,
  lockTrashed,
  type TrashedText,
  type TrashedWhole,
} from './bin.ts'
import { forgetPast } from './forget.ts'
import { detailsOf, findGone, isIndispensable, leaveOut } from './gone.ts'

/** How many texts a list of the trash shows at most. */
const mostShown = 200

/**
 * What lies in the trash: to editors what their desks cover, to authors their own.
 *
 * @throws NotSignedIn 401, NotAllowed 403 for sites
 */
export async function readTrash(req: PayloadRequest): Promise<{ texts: TrashedText[] }> {
  const actor = requirePerson(req)
  const scope = actor.role === 'author' ? [] : await loadDeskScope(req, actor)
  return { texts: await findTrashed(req, { scope, person: actor.id, limit: mostShown }) }
}

interface Target {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
}

/**
 * A text in the trash, to whoever may bring it back: what is written in it, and what of that is gone.
 *
 * @throws NotSignedIn 401, DocumentNotFound 404 where it is not there or not theirs
 */
export async function readTrashed(
  target: Target,
): Promise<TrashedText & { fields: Record<string, unknown>; gone: ErrorDetail[] }> {
  const { req, collection } = target
  const actor = requirePerson(req)
  const whole = await requireOwn(target, actor)
  const { content, round: _, contributors: __, ...text } = whole
  const fields = Object.fromEntries(fieldsInDigest.map((name) => [name, content[name] ?? null]))
  const gone = detailsOf(await findGone(req, collection, content), callerLanguage(req))
  return { ...text, fields, gone }
}

/**
 * Brings a text back out of the trash, as a draft under its own id, with its history, its comments and
 * everybody who wrote on it.
 *
 * @param target `without: 'gone'`: without references to what was deleted since; whoever says so has written
 *   on the text
 * @throws NotSignedIn 401, DocumentNotFound 404 where it is not there or not theirs,
 *   Conflict 409 where another text has its place, or something that it refers to is gone: each is named
 */
export async function restoreTrashed(
  target: Target & { without?: 'gone' | undefined },
): Promise<{ id: string; digest: string; leftOut: ErrorDetail[] }> {
  const { req, collection, id } = target
  const actor = requirePerson(req)
  return inTransaction(req, async () => {
    const trashed = await requireOwn(target, actor)
    const gone = await findGone(req, collection, trashed.content)
    if (gone.some(isIndispensable) || (gone.length > 0 && target.without !== 'gone'))
      throw referenceGone(detailsOf(gone, callerLanguage(req)))
    const text = gone.length > 0 ? withoutGone(req, trashed, { gone, by: actor }) : trashed
    const holder = await findOtherHolder({ collection, data: text.content, id, req })
    if (holder !== null) throw placeTaken(holder)
    const { digest, round, contributors } = text
    await onRecord(
      req,
      {
        kind: 'workflow',
        collection,
        id,
        transition: 'restore',
        to: 'draft',
        digest,
        actor: { id: actor.id, name: actor.name },
        data: gone.length > 0 ? { leftOut: gone } : null,
      },
      async () => {
        try {
          if (gone.length > 0)
            await saveText(req, {
              collection,
              id,
              digest,
              document: text.content,
              writtenBy: actor,
            })
          await insertMainRow(req, text)
          await insertState(req, { id, collection, digest, contributors, round })
          await takeBackOwn(req, { document: id, people: contributors, by: actor })
          await keepWorkingCopy({ collection, working: { ...text.content, id, digest }, req })
        } catch (error) {
          throw explain(error)
        }
        await showAssignment(req, id)
        await deleteTrashed(req, id)
      },
    )
    return { id, digest, leftOut: detailsOf(gone, callerLanguage(req)) }
  })
}

/**
 * Deletes a text in the trash for good.
 *
 * @throws NotSignedIn 401, DocumentNotFound 404 where it is not there or not theirs
 */
export async function purgeTrashed(target: Target): Promise<{ purged: true }> {
  const { req, collection, id } = target
  const { id: person, name } = requirePerson(req)
  return inTransaction(req, async () => {
    const actor = requirePerson(req)
    const text = await requireOwn(target, actor)
    if (actor.role === 'author' && text.round > 0) {
      throw new NotAllowed({
        de: 'Was schon geprüft wurde, löscht die Redaktion endgültig.',
        en: 'What was reviewed is deleted for good by an editor.',
      })
    }
    await forgetForGood(req, id)
    await appendEvent(req, {
      kind: 'workflow',
      collection,
      id,
      transition: 'purge',
      digest: text.digest,
      actor: { id: person, name },
    })
    return { purged: true }
  })
}

/** Forgets a text that lies in the trash, and all that was written and said of it. */
export async function forgetForGood(req: PayloadRequest, id: string): Promise<void> {
  for (const forget of forgetPast) await forget(req, id)
  await deleteTrashed(req, id)
}

/** A text in the trash that is in somebody's desks, or their own. */
async function requireOwn(target: Target, actor: SignedInPerson): Promise<TrashedWhole> {
  const { req, collection, id } = target
  const text = await lockTrashed(req, id)
  if (text?.collection !== collection) throw new DocumentNotFound(collection, id)
  const isOwn = text.author === actor.id
  const isCovered =
    actor.role !== 'author' && isCoveredByDesks(await loadDeskScope(req, actor), text)
  if (isOwn || isCovered) return text
  throw new DocumentNotFound(collection, id)
}

/** What is left of a text is another text, and whoever leaves something out has written on it. */
function withoutGone(
  req: PayloadRequest,
  text: TrashedWhole,
  { gone, by }: { gone: readonly NamedRelation[]; by: SignedInPerson },
): TrashedWhole {
  const content = leaveOut(req, text.collection, { content: text.content, gone })
  return {
    ...text,
    content,
    author: relationId(content.author),
    digest: digestFor(content, [text.digest]),
    contributors: [...new Set([...text.contributors, by.id])],
  }
}

/** The row that Payload keeps versions beside; its content follows as a working copy. */
async function insertMainRow(req: PayloadRequest, text: TrashedWhole): Promise<void> {
  const { id, collection, digest, profession, region, author } = text
  const db = await sqlIn(req)
  const head = { id, digest, professionId: profession, authorId: author, status: 'draft' } as const
  if (collection === 'career-profiles') await db.insert(careerProfiles).values(head)
  else await db.insert(regionalSections).values({ ...head, regionId: region })
}

/** Everybody who wrote counts again: what they have signed off counts no more. */
async function takeBackOwn(
  req: PayloadRequest,
  { document, people, by }: { document: string; people: readonly string[]; by: Person },
): Promise<void> {
  const own = await findSignOffsBy(req, document, people)
  const approvals = own.map((signOff) => signOff.id)
  const reason = 'Whoever wrote what comes back does not sign it.'
  await insertRevocations(req, { document, approvals, by, reason })
}

/** What the lists show of an assignment follows from its row: it is said again. */
async function showAssignment(req: PayloadRequest, id: string): Promise<void> {
  const { document, author } = workflowAssignments
  const db = await sqlIn(req)
  await db
    .update(workflowAssignments)
    .set({ author: sql`${author}` })
    .where(eq(document, id))
}

/** @param holder the text that has the place; null where another one is taking it at this moment */
function placeTaken(holder: string | null): Conflict {
  const which = holder === null ? '' : ` (${holder})`
  return new Conflict(
    {
      de: `Inzwischen gibt es einen anderen Text zu diesem Beruf und dieser Region${which}.`,
      en: `Meanwhile there is another text for this profession and region${which}.`,
    },
    'pair_taken',
  )
}

/** A text that refers to what was deleted since cannot come back as it was. */
function explain(error: unknown): unknown {
  if (isUniqueViolation(error)) return placeTaken(null)
  return isForeignKeyViolation(error) ? referenceGone([]) : error
}

/** @param details each field and what is gone; none where it goes at this moment */
function referenceGone(details: readonly ErrorDetail[]): Conflict {
  return new Conflict(
    {
      de: 'Etwas, worauf dieser Text verweist (Beruf, Region, Bild oder Quelle), gibt es nicht mehr.',
      en: 'Something that this text refers to (profession, region, picture or source) is gone.',
    },
    'reference_gone',
    details,
  )
}

/** SQLSTATE 23503, on the error itself or on the one that it wraps. */
function isForeignKeyViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return Reflect.get(error, 'code') === '23503' || isForeignKeyViolation(error.cause)
}
