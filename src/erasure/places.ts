import { and, asc, eq, isNull, ne, notExists, or, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { callerLanguage } from '#access/answer.ts'
import { requireEditor } from '#access/require-admin.ts'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import {
  media,
  workflowComments as c,
  workflowEvents as e,
  workflowTexts as t,
} from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { readMainRow } from '#editorial/copies.ts'
import { readState } from '#editorial/state.ts'
import { collectionIn, isRecord, type EditorialCollection } from '#model/documents.ts'
import { InvalidRequest } from '#model/errors.ts'
import { inLanguage } from '#model/text.ts'
import { nameOfEvent } from '#workflow/event-names.ts'
import { belongsToEditors } from './ask.ts'
import { wordsIn } from './kinds/event.ts'
import { findInUse } from './kinds/texts.ts'
import { titleOfDocument } from './kinds/title.ts'
import { excerptOf, excerptOfJson, holds, holdsJson, inJson, most, type Place } from './place.ts'
import {
  inEntries,
  inFileNames,
  inImports,
  inPictures,
  inViews,
  isSaidOfPicture,
} from './places-beside.ts'
import { inAccounts } from './places-of-people.ts'
import { mostTexts } from './subject.ts'

/** A search reads all that is kept; one that takes longer is narrowed to a document. */
const longest = '20s'
/** Of so many texts all versions are read. */
const mostReadWhole = 20

interface Asked {
  words: string
  collection?: EditorialCollection | undefined
  document?: string | undefined
}

/**
 * Where words stand that can be erased: in kept versions of texts, in comments, in what experts and people wrote,
 * in names and addresses of accounts, in what is said of pictures, reports of imports, names of files, what is kept
 * of lists; and in entries that are changed where they are. Words are found as they stand in one run of text,
 * whatever their case; with a document also in Payload's versions of it, which are kept for longer.
 *
 * @throws NotSignedIn 401, NotAllowed 403 but for editors and administrators
 */
export async function findPlaces(req: PayloadRequest, asked: Asked): Promise<{ places: Place[] }> {
  requireEditor(req, belongsToEditors)
  try {
    return await readPlaces(req, asked)
  } catch (error) {
    if (!isTimedOut(error)) throw error
    throw new InvalidRequest(
      {
        de: 'Das Suchen hat zu lange gedauert. Suchen Sie in einem Text.',
        en: 'The search took too long. Look in one document.',
      },
      [{ path: 'document', reason: 'Name the document, with its collection.' }],
    )
  }
}

/** Whether the database ended a statement after its time (SQLSTATE 57014). */
function isTimedOut(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : undefined
  return [error, cause].some((one) => isRecord(one) && one.code === '57014')
}

function readPlaces(req: PayloadRequest, asked: Asked): Promise<{ places: Place[] }> {
  const { words } = asked
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    await db.execute(sql`SELECT set_config('statement_timeout', ${longest}, true)`)
    return {
      places: [
        ...(await inTexts(req, db, asked)),
        ...(await inComments(db, asked)),
        ...(await inEvents(req, db, asked)),
        ...(await inFileNames(db, asked)),
        ...(asked.document === undefined ? await besideTexts(req, db, words) : []),
      ],
    }
  })
}

/** What lies beside the texts, and is of none of them. */
async function besideTexts(req: PayloadRequest, db: Sql, words: string): Promise<Place[]> {
  return [
    ...(await inAccounts(db, words)),
    ...(await inPictures(db, words)),
    ...(await inImports(db, words)),
    ...(await inViews(db, words)),
    ...(await inEntries(db, words, callerLanguage(req))),
  ]
}

async function inTexts(req: PayloadRequest, db: Sql, asked: Asked): Promise<Place[]> {
  const { words, document } = asked
  const kept = await db
    .select({
      document: t.document,
      collection: t.documentCollection,
      digest: t.digest,
      content: sql<string>`${t.content}::text`,
    })
    .from(t)
    .where(
      and(
        holdsJson(t.content, words),
        isNull(t.redaction),
        document === undefined ? undefined : eq(t.document, document),
      ),
    )
    .orderBy(asc(t.document), asc(t.writtenAt))
    .limit(document === undefined ? most : mostTexts)
  const found = new Map<string, Found>()
  for (const row of kept) addTo(found, { ...row, collection: collectionIn(row.collection) })
  // Payload keeps versions for longer, and its own row: in all of them only where few texts are asked about.
  const documents = new Map([...found].map(([id, { collection }]) => [id, collection]))
  if (asked.collection !== undefined && document !== undefined) {
    documents.set(document, asked.collection)
  }
  if (documents.size <= mostReadWhole) {
    for (const [id, collection] of documents) {
      for (const one of await inVersions(req, collection, id, words)) addTo(found, one)
    }
  }
  const places: Place[] = []
  for (const [id, { collection, digests, content }] of found) {
    const inUse = await findInUse(db, id, await readState(req, id))
    const free = [...digests].filter((digest) => !inUse.has(digest)).slice(0, mostTexts)
    const uses = [...digests].flatMap((digest) => inUse.get(digest) ?? [])
    places.push({
      kind: 'texts',
      title: await titleOfDocument(db, { collection, document: id }),
      subject:
        free.length === 0 ? null : { kind: 'texts', collection, document: id, digests: free },
      inUse: [...new Set(uses)],
      excerpt: excerptOfJson(content, words),
    })
  }
  return places
}

