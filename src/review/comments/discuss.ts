import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { inTransaction } from '#database/transaction.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { ChecksBlock, DocumentNotFound, NotAllowed } from '#model/errors.ts'
import { inLanguage } from '#model/text.ts'
import { readAssignment } from '#workflow/facts/assignments.ts'
import { appendEvent } from '#record/events.ts'
import type { Person } from '#model/person.ts'
import type { EditorialDocument } from '#editorial/copies.ts'
import { lockState, type WorkflowState } from '#editorial/state.ts'
import { readDocument } from '#editorial/read-document.ts'
import { isAskedToSign } from '#workflow/asked-to-sign.ts'
import { actsAsEditor } from '#workflow/decide.ts'
import { toDecidingActor } from '#workflow/deciding-actor.ts'
import { keepRules } from '#workflow/settings.ts'
import type { SignedInPerson } from '#access/require-person.ts'
import { makeAnchor, type Anchor, type AnchorRequest } from './anchor.ts'
import {
  findThreads,
  insertComment,
  lockComment,
  saveComment,
  type StoredComment,
  type ThreadView,
} from './comments.ts'

interface Target {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
}

/** The conversation, to whoever may read the document. @throws DocumentNotFound 404 */
export async function readConversation(options: Target): Promise<{ threads: ThreadView[] }> {
  const { working } = await readDocument(options)
  return { threads: await findThreads(options.req, working) }
}

/**
 * Writes a comment: on the document, a section, or a quoted range; or a reply in a thread. Blocking
 * comments are for those who review, and for those whose sign-off the text waits for: they stand in the
 * way of an approval until they are resolved.
 *
 * @throws NotAllowed 403, DocumentNotFound 404, ChecksBlock 422 naming the field
 */
export async function comment(
  options: Target & {
    body: string
    parent?: string | undefined
    isBlocking: boolean
    on: AnchorRequest
  },
): Promise<{ id: string; threads: ThreadView[] }> {
  const { req, collection, id, body, parent, isBlocking, on } = options
  const { actor, working } = await readDocument(options)
  const anchor = anchorFor(req, working, on)
  return inTransaction(req, async () => {
    const state = await requireState(options)
    if (isBlocking) await requireReviewer(req, { actor, state, working })
    const root = parent === undefined ? undefined : await requireComment(options, parent)
    const written = await insertComment(req, {
      collection,
      document: id,
      parent: root ? (root.parent ?? root.id) : null,
      author: actor.id,
      authorName: actor.name,
      link: null,
      body,
      isBlocking: isBlocking && !root,
      anchor: root?.anchor ?? anchor,
      digest: state.digest,
    })
    await record({ ...options, state, actor, comment: written, action: root ? 'reply' : 'comment' })
    return { id: written.id, threads: await findThreads(req, working) }
  })
}

/**
 * Changes a comment: its text (its author), or whether its thread is resolved. What blocks is resolved
 * by who wrote it or by another editor of the document, not by those whose text it is about.
 *
 * @throws NotAllowed 403, DocumentNotFound 404
 */
export async function changeComment(
  options: Target & {
    comment: string
    body?: string | undefined
    isResolved?: boolean | undefined
  },
): Promise<{ threads: ThreadView[] }> {
  const { req, body, isResolved } = options
  const { actor, working } = await readDocument(options)
  return inTransaction(req, async () => {
    if (isResolved === true) await keepRules(req)
    const state = await requireState(options)
    const stored = await requireComment(options, options.comment)
    let changed = stored
    const actions: string[] = []
    if (body !== undefined && body !== stored.body) {
      if (stored.author !== actor.id)
        throw new NotAllowed({
          de: 'Einen Kommentar ändert nur, wer ihn geschrieben hat.',
          en: 'Only its author changes a comment.',
        })
      changed = { ...changed, body, editedAt: new Date().toISOString() }
      actions.push('editComment')
    }
    if (isResolved !== undefined && isResolved !== (stored.resolved !== null)) {
      await requireResolver({ ...options, actor, state, working, comment: stored })
      const by = { id: actor.id, name: actor.name }
      changed = { ...changed, resolved: isResolved ? { at: new Date().toISOString(), by } : null }
      actions.push(isResolved ? 'resolveComment' : 'reopenComment')
    }
    await saveComment(req, changed)
    for (const action of actions) {
      await record({ ...options, state, actor, comment: changed, action })
    }
    return { threads: await findThreads(req, working) }
  })
}

