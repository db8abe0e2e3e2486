import type { PayloadRequest } from 'payload'
import { answersForEntry, isCoveredByDesks } from '#access/desks.ts'
import { loadEditorScopes } from '#access/load-desks.ts'
import { readState } from '#editorial/state.ts'
import { isEditorialCollection } from '#model/documents.ts'
import { isReferenceCollection } from '#model/reference-collections.ts'
import { findSubmitter, type NewEvent } from '#record/events.ts'
import { readClaim } from '#workflow/facts/claims.ts'
import type { NotificationKind } from './kinds.ts'
import { findReachable, type Reachable } from './reachable.ts'
import { assignedAfter, nobody, peopleNamedIn, textAt, type Audience } from './recipients.ts'
import {
  findBehindText,
  findParticipants,
  findPlanners,
  findPrincipals,
  findSignersOf,
  findSubject,
  nameOfPerson,
  type Subject,
} from './subject.ts'
import { findWaiting } from './waiting.ts'
import { findWhoPublishes } from './who-publishes.ts'

/** Whom an event may concern, and the names of what it is about. */
export interface Surroundings {
  audience: Audience
  title: string
  name: string | null
}

/** Loads what is around an event; undefined where its document is not there. */
export async function loadSurroundings(
  req: PayloadRequest,
  kind: NotificationKind,
  event: NewEvent,
): Promise<Surroundings | undefined> {
  const { collection, id, data } = event
  if (kind === 'delegated') {
    const among = peopleNamedIn(event)
    const reachable = idsOf(await findReachable(req, { among, orReviewing: false }))
    return {
      audience: { ...nobody, reachable },
      title: (await nameOfPerson(req, id)) ?? '',
      name: await nameOfPerson(req, textAt(data, 'to')),
    }
  }
  if (kind === 'differs') {
    const reachable = await findReachable(req, { among: [], orReviewing: true })
    const admins = reachable.flatMap(({ id: person, role }) => (role === 'admin' ? [person] : []))
    return {
      audience: { ...nobody, admins, reachable: idsOf(reachable) },
      title: typeof data?.count === 'number' ? String(data.count) : '',
      name: null,
    }
  }
  // Of what is to be erased nothing is told: what people were told would have to go too.
  if (kind === 'erasureAsked' || kind === 'erasureDecided') {
    return { audience: await findAllDeciding(req, event), title: '', name: null }
  }
  if (isReferenceCollection(collection)) {
    return {
      audience: await findDeciding(req, event),
      title: textAt(data, 'name') ?? '',
      name: null,
    }
  }
  if (!isEditorialCollection(collection)) return undefined
  const subject = await findSubject(req, id)
  if (!subject) return undefined
  const involved = { ...subject.involved, ...(await findInvolved(req, kind, event)) }
  return {
    audience: await addDesk(req, { kind, event, subject, known: { ...nobody, ...involved } }),
    title: subject.title,
    name: await nameFor(req, kind, data),
  }
}

/** Who decides on a proposal for an entry of the reference data, and who is told what became of it. */
async function findDeciding(req: PayloadRequest, event: NewEvent): Promise<Audience> {
  const { collection, id } = event
  const people = await findReachable(req, { among: peopleNamedIn(event), orReviewing: true })
  const scopes = new Map((await loadEditorScopes(req)).map((of) => [of.id, of.scope]))
  const answers = (person: string) => {
    const scope = scopes.get(person)
    return scope !== undefined && answersForEntry(scope, { collection, id })
  }
  const withRole = (role: string) =>
    people.filter((person) => person.role === role).map((person) => person.id)
  return {
    ...nobody,
    deskEditors: withRole('editor').filter(answers),
    admins: withRole('admin'),
    reachable: idsOf(people),
  }
}

/** Editors and administrators, whatever their desks are. */
async function findAllDeciding(req: PayloadRequest, event: NewEvent): Promise<Audience> {
  const people = await findReachable(req, { among: peopleNamedIn(event), orReviewing: true })
  const withRole = (role: string) =>
    people.filter((person) => person.role === role).map((person) => person.id)
  return {
    ...nobody,
    deskEditors: withRole('editor'),
    admins: withRole('admin'),
    reachable: idsOf(people),
  }
}

/** Who is named beside who acted: the new author, who has left, or the expert whose sign-off made a text approved. */
async function nameFor(
  req: PayloadRequest,
  kind: NotificationKind,
  data: NewEvent['data'],
): Promise<string | null> {
  if (kind === 'handedOver') return nameOfPerson(req, textAt(data, 'left'))
  if (kind === 'authorChanged') return nameOfPerson(req, assignedAfter(data, 'author'))
  return kind === 'approved' ? textAt(data, 'expert') : null
}

