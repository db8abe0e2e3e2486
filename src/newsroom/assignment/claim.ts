import type { PayloadRequest } from 'payload'
import { inTransaction } from '#database/transaction.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { DocumentNotFound, NotAllowed } from '#model/errors.ts'
import { appendEvent } from '#record/events.ts'
import { decideByStanding, type DecidingActor } from '#workflow/decide.ts'
import { lockState, type WorkflowState } from '#editorial/state.ts'
import { describe, type WorkflowView } from '#workflow/describe.ts'
import { loadCircumstances, toStanding } from '#workflow/circumstances.ts'
import { readDocument } from '#editorial/read-document.ts'
import { refuse } from '#workflow/refuse.ts'
import { toDecidingActor } from '#workflow/deciding-actor.ts'
import type { SignedInPerson } from '#access/require-person.ts'
import { readAssignment } from '#workflow/facts/assignments.ts'
import { releaseClaim, saveClaim } from '#workflow/facts/claims.ts'

interface Target {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
}

/**
 * "I am reviewing this": for a while nobody else approves or returns the text. Whoever could approve
 * it may claim it; claiming again prolongs it. It ends by itself, and with the review.
 *
 * @param options.minutes how long it holds
 * @throws NotAllowed 403, DocumentNotFound 404, Conflict 409 (claimed by somebody else, not in review)
 */
export async function claim(options: Target & { minutes: number }): Promise<WorkflowView> {
  const { minutes } = options
  return onLockedDocument(options, async ({ req, collection, id, actor, deciding, state }) => {
    const circumstances = await loadCircumstances(req, state)
    refuse(req, decideByStanding('approve', toStanding(circumstances), deciding))
    const until = new Date(Date.now() + minutes * 60_000).toISOString()
    const by = { id: actor.id, name: actor.name }
    await saveClaim(req, { collection, document: id, claim: { by, until } })
    await record({ req, collection, id, actor, state, transition: 'claim', data: { until } })
  })
}

/** Ends a claim: one's own, or, for the administration, anybody's. @throws NotAllowed 403 */
export async function release(options: Target): Promise<WorkflowView> {
  return onLockedDocument(options, async ({ req, collection, id, actor, state }) => {
    const { claim: held } = await loadCircumstances(req, state)
    if (!held) return
    if (held.by.id !== actor.id && actor.role !== 'admin') {
      throw new NotAllowed({
        de: `${held.by.name} prüft diesen Text; nur sie oder er selbst oder die Verwaltung beendet das.`,
        en: `${held.by.name} is reviewing this; only they or an administrator end it.`,
      })
    }
    await releaseClaim(req, id)
    await record({
      req,
      collection,
      id,
      actor,
      state,
      transition: 'release',
      data: { of: held.by },
    })
  })
}

interface Locked extends Target {
  actor: SignedInPerson
  deciding: DecidingActor
  state: WorkflowState
}

async function onLockedDocument(
  options: Target,
  work: (locked: Locked) => Promise<void>,
): Promise<WorkflowView> {
  const { req, collection, id } = options
  return inTransaction(req, async () => {
    const { actor, working } = await readDocument(options)
    const state = await lockState(req, id)
    if (!state) throw new DocumentNotFound(collection, id)
    const assignment = await readAssignment(req, id)
    const deciding = await toDecidingActor(req, actor, working, assignment)
    await work({ req, collection, id, actor, deciding, state })
    const circumstances = await loadCircumstances(req, state)
    return describe(req, { circumstances, working }, deciding)
  })
}

async function record(
  options: Omit<Locked, 'deciding'> & { transition: string; data: Record<string, unknown> },
): Promise<void> {
  const { req, collection, id, actor, state, transition, data } = options
  await appendEvent(req, {
    kind: 'assignment',
    collection,
    id,
    transition,
    digest: state.digest,
    actor: { id: actor.id, name: actor.name },
    data,
  })
}
