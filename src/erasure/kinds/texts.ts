import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import {
  careerProfilesV,
  expertLinks,
  importRuns,
  previewTexts,
  regionalSectionsV,
  workflowPlans,
  workflowTexts as t,
  workflowTrash,
} from '#database/tables.ts'
import { overwriteMainRow, readMainRow, readWorkingCopy } from '#editorial/copies.ts'
import { lockState, type WorkflowState } from '#editorial/state.ts'
import { isRecord } from '#model/documents.ts'
import { Conflict, DocumentNotFound } from '#model/errors.ts'
import type { Language } from '#model/text.ts'
import { appendRedactions } from '#publishing/log/leaves.ts'
import type { ErasureKind } from '../kind.ts'
import type { Of } from '../subject.ts'
import { titleOfDocument } from './title.ts'

const mostShown = 20

/**
 * Kept versions of a text, by their digests: their words go, here and among Payload's versions; who wrote them
 * and who signed them stays. What is live, worked on, planned or in the trash is changed there first.
 */
export const texts: ErasureKind<Of<'texts'>> = {
  async require(req, { collection, document, digests }) {
    // Whoever would make one of them live, or the working copy, waits.
    const state = await lockState(req, document)
    const db = await sqlIn(req)
    const kept = await findKept(db, { collection, document })
    const versions = await findVersions(db, { collection, document })
    const unknown = digests.filter((digest) => !kept.has(digest) && !versions.has(digest))
    if (unknown.length > 0) {
      throw new DocumentNotFound(`texts of ${document}`, unknown.join(', '))
    }
    const gone = digests.filter((digest) => kept.get(digest) === true && !versions.has(digest))
    if (gone.length > 0) throw alreadyErased(gone)
    const inUse = await findInUse(db, document, state)
    const used = digests.filter((one) => inUse.has(one))
    if (used.length > 0) throw isInUse(used, inUse)
    return { collection, document }
  },

  async title(db, { digests }, chain) {
    const title = await titleOfDocument(db, chain)
    const count = digests.length
    return {
      de: count === 1 ? `Eine Fassung von „${title}“` : `${String(count)} Fassungen von „${title}“`,
      en: count === 1 ? `A version of “${title}”` : `${String(count)} versions of “${title}”`,
    }
  },

  async sample(db, { document, digests }) {
    const rows = await db
      .select({
        digest: t.digest,
        headline: sql<string>`coalesce(${t.content} ->> 'headline', '')`,
        at: t.writtenAt,
      })
      .from(t)
      .where(and(eq(t.document, document), isOneOf(t.digest, digests)))
      .orderBy(desc(t.writtenAt))
      .limit(mostShown)
    return rows.map(({ digest, headline, at }) => ({
      label: { de: `Fassung vom ${dayOf(at, 'de')}`, en: `Version of ${dayOf(at, 'en')}` },
      words: headline === '' ? digest : headline,
    }))
  },

  async findRows(_, { document, digests }) {
    return Promise.resolve(
      digests.map((digest) => ({
        place: 'workflow_texts' as const,
        row: `${document}/${digest}`,
        hash: null,
        leftHash: null,
      })),
    )
  },

  async empty(req, { collection, document, digests }, redaction) {
    const db = await sqlIn(req)
    await db
      .update(t)
      .set({ content: {}, redaction })
      .where(and(eq(t.document, document), isOneOf(t.digest, digests)))
    await replaceMainRow(req, { collection, document, digests })
    const v = versionsOf(collection)
    await db
      .delete(v)
      .where(and(eq(sql`${v.parentId}::text`, document), isOneOf(v.versionDigest, digests)))
    await db
      .update(expertLinks)
      .set({ endedAt: new Date().toISOString() })
      .where(
        and(
          eq(expertLinks.document, document),
          isOneOf(expertLinks.digest, digests),
          isNull(expertLinks.endedAt),
        ),
      )
    await db
      .delete(previewTexts)
      .where(
        and(
          eq(sql`${previewTexts.document}::text`, document),
          isOneOf(previewTexts.digest, digests),
        ),
      )
    await emptyReports(db, document)
    await appendRedactions(req, document, digests)
  },
}

