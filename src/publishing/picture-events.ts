import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import { personActing } from '#access/actor.ts'
import { shownFields } from '#editorial/pictures.ts'
import type { Media } from '#payload-types'
import { appendEvent } from '#record/events.ts'

/** Puts on record who brings pictures, and who changes them or what is said of them. */
export const recordPicture: CollectionAfterChangeHook<Media> = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  const [before, after] = [shownOf(previousDoc), shownOf(doc)]
  const isNew = operation === 'create'
  const hasNewFile = req.file !== undefined || req.query.uploadEdits !== undefined
  if (!isNew && !hasNewFile && JSON.stringify(before) === JSON.stringify(after)) return
  const file = isNew || hasNewFile ? { file: await hashOfFile(req, doc.filename) } : {}
  await appendEvent(req, {
    kind: 'picture',
    collection: 'media',
    id: doc.id,
    transition: isNew ? 'addPicture' : 'changePicture',
    actor: personActing(req),
    data: { ...(isNew ? {} : { before }), after: { ...after, ...file } },
  })
}

export const recordPictureEnd: CollectionAfterDeleteHook<Media> = async ({ doc, req }) => {
  await appendEvent(req, {
    kind: 'picture',
    collection: 'media',
    id: doc.id,
    transition: 'deletePicture',
    actor: personActing(req),
    data: { before: shownOf(doc) },
  })
}

/** What a reader sees of a picture, beside the file itself. */
function shownOf(picture: Partial<Media> | undefined) {
  return Object.fromEntries(shownFields.map((name) => [name, picture?.[name] ?? null]))
}

/** SHA-256 of a picture's file as it lies there now; null where it cannot be read. */
async function hashOfFile(
  req: PayloadRequest,
  filename: string | null | undefined,
): Promise<string | null> {
  const { staticDir } = req.payload.collections.media.config.upload
  if (staticDir === undefined || !filename) return null
  try {
    const bytes = await readFile(path.join(staticDir, path.basename(filename)))
    return createHash('sha256').update(bytes).digest('hex')
  } catch {
    return null
  }
}
