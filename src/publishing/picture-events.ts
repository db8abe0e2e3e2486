import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { PayloadRequest } from 'payload'
import { shownFields } from '#editorial/pictures.ts'
import type { Media } from '#payload-types'
import { recordEntries } from '#record/entry-events.ts'

/** Puts on record who brings pictures, and who changes them or what is said of them. */
export const pictureEvents = recordEntries<Media>({
  kind: 'picture',
  collection: 'media',
  transitions: { made: 'addPicture', changed: 'changePicture', ended: 'deletePicture' },
  // What a reader sees of a picture, beside the file itself.
  tell: (picture) => Object.fromEntries(shownFields.map((name) => [name, picture?.[name] ?? null])),
  bring: async ({ filename }, req, isNew) => {
    const hasNewFile = isNew || req.file !== undefined || req.query.uploadEdits !== undefined
    return hasNewFile ? { file: await hashOfFile(req, filename) } : {}
  },
})

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
