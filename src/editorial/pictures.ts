import { and, eq, isNull, sql } from 'drizzle-orm'
import type { CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'
import { actorOf, isPerson } from '#access/actor.ts'
import { sqlIn } from '#database/sql.ts'
import { media } from '#database/tables.ts'
import { relationPaths } from '#fields/referenced-by.ts'
import { editorialCollections, isRecord, isUuid } from '#model/documents.ts'
import { Conflict } from '#model/errors.ts'
import { referencesIn } from '#portrait/delivered.ts'
import type { EditorialDocument } from './copies.ts'
import { findPlannedTextsWith } from './planned-texts.ts'
import { readState, type WorkflowState } from './state.ts'
import { isSettled } from '#model/stages.ts'

/** What of a picture a reader sees, beside the file itself. */
export const shownFields = ['alt', 'credit', 'filename', 'focalX', 'focalY'] as const

/**
 * Marks the files that a live copy shows: from now on sites and their readers may fetch them, as they are. It ends
 * with the first change of the file or of what is said of it.
 */
export async function releaseMedia(
  req: PayloadRequest,
  document: EditorialDocument,
): Promise<void> {
  const db = await sqlIn(req)
  for (const id of referencesIn(document).media) {
    await db
      .update(media)
      .set({ releasedAt: sql`now()` })
      .where(and(eq(media.id, id), isNull(media.releasedAt)))
  }
}

/**
 * Keeps a text's pictures as they are until the transaction ends: they go to review with it. Whoever
 * changes a picture waits for that, and then sees the text in review.
 */
export async function lockPictures(
  req: PayloadRequest,
  document: EditorialDocument,
): Promise<void> {
  for (const id of referencesIn(document).media) {
    await lockPicture(req, id, 'share')
  }
}

/**
 * A picture is a part of the text that shows it: while that text is in review, approved or live,
 * neither the file nor what is said of it changes. It is decided before anything else, for Payload
 * removes the old file before it asks any other hook.
 *
 * A picture that was live stays public for pages that sites have kept. What it becomes nobody has approved:
 * a change takes it back.
 *
 * @throws Conflict 409 naming the texts
 */
export const keepReviewedPictures: CollectionBeforeOperationHook = async ({
  args,
  operation,
  req,
}) => {
  if (operation !== 'update') return
  // Whoever is nobody is refused by the access rules, and need not hear of any text.
  if (!isPerson(actorOf(req)) && req.payloadAPI !== 'local') return
  const id: unknown = Reflect.get(args, 'id')
  if (typeof id !== 'string') {
    throw new Conflict(
      {
        de: 'Bilder werden einzeln geändert.',
        en: 'Pictures are changed one by one.',
      },
      'one_by_one',
    )
  }
  const stored = await lockPicture(req, id, 'update')
  if (!stored || !changesPicture(req, stored, Reflect.get(args, 'data'))) return
  const texts = await findReviewedTexts(req, id)
  if (texts.length === 0) return takeBack(req, stored)
  throw new Conflict(
    {
      de: 'Dieses Bild steht in einem Text, der in Prüfung, freigegeben oder live ist. Laden Sie das andere als neues Bild hoch und setzen Sie es in den Text ein.',
      en: 'This picture stands in a text that is in review, approved or live. Upload the other one as a new picture and put it into the text.',
    },
    'picture_in_use',
    texts.map((path) => ({ path, reason: 'Shows this picture.' })),
  )
}

/**
 * Ends that a picture is public, before it is another one.
 *
 * @throws Conflict 409 where its file would be written over: it is there before anybody knows whether the change is kept
 */
async function takeBack(req: PayloadRequest, { id, releasedAt }: StoredPicture): Promise<void> {
  if (releasedAt === null) return
  if (!req.file && req.query.uploadEdits !== undefined) {
    throw new Conflict(
      {
        de: 'Dieses Bild war in einem Text veröffentlicht und wird nicht zugeschnitten. Laden Sie den Ausschnitt als neues Bild hoch.',
        en: 'This picture was live in a text and is not cropped. Upload the part of it as a new picture.',
      },
      'picture_released',
    )
  }
  const db = await sqlIn(req)
  await db.update(media).set({ releasedAt: null }).where(eq(media.id, id))
}

type StoredPicture = typeof media.$inferSelect

function changesPicture(req: PayloadRequest, stored: StoredPicture, data: unknown): boolean {
  if (req.file || req.query.uploadEdits !== undefined) return true
  return (
    isRecord(data) &&
    shownFields.some(
      (name) => data[name] !== undefined && asText(data[name]) !== asText(stored[name]),
    )
  )
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The texts, as collection/id, that show a picture and that others rely on as they are. */
function findReviewedTexts(req: PayloadRequest, picture: string): Promise<string[]> {
  return findShowing(req, picture, ({ stage }) => isSettled(stage))
}

/** The texts, as collection/id, that show a picture: what is worked on, live or planned. */
export function findTextsShowing(req: PayloadRequest, picture: string): Promise<string[]> {
  return findShowing(req, picture, () => true)
}

/** @param isMeant whether a working copy counts; what is live or planned always does */
async function findShowing(
  req: PayloadRequest,
  picture: string,
  isMeant: (state: WorkflowState) => boolean,
): Promise<string[]> {
  const texts = new Set<string>()
  for (const collection of editorialCollections) {
    const { flattenedFields } = req.payload.collections[collection].config
    const paths = relationPaths(flattenedFields, 'media')
    for (const draft of [true, false]) {
      const { docs } = await req.payload.find({
        collection,
        where: { or: paths.map((path): Where => ({ [path]: { in: [picture] } })) },
        draft,
        depth: 0,
        pagination: false,
        select: {},
        overrideAccess: true,
        req,
      })
      for (const { id } of docs) {
        const state = await readState(req, id)
        if (state && (draft ? isMeant(state) : state.live !== null)) {
          texts.add(`${collection}/${id}`)
        }
      }
    }
  }
  for (const text of await findPlannedTextsWith(req, 'media', picture)) texts.add(text)
  return [...texts]
}

/** A picture, locked; undefined where there is none. */
async function lockPicture(
  req: PayloadRequest,
  id: string,
  strength: 'share' | 'update',
): Promise<StoredPicture | undefined> {
  if (!isUuid(id)) return undefined
  const db = await sqlIn(req)
  const [picture] = await db.select().from(media).where(eq(media.id, id)).for(strength)
  return picture
}