interface Found {
  collection: EditorialCollection
  digests: Set<string>
  content: string
}

function addTo(
  found: Map<string, Found>,
  text: { collection: EditorialCollection; document: string; digest: string; content: string },
): void {
  const { collection, document, digest, content } = text
  const known = found.get(document) ?? { collection, digests: new Set<string>(), content }
  known.digests.add(digest)
  found.set(document, known)
}

/** Versions of Payload's, whose texts may be kept no longer. */
async function inVersions(
  req: PayloadRequest,
  collection: EditorialCollection,
  document: string,
  words: string,
) {
  const found: {
    collection: EditorialCollection
    document: string
    digest: string
    content: string
  }[] = []
  const wanted = inJson(words).toLowerCase()
  const main = await readMainRow({ collection, id: document, req })
  const own = wordsOf(main ?? {})
  if (typeof main?.digest === 'string' && own.toLowerCase().includes(wanted)) {
    found.push({ collection, document, digest: main.digest, content: own })
  }
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await req.payload.findVersions({
      collection,
      where: { parent: { equals: document } },
      depth: 0,
      limit: 50,
      page,
      sort: 'createdAt',
      overrideAccess: true,
      req,
    })
    for (const { version } of docs) {
      const content = wordsOf(version)
      const { digest } = version
      if (typeof digest !== 'string' || !content.toLowerCase().includes(wanted)) continue
      found.push({ collection, document, digest, content })
    }
    if (!hasNextPage) return found
  }
}

/** A version without what is no part of the text: the file that it came from is a place of its own. */
function wordsOf(version: object): string {
  return JSON.stringify({ ...version, importedFrom: undefined })
}

async function inComments(db: Sql, { words, document }: Asked): Promise<Place[]> {
  const rows = await db
    .select()
    .from(c)
    .where(
      and(
        or(holds(c.body, words), holdsJson(c.anchor, words)),
        isNull(c.redaction),
        document === undefined ? undefined : eq(c.document, document),
      ),
    )
    .orderBy(asc(c.createdAt))
    .limit(most)
  return titled(db, rows, ({ id, link, body }) => ({
    kind: link === null ? 'comment' : 'expert',
    subject: link === null ? { kind: 'comment', comment: id } : { kind: 'expert', link },
    inUse: [],
    excerpt: excerptOf(body, words),
  }))
}

async function inEvents(req: PayloadRequest, db: Sql, asked: Asked): Promise<Place[]> {
  const { words, document } = asked
  const rows = await db
    .select({
      id: e.id,
      kind: e.kind,
      document: e.document,
      documentCollection: e.documentCollection,
      transition: e.transition,
      comment: e.comment,
      data: sql<string>`coalesce(${e.data}::text, '')`,
      link: sql<string | null>`${e.data} ->> 'link'`,
      isOfExpert: sql<boolean>`coalesce(${e.data} ->> 'expert', '') <> ''`,
      name: sql<string | null>`CASE WHEN ${e.kind} = 'reference' THEN ${e.data} ->> 'name' END`,
    })
    .from(e)
    .where(
      and(
        or(
          holds(e.comment, words),
          and(isOneOf(e.kind, [...Object.keys(wordsIn), 'expert']), holdsJson(e.data, words)),
        ),
        // Of a picture that says them still, the events go with it.
        or(ne(e.kind, 'picture'), notExists(pictureSaying(db, words))),
        document === undefined ? undefined : eq(e.document, document),
      ),
    )
    .orderBy(asc(e.sequence))
    .limit(most)
  const language = callerLanguage(req)
  const places: Place[] = []
  const links = new Set<string>()
  for (const row of rows) {
    const { id, kind, transition, comment, data, link, isOfExpert } = row
    const { document: of, documentCollection: collection } = row
    // What an expert signed off is told of by their link, too.
    if (isOfExpert) continue
    const isExpert = kind === 'expert' && link !== null
    if (isExpert && links.has(link)) continue
    if (isExpert) links.add(link)
    const title = row.name ?? (await titleOfDocument(db, { collection, document: of }))
    const isInComment = comment?.toLowerCase().includes(words.toLowerCase()) === true
    places.push({
      kind: isExpert ? 'expert' : 'event',
      title: `${inLanguage(nameOfEvent(transition), language)}: ${title}`,
      subject: isExpert ? { kind: 'expert', link } : { kind: 'event', event: id },
      inUse: [],
      excerpt: isInComment ? excerptOf(comment, words) : excerptOfJson(data, words),
    })
  }
  return places
}

/** The picture that an event is about, where these words are said of it. */
function pictureSaying(db: Sql, words: string) {
  const isOfEvent = eq(sql`${media.id}::text`, e.document)
  return db
    .select({ id: media.id })
    .from(media)
    .where(and(isOfEvent, isSaidOfPicture(words)))
}

async function titled<Row extends { document: string; documentCollection: string }>(
  db: Sql,
  rows: readonly Row[],
  toPlace: (row: Row) => Omit<Place, 'title'>,
): Promise<Place[]> {
  const places: Place[] = []
  for (const row of rows) {
    const { document, documentCollection: collection } = row
    places.push({ ...toPlace(row), title: await titleOfDocument(db, { collection, document }) })
  }
  return places
}