/** Takes a comment back: its author, or the administration. @throws NotAllowed 403 */
export async function deleteComment(
  options: Target & { comment: string },
): Promise<{ threads: ThreadView[] }> {
  const { req } = options
  const { actor, working } = await readDocument(options)
  return inTransaction(req, async () => {
    await keepRules(req)
    const state = await requireState(options)
    const stored = await requireComment(options, options.comment)
    if (stored.author !== actor.id && actor.role !== 'admin') {
      throw new NotAllowed({
        de: 'Einen Kommentar nimmt nur zurück, wer ihn geschrieben hat, oder die Verwaltung.',
        en: 'Only its author, or an administrator, takes a comment back.',
      })
    }
    if (stored.isBlocking && stored.resolved === null) {
      await requireResolver({ ...options, actor, state, working, comment: stored })
    }
    await saveComment(req, { ...stored, deletedAt: new Date().toISOString() })
    await record({ ...options, state, actor, comment: stored, action: 'deleteComment' })
    return { threads: await findThreads(req, working) }
  })
}

/** Where a comment is to stand. @throws ChecksBlock 422 naming the field */
export function anchorFor(
  req: PayloadRequest,
  document: Readonly<Record<string, unknown>>,
  on: AnchorRequest,
): Anchor {
  const made = makeAnchor(document, on)
  if ('anchor' in made) return made.anchor
  throw new ChecksBlock(
    {
      de: 'Der Kommentar hat keine Stelle im Text.',
      en: 'The comment has no place in the text.',
    },
    [
      {
        path: `on.${made.problem.path}`,
        reason: inLanguage(made.problem.reason, req.i18n.language),
      },
    ],
  )
}

/** @throws NotAllowed 403 for authors who are not asked to sign this text */
async function requireReviewer(
  req: PayloadRequest,
  options: { actor: SignedInPerson; state: WorkflowState; working: EditorialDocument },
): Promise<void> {
  const { actor, state, working } = options
  if (actor.role !== 'author') return
  const assignment = await readAssignment(req, state.id)
  if (await isAskedToSign(req, actor, { state, placed: working, assignment })) return
  throw new NotAllowed({
    de: 'Kommentare, die eine Freigabe aufhalten, schreibt nur, wer prüft oder wessen Abzeichen der Text braucht.',
    en: 'Only those who review, or whose sign-off the text waits for, write comments that block an approval.',
  })
}

/** The hash under which a comment's text stands in its event. */
export function hashOfBody(body: string): string {
  return createHash('sha256').update(body).digest('hex')
}

/** Locks the document: whoever approves it comes before, or sees the comment. */
async function requireState({ req, collection, id }: Target): Promise<WorkflowState> {
  const state = await lockState(req, id)
  if (state) return state
  throw new DocumentNotFound(collection, id)
}

async function requireComment(options: Target, id: string): Promise<StoredComment> {
  const found = await lockComment(options.req, options.id, id)
  if (found) return found
  throw new DocumentNotFound(`comments of ${options.id}`, id)
}

async function requireResolver(
  options: Target & {
    actor: SignedInPerson
    state: WorkflowState
    working: EditorialDocument
    comment: StoredComment
  },
): Promise<void> {
  const { req, id, actor, state, working, comment: stored } = options
  if (stored.parent !== null)
    throw new NotAllowed({
      de: 'Ein Gespräch wird als Ganzes erledigt.',
      en: 'A thread is resolved as a whole.',
    })
  if (stored.author === actor.id) return
  const deciding = await toDecidingActor(req, actor, working, await readAssignment(req, id))
  const isEditor = actsAsEditor(deciding)
  const isOwn = deciding.isOwn || state.contributors.includes(actor.id)
  if (isEditor && !(stored.isBlocking && isOwn)) return
  if (!stored.isBlocking && isOwn) return
  throw new NotAllowed(
    stored.isBlocking
      ? {
          de: 'Was die Freigabe aufhält, erledigt, wer es geschrieben hat, oder eine Redaktion, deren Text es nicht ist.',
          en: 'What blocks is resolved by who wrote it, or by an editor whose text it is not.',
        }
      : {
          de: 'Ein Gespräch erledigt, wer es begonnen hat, wer den Text schreibt, oder die Redaktion.',
          en: 'A thread is resolved by who began it, by the author of the text or by an editor.',
        },
  )
}

async function record(
  options: Target & {
    state: WorkflowState
    actor: Person
    comment: StoredComment
    action: string
  },
): Promise<void> {
  const { req, collection, id, state, actor, comment: written, action } = options
  await appendEvent(req, {
    kind: 'comment',
    collection,
    id,
    transition: action,
    digest: state.digest,
    actor: { id: actor.id, name: actor.name },
    data: {
      comment: written.id,
      thread: written.parent ?? written.id,
      body: hashOfBody(written.body),
      isBlocking: written.isBlocking,
    },
  })
}
