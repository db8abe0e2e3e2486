import { copyFile, unlink } from 'node:fs/promises'
import path from 'node:path'
import { and, eq, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { afterCommit } from '#database/after-commit.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { media, workflowEvents as e, workflowTrash } from '#database/tables.ts'
import { findTextsShowing } from '#editorial/pictures.ts'
import { isUuid } from '#model/documents.ts'
import { Conflict, DocumentNotFound } from '#model/errors.ts'
import { eventRows } from './event-rows.ts'
import type { ErasureKind } from '../kind.ts'
import type { Of } from '../subject.ts'

/** Where the events of a picture say what is said of it. */
export const pictureWords: readonly string[] = ['before', 'after'].flatMap((side) =>
  ['alt', 'credit', 'filename'].map((name) => `${side}.${name}`),
)

/**
 * What is said of a picture: its alternative text, its credit, and the name of its file. The picture itself
 * stays; whoever wants it gone deletes it. What a text shows that is live, worked on, planned or in the trash is
 * taken out of there first.
 */
export const picture: ErasureKind<Of<'picture'>> = {
  async require(req, { picture: id }) {
    const db = await sqlIn(req)
    const row = await readPicture(db, id)
    if (!row) throw new DocumentNotFound('media', id)
    if (row.alt === '' && row.credit === null && row.filename === nameOf(row)) throw isEmptied()
    const texts = [...(await findTextsShowing(req, id)), ...(await findTrashed(db, id))]
    if (texts.length > 0) throw isInUse(texts)
    return { collection: 'media', document: id }
  },

  async title(db, { picture: id }) {
    const row = await readPicture(db, id)
    const called = row?.alt ? row.alt : id
    return { de: `Bild „${called}“`, en: `Picture “${called}”` }
  },

  async sample(db, { picture: id }) {
    const row = await readPicture(db, id)
    const said = [
      { label: { de: 'Alternativtext', en: 'Alternative text' }, words: row?.alt },
      { label: { de: 'Bildnachweis', en: 'Credit' }, words: row?.credit },
      { label: { de: 'Datei', en: 'File' }, words: row?.filename },
    ]
    return said.flatMap(({ label, words }) => (words ? [{ label, words }] : []))
  },

  findRows: async (db, { picture: id }) => [
    ...(await eventRows(
      db,
      and(eq(e.document, id), eq(e.documentCollection, 'media'), eq(e.kind, 'picture')),
      { name: false, words: false, paths: pictureWords },
    )),
    { place: 'media', row: id, hash: null, leftHash: null },
  ],

  async empty(req, { picture: id }) {
    const db = await sqlIn(req)
    const row = await readPicture(db, id)
    if (!row) return
    const filename = nameOf(row)
    const url = row.url === null ? null : `/api/media/file/${filename}`
    await db
      .update(media)
      .set({
        ...{ alt: '', credit: null, filename, url, thumbnailURL: null },
        updatedAt: new Date().toISOString(),
      })
      .where(eq(media.id, id))
    if (row.filename !== null && row.filename !== filename) {
      await renameFile(req, row.filename, filename)
    }
  },
}

type Picture = typeof media.$inferSelect

/** A picture, locked until the transaction ends. */
async function readPicture(db: Sql, id: string): Promise<Picture | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await db.select().from(media).where(eq(media.id, id)).for('update')
  return row
}

/** What a file is called of which nothing is said. */
function nameOf({ id, mimeType }: Picture): string {
  return `${id}.${mimeType?.split('/')[1] ?? 'picture'}`
}

/** The old name goes when the new one holds for good: nobody is to find neither of them. */
async function renameFile(req: PayloadRequest, from: string, to: string): Promise<void> {
  const { staticDir } = req.payload.collections.media.config.upload
  if (staticDir === undefined) return
  const [old, next] = [from, to].map((name) => path.join(staticDir, path.basename(name)))
  if (old === undefined || next === undefined) return
  try {
    await copyFile(old, next)
  } catch (error) {
    // A file that is not there has no name to lose.
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return
    throw error
  }
  await afterCommit(req, () => {
    unlink(old).catch((err: unknown) => {
      const msg = 'A picture whose words were erased has its old file still.'
      req.payload.logger.error({ msg, file: to, err })
    })
  })
}

/** Texts in the trash that would show the picture when they come back. */
async function findTrashed(db: Sql, id: string): Promise<string[]> {
  const rows = await db
    .select({ document: workflowTrash.document, collection: workflowTrash.documentCollection })
    .from(workflowTrash)
    .where(sql`strpos(${workflowTrash.content}::text, ${id}) > 0`)
  return rows.map(({ collection, document }) => `${collection}/${document}`)
}

function isInUse(texts: readonly string[]): Conflict {
  return new Conflict(
    {
      de: 'Dieses Bild steht in einem Text, der live, in Arbeit, geplant oder im Papierkorb ist. Nehmen Sie es dort zuerst heraus.',
      en: 'This picture stands in a text that is live, worked on, planned or in the trash. Take it out there first.',
    },
    'in_use',
    texts.map((path) => ({ path, reason: 'Shows this picture.' })),
  )
}

function isEmptied(): Conflict {
  return new Conflict(
    {
      de: 'Von diesem Bild wird nichts mehr gesagt.',
      en: 'Nothing is said of this picture any more.',
    },
    'erased',
  )
}