/** Who else has to do with the document, as far as a kind asks for it. */
async function findInvolved(
  req: PayloadRequest,
  kind: NotificationKind,
  { id, actor, digest, data }: NewEvent,
): Promise<Partial<Audience>> {
  if (kind === 'comment')
    return { participants: await findParticipants(req, textAt(data, 'thread')) }
  if (kind === 'reviewEnded' || kind === 'approvalEnded') {
    return {
      claimer: (await readClaim(req, id))?.by.id ?? null,
      submitter: await findSubmitter(req, id),
    }
  }
  if (kind === 'approved') {
    const round = (await readState(req, id))?.round
    return { signers: await findSignersOf(req, { id, digest, round }) }
  }
  if (kind === 'planFailed') {
    return {
      signers: await findSignersOf(req, { id, digest }),
      principals: await findPrincipals(req, actor?.id ?? null),
    }
  }
  if (kind === 'deleted') return { planners: await findPlanners(req, id) }
  if (kind !== 'blocked') return {}
  const state = await readState(req, id)
  return state ? await findBehindText(req, state, textAt(data, 'thread')) : {}
}

/** Kinds that ask the desk to act, or to know, whoever else there is. */
const alwaysForDesk: ReadonlySet<NotificationKind> = new Set<NotificationKind>([
  'submitted',
  'awaitsSignature',
  'approved',
  'approvalRevoked',
  'planFailed',
  'handedOver',
  'lapsed',
  'opinion',
  'due',
])

/** Adds who of all these can be told, and, where somebody is asked to act, who may. */
async function addDesk(
  req: PayloadRequest,
  options: { kind: NotificationKind; event: NewEvent; subject: Subject; known: Audience },
): Promise<Audience> {
  const { kind, event, subject, known } = options
  const { author, reviewer } = known
  const waiting = waitingKinds.has(kind) ? await findWaiting(req, event.id, subject) : undefined
  // Whoever signs off beside the approval was asked with the submission; then again, if only they are missing.
  const isAsked = kind !== 'awaitsSignature' || waiting?.needsSignature === false
  const givers = isAsked ? (waiting?.givers ?? []) : []
  const among = [...peopleNamedIn(event), ...peopleIn(known), ...givers]
  let people = await findReachable(req, { among, orReviewing: alwaysForDesk.has(kind) })
  const isAuthorThere = people.some(({ id }) => id === author)
  if (alwaysForDesk.has(kind) || !isAuthorThere) {
    if (!alwaysForDesk.has(kind)) people = await findReachable(req, { among, orReviewing: true })
    const scopes = new Map((await loadEditorScopes(req)).map(({ id, scope }) => [id, scope]))
    const covers = ({ id, role }: Reachable) => {
      const scope = scopes.get(id)
      return role === 'editor' && scope !== undefined && isCoveredByDesks(scope, subject)
    }
    const deskEditors = people.filter(covers)
    const admins = people.filter(({ role }) => role === 'admin')
    const entitled = new Set([...deskEditors, ...admins].map(({ id }) => id))
    for (const { id, role } of people) if (id === reviewer && role !== 'author') entitled.add(id)
    const mayAct = kind === 'approved' ? await findWhoPublishes(req, event.id) : waiting?.mayGive
    const able = people.filter((person) => mayAct?.(person, entitled.has(person.id)))
    return {
      ...known,
      deskEditors: deskEditors.map(({ id }) => id),
      admins: admins.map(({ id }) => id),
      reachable: idsOf(people),
      entitled,
      givers,
      stuck: waiting?.stuck ?? [],
      lacking: waiting?.lacking ?? null,
      needsLink: waiting?.needsLink ?? [],
      able: idsOf(able),
    }
  }
  return { ...known, reachable: idsOf(people) }
}

/** Kinds that tell of a text that waits for somebody's signature. */
const waitingKinds: ReadonlySet<NotificationKind> = new Set<NotificationKind>([
  'submitted',
  'awaitsSignature',
  'approvalRevoked',
])

/** Everybody whom an audience names. */
function peopleIn(audience: Audience): string[] {
  const { author, assignedAuthor, reviewer, claimer, submitter } = audience
  const { contributors, participants, planners, signers, principals } = audience
  return [
    ...[author, assignedAuthor, reviewer, claimer, submitter].filter((id) => id !== null),
    ...[contributors, participants, planners, signers, principals].flat(),
  ]
}

function idsOf(people: readonly Reachable[]): Set<string> {
  return new Set(people.map(({ id }) => id))
}
