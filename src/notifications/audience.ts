import type { PayloadRequest } from 'payload'
import { isCoveredByDesks } from '#access/desks.ts'
import { loadEditorScopes } from '#access/load-desks.ts'
import { readState } from '#editorial/state.ts'
import { isEditorialCollection } from '#model/documents.ts'
import type { NewEvent } from '#record/events.ts'
import { loadCircumstances, toStanding } from '#workflow/circumstances.ts'
import { decideByStanding } from '#workflow/decide.ts'
import type { Standing } from '#workflow/demands.ts'
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
  if (!isEditorialCollection(collection)) return undefined
  const subject = await findSubject(req, id)
  if (!subject) return undefined
  const involved = { ...subject.involved, ...(await findInvolved(req, kind, event)) }
  return {
    audience: await addDesk(req, { kind, event, subject, known: { ...nobody, ...involved } }),
    title: subject.title,
    name: kind === 'authorChanged' ? await nameOfPerson(req, assignedAfter(data, 'author')) : null,
  }
}

/** Who else has to do with the document, as far as a kind asks for it. */
async function findInvolved(
  req: PayloadRequest,
  kind: NotificationKind,
  { id, actor, digest, data }: NewEvent,
): Promise<Partial<Audience>> {
  if (kind === 'comment')
    return { participants: await findParticipants(req, textAt(data, 'thread')) }
  if (kind === 'reviewEnded') return { claimer: (await readClaim(req, id))?.by.id ?? null }
  if (kind === 'planFailed') {
    return {
      signers: await findSignersOf(req, id, digest),
      principals: await findPrincipals(req, actor?.id ?? null),
    }
  }
  if (kind === 'deleted') return { planners: await findPlanners(req, id) }
  if (kind !== 'blocked') return {}
  const state = await readState(req, id)
  return state ? await findBehindText(req, state) : {}
}

/** Kinds that ask the desk to act, or to know, whoever else there is. */
const alwaysForDesk: ReadonlySet<NotificationKind> = new Set<NotificationKind>([
  'submitted',
  'awaitsSignature',
  'approvalRevoked',
  'planFailed',
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
  const among = [...peopleNamedIn(event), ...peopleIn(known)]
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
    const standing = await findStanding(req, kind, event.id)
    return {
      ...known,
      deskEditors: deskEditors.map(({ id }) => id),
      admins: admins.map(({ id }) => id),
      reachable: idsOf(people),
      entitled,
      able: standing ? whoMayApprove(standing, people, entitled) : nobody.able,
    }
  }
  return { ...known, reachable: idsOf(people) }
}

/** Where the document stands, for kinds that tell of a text that waits for a signature. */
async function findStanding(
  req: PayloadRequest,
  kind: NotificationKind,
  id: string,
): Promise<Standing | undefined> {
  if (kind !== 'submitted' && kind !== 'awaitsSignature' && kind !== 'approvalRevoked') return
  const state = await readState(req, id)
  if (!state) return undefined
  // A claim lasts for minutes: the text waits for others after it.
  return { ...toStanding(await loadCircumstances(req, state)), claimedBy: null }
}

function whoMayApprove(
  standing: Standing,
  people: readonly Reachable[],
  entitled: ReadonlySet<string>,
): Set<string> {
  const able = people.filter(({ id, role }) => {
    const actor = { id, role, isOwn: false, isCovered: entitled.has(id) }
    return decideByStanding('approve', standing, actor).allowed
  })
  return idsOf(able)
}

/** Everybody whom an audience names. */
function peopleIn(audience: Audience): string[] {
  const { author, assignedAuthor, reviewer, claimer } = audience
  const { contributors, participants, planners, signers, principals } = audience
  return [
    ...[author, assignedAuthor, reviewer, claimer].filter((id) => id !== null),
    ...[contributors, participants, planners, signers, principals].flat(),
  ]
}

function idsOf(people: readonly Reachable[]): Set<string> {
  return new Set(people.map(({ id }) => id))
}