/** The digests of a document that something rests on which people work with, and what. */
export async function findInUse(
  db: Sql,
  document: string,
  state: Pick<WorkflowState, 'digest' | 'live'> | undefined,
): Promise<Map<string, TextUse>> {
  const { digest, document: of, status } = workflowPlans
  const plans = await db
    .select({ digest })
    .from(workflowPlans)
    .where(and(eq(of, document), eq(status, 'pending')))
  const trashed = await db
    .select({ digest: workflowTrash.digest })
    .from(workflowTrash)
    .where(eq(workflowTrash.document, document))
  const inUse = new Map<string, TextUse>()
  if (state) inUse.set(state.digest, 'working')
  for (const plan of plans) inUse.set(plan.digest, 'planned')
  for (const text of trashed) inUse.set(text.digest, 'trashed')
  if (state?.live) inUse.set(state.live.digest, 'live')
  return inUse
}

/** What a version is that is not emptied. */
export type TextUse = 'working' | 'planned' | 'trashed' | 'live'

export function versionsOf(collection: Of<'texts'>['collection']) {
  return collection === 'career-profiles' ? careerProfilesV : regionalSectionsV
}

/** Where nothing is live Payload's own row still holds the text that was there first, or was live last. */
async function replaceMainRow(
  req: PayloadRequest,
  { collection, document, digests }: Pick<Of<'texts'>, 'collection' | 'document' | 'digests'>,
): Promise<void> {
  const main = await readMainRow({ collection, id: document, req })
  if (typeof main?.digest !== 'string' || !digests.includes(main.digest)) return
  const working = await readWorkingCopy({ collection, id: document, req })
  if (working) await overwriteMainRow({ collection, working, req })
}

/** What reports of imports warn of is said in the words of the text. */
async function emptyReports(db: Sql, document: string): Promise<void> {
  const runs = await db
    .select({ id: importRuns.id, report: importRuns.report })
    .from(importRuns)
    .where(sql`strpos(${importRuns.report}::text, ${document}) > 0`)
  for (const { id, report } of runs) {
    if (!Array.isArray(report)) continue
    const entries = report.map((entry: unknown) => {
      const imported = isRecord(entry) ? entry.imported : null
      return isRecord(entry) && isRecord(imported) && imported.id === document
        ? { ...entry, imported: { ...imported, warnings: [] } }
        : entry
    })
    await db.update(importRuns).set({ report: entries }).where(eq(importRuns.id, id))
  }
}

function dayOf(moment: string, language: Language): string {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'Europe/Berlin' })
  return day.format(new Date(moment))
}

/** The digests that texts are kept under, and whether their words are gone. */
async function findKept(
  db: Sql,
  { collection, document }: Pick<Of<'texts'>, 'collection' | 'document'>,
): Promise<Map<string, boolean>> {
  const rows = await db
    .select({ digest: t.digest, redaction: t.redaction })
    .from(t)
    .where(and(eq(t.document, document), eq(t.documentCollection, collection)))
  return new Map(rows.map(({ digest, redaction }) => [digest, redaction !== null]))
}

/** The digests of Payload's versions, which are kept for longer. */
async function findVersions(
  db: Sql,
  { collection, document }: Pick<Of<'texts'>, 'collection' | 'document'>,
): Promise<Set<string>> {
  const v = versionsOf(collection)
  const rows = await db
    .selectDistinct({ digest: v.versionDigest })
    .from(v)
    .where(eq(sql`${v.parentId}::text`, document))
  return new Set(rows.flatMap(({ digest }) => digest ?? []))
}

function alreadyErased(digests: readonly string[]): Conflict {
  return new Conflict(
    {
      de: 'Diese Fassungen sind schon geleert.',
      en: 'These versions have been emptied already.',
    },
    'erased',
    digests.map((path) => ({ path, reason: 'It has been emptied.' })),
  )
}

function isInUse(digests: readonly string[], uses: ReadonlyMap<string, TextUse>): Conflict {
  return new Conflict(
    {
      de: 'Was live, in Arbeit, geplant oder im Papierkorb ist, wird nicht geleert. Ändern Sie erst den Text, nehmen Sie ihn vom Netz, oder löschen Sie ihn endgültig.',
      en: 'What is live, worked on, planned or in the trash is not emptied. Change the text first, take it off the net, or delete it for good.',
    },
    'in_use',
    digests.map((path) => ({ path, reason: `This version is ${uses.get(path) ?? 'in use'}.` })),
  )
}
