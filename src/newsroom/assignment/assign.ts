import type { PayloadRequest } from 'payload'
import { findPerson } from '#access/find-person.ts'
import { inTransaction } from '#database/transaction.ts'
import { parseMoment } from '#model/berlin-time.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { ChecksBlock, Conflict, DocumentNotFound, NotAllowed } from '#model/errors.ts'
import type { Role } from '#model/roles.ts'
import { isSigned } from '#model/stages.ts'
import { inLanguage } from '#model/text.ts'
import { appendEvent } from '#record/events.ts'
import type { Person } from '#model/person.ts'
import { lockState } from '#editorial/state.ts'
import { describe, type WorkflowView } from '#workflow/describe.ts'
import { loadCircumstances } from '#workflow/circumstances.ts'
import { readDocument } from '#editorial/read-document.ts'
import { actsAsEditor } from '#workflow/decide.ts'
import { toDecidingActor } from '#workflow/deciding-actor.ts'
import { readAssignment, saveAssignment, type Assignment } from '#workflow/facts/assignments.ts'

/** What is to change: absent stays, null takes away. */
export interface AssignmentChange {
  author?: string | null | undefined
  reviewer?: string | null | undefined
  dueAt?: string | null | undefined
}

/**
 * Assigns author, reviewer and due date. Editors assign within their desks, the administration
 * everywhere: that is who acts when nobody of the desk is there. A reviewer may act on the document
 * even outside their desks; nobody who wrote on the text becomes its reviewer.
 *
 * @throws NotSignedIn 401, NotAllowed 403, DocumentNotFound 404, Conflict 409 (four eyes),
 *   ChecksBlock 422 naming the field
 */
export async function assign(options: {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
  change: AssignmentChange
}): Promise<WorkflowView> {
  const { req, collection, id, change } = options
  return inTransaction(req, async () => {
    const { actor, working } = await readDocument(options)
    const state = await lockState(req, id)
    if (!state) throw new DocumentNotFound(collection, id)
    const before = await readAssignment(req, id)
    const deciding = await toDecidingActor(req, actor, working, before)
    if (!actsAsEditor(deciding)) {
      throw new NotAllowed({
        de: 'Zuteilen darf die Redaktion in ihren Ressorts und die Verwaltung überall.',
        en: 'Editors assign within their desks, the administration everywhere.',
      })
    }
    const assignment = await apply(req, before, change)
    // Of a text that is approved, the next one is reviewed: nobody has written that yet.
    const writers = isSigned(state.stage) ? [] : state.contributors
    if (assignment.reviewer !== null && writers.includes(assignment.reviewer)) {
      throw new Conflict(
        {
          de: 'Wer an diesem Text geschrieben hat, prüft ihn nicht.',
          en: 'Whoever wrote on this text does not review it.',
        },
        'four_eyes',
      )
    }
    await saveAssignment(req, { collection, document: id, assignment, by: actor.id })
    await appendEvent(req, {
      kind: 'assignment',
      collection,
      id,
      transition: 'assign',
      digest: state.digest,
      actor: { id: actor.id, name: actor.name },
      data: { before: { ...before }, after: { ...assignment } },
    })
    const after = await toDecidingActor(req, actor, working, assignment)
    return describe(req, { circumstances: await loadCircumstances(req, state), working }, after)
  })
}

/**
 * The assignment after a change. Whoever is named anew is there and may do what it asks of them; who was
 * named before and has left does not hold up what else is to change.
 */
async function apply(
  req: PayloadRequest,
  before: Assignment,
  change: AssignmentChange,
): Promise<Assignment> {
  const after = { ...before }
  if (change.author !== undefined && change.author !== before.author) {
    after.author = change.author && (await requireAccount(req, 'author', change.author)).id
  }
  if (change.reviewer !== undefined && change.reviewer !== before.reviewer) {
    after.reviewer = change.reviewer && (await requireReviewer(req, 'reviewer', change.reviewer)).id
  }
  if (change.dueAt !== undefined) {
    after.dueAt = change.dueAt && readDueDate(req, change.dueAt, before.dueAt)
  }
  return after
}

/** Somebody who is there, by the id of their account. @throws ChecksBlock 422 naming the field */
export async function requireAccount(
  req: PayloadRequest,
  path: string,
  id: string,
): Promise<Person & { role: Role }> {
  const person = await findPerson(req, id)
  if (person) return { id: person.id, name: person.name, role: person.role }
  throw new ChecksBlock(
    {
      de: 'Diese Person gibt es nicht.',
      en: 'This person cannot be found.',
    },
    [{ path, reason: 'No such account, or one that is deactivated.' }],
  )
}

/** An account that may review. @throws ChecksBlock 422 naming the field */
export async function requireReviewer(
  req: PayloadRequest,
  path: string,
  id: string,
): Promise<Person> {
  const person = await requireAccount(req, path, id)
  if (person.role !== 'author') return person
  throw new ChecksBlock(
    {
      de: 'Autorinnen und Autoren prüfen nicht.',
      en: 'Authors do not review.',
    },
    [{ path, reason: `${person.name} is an author; editors and administrators review.` }],
  )
}

/** A date that is still to come, or the one that stands: whoever changes something else may send it along. */
function readDueDate(req: PayloadRequest, text: string, before: string | null): string {
  const moment = parseMoment(text)
  if ('problem' in moment) {
    throw new ChecksBlock(
      {
        de: 'Das ist kein Datum.',
        en: 'This is not a date.',
      },
      [{ path: 'dueAt', reason: inLanguage(moment.problem, req.i18n.language) }],
    )
  }
  const dueAt = moment.at.toISOString()
  const isAsBefore = before !== null && Date.parse(before) === moment.at.getTime()
  if (isAsBefore || moment.at.getTime() > Date.now()) return dueAt
  throw new ChecksBlock(
    {
      de: 'Die Frist liegt in der Vergangenheit.',
      en: 'The due date lies in the past.',
    },
    [{ path: 'dueAt', reason: inLanguage(hasPassed, req.i18n.language) }],
  )
}

const hasPassed = { de: 'Dieser Zeitpunkt ist vorbei.', en: 'This moment has passed.' }
