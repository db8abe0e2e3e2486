import { isRecord } from '#model/documents.ts'
import type { SignOffKind } from '#model/sign-offs.ts'
import type { NewEvent } from '#record/events.ts'
import type { LackingApprover } from '#workflow/lacking-approver.ts'
import { isAutomatic, type NotificationKind } from './kinds.ts'

/** Who has to do with the document that an event is about, as ids of accounts. */
export interface Audience {
  author: string | null
  assignedAuthor: string | null
  reviewer: string | null
  /** Who wrote on the text since the last approval. */
  contributors: readonly string[]
  /** Who wrote in the thread of a comment. */
  participants: readonly string[]
  /** Who is reviewing it right now. */
  claimer: string | null
  /** Who submitted it last. */
  submitter: string | null
  /** Who made the plans that are still to be carried out. */
  planners: readonly string[]
  /** Who signed the text that is approved or planned. */
  signers: readonly string[]
  /** For whom the one under whose name it happened stands in. */
  principals: readonly string[]
  /** The editors whose desks cover it, and the administrators. */
  deskEditors: readonly string[]
  admins: readonly string[]
  /** Who is named to give a sign-off that the text waits for. */
  givers: readonly string[]
  /** Sign-offs that the text waits for and that nobody can give. */
  stuck: readonly SignOffKind[]
  /** Of which role it waits for an approval that nobody can give; null where it waits for none. */
  lacking: LackingApprover | null
  /** Sign-offs that wait for a link to an expert, which nobody has made. */
  needsLink: readonly SignOffKind[]
  /** Those of all these who can be told anything: active, and signed in at least once. */
  reachable: ReadonlySet<string>
  /** Those of them who may act on the document as an editor does. */
  entitled: ReadonlySet<string>
  /** Those of them who review and may give some of what the text waits for now. */
  able: ReadonlySet<string>
}

export const nobody: Audience = {
  author: null,
  assignedAuthor: null,
  reviewer: null,
  contributors: [],
  participants: [],
  claimer: null,
  submitter: null,
  planners: [],
  signers: [],
  principals: [],
  deskEditors: [],
  admins: [],
  givers: [],
  stuck: [],
  lacking: null,
  needsLink: [],
  reachable: new Set(),
  entitled: new Set(),
  able: new Set(),
}

type Told = Pick<NewEvent, 'id' | 'actor' | 'transition' | 'data'>
type People = readonly (string | null)[]

/**
 * The people an event concerns, each once: nobody who cannot be told, and never the one who acted.
 * What waits for somebody is told to those who may act on it, and what is for the author of a text
 * who is gone to the desk.
 */
export function recipientsOf(kind: NotificationKind, event: Told, audience: Audience): string[] {
  const { author, assignedAuthor, reviewer, deskEditors, admins, able, entitled } = audience
  const { data } = event
  const underName = event.actor?.id ?? null
  const actor = isAutomatic(kind, event) ? null : underName
  const pick = (people: People) => {
    const found = people.filter((id) => id !== null)
    return [...new Set(found)].filter((id) => id !== actor && audience.reachable.has(id))
  }
  const firstOf = (...groups: readonly People[]): People =>
    groups.find((group) => pick(group).length > 0) ?? []
  const within = (people: People, some: ReadonlySet<string>) =>
    people.filter((id) => id !== null && some.has(id))
  const whoMaySign = (): People => [
    ...firstOf(within([reviewer], able), within(deskEditors, able), within(admins, able)),
    ...audience.givers,
  ]
  const orDesk = (people: People) => {
    const isHeard = pick(people).length > 0 || (author !== null && audience.reachable.has(author))
    return isHeard ? people : firstOf(deskEditors, admins)
  }
  /** The same and the reviewer, or else, where none of them and not the actor may publish, those who may. */
  const andWhoPublishes = (people: People): People => {
    const isReviewersToo = pick(within([reviewer], able)).length > 0
    const isKnown = within([...people, actor], able).length > 0
    if (isReviewersToo) return [...people, reviewer]
    return isKnown
      ? people
      : [...people, ...firstOf(within(deskEditors, able), within(admins, able))]
  }
  const concerned = (): People => {
    switch (kind) {
      case 'submitted':
      case 'awaitsSignature':
        return whoMaySign()
      case 'waiting':
        return textsAt(data, 'people')
      case 'stuck':
        if ('people' in (data ?? {})) return textsAt(data, 'people')
        // Who wrote it can ask others; rules and accounts are the administration's.
        return audience.lacking === null ? admins : [...admins, author, assignedAuthor]
      case 'reviewEnded':
      case 'approvalEnded':
        // The event knows whose signatures fell.
        return orDesk([
          kind === 'reviewEnded' ? audience.claimer : null,
          reviewer,
          author,
          assignedAuthor,
          audience.submitter,
          ...textsAt(data, 'signers'),
        ])
      case 'approved':
        // The event knows whose text it was that was signed.
        return andWhoPublishes([
          ...orDesk([author, assignedAuthor, ...textsAt(data, 'contributors')]),
          ...audience.signers,
        ])
      case 'approvalRevoked':
        return [
          author,
          assignedAuthor,
          ...textsAt(data, 'contributors'),
          ...textsAt(data, 'approvers'),
          textAt(data, 'givenBy'),
          ...textsAt(data, 'planners'),
          ...whoMaySign(),
        ]
      case 'returned':
        return orDesk([author, assignedAuthor, ...audience.contributors])
      case 'published':
      case 'unpublished':
        return orDesk([
          author,
          assignedAuthor,
          ...audience.contributors,
          ...textsAt(data, 'planners'),
          isAutomatic(kind, event) ? underName : null,
        ])
      case 'archived':
      case 'deleted':
        return orDesk([
          author,
          assignedAuthor,
          reviewer,
          ...textsAt(data, 'planners'),
          ...audience.planners,
        ])
      case 'restored':
        return orDesk([author, assignedAuthor, reviewer])
      case 'reopened':
        return orDesk([author, assignedAuthor])
      case 'planFailed':
        return [
          underName,
          author,
          assignedAuthor,
          ...audience.signers,
          ...deskEditors,
          ...audience.principals,
          ...admins,
        ]
      case 'planCancelled':
        return orDesk([
          textAt(data, 'plannedBy'),
          ...textsAt(data, 'planners'),
          author,
          assignedAuthor,
        ])
      case 'planMoved':
        return replacedPlans(data).map(({ plannedBy }) => plannedBy)
      case 'lapsed':
        return [author, assignedAuthor, ...deskEditors]
      case 'assigned':
        return newlyAssigned(data).map(({ person }) => person)
      case 'handedOver':
        // Whose a plan is now; else who finds somebody for the text.
        return data && 'to' in data ? [textAt(data, 'to')] : firstOf(deskEditors, admins)
      case 'authorChanged':
        return [assignedBefore(data, 'author'), assignedAfter(data, 'author')]
      case 'blocked':
        return [...audience.planners, ...audience.signers]
      case 'comment':
        return orDesk([...audience.participants, author, assignedAuthor, reviewer])
      case 'opinion': {
        const maker = within([textAt(data, 'madeBy')], entitled)
        const desk = pick(maker).length > 0 ? [] : firstOf(deskEditors, admins)
        return [...maker, ...within([reviewer], entitled), ...desk]
      }
      case 'due':
        return firstOf(
          [...within([reviewer], entitled), author, assignedAuthor],
          deskEditors,
          admins,
        )
      case 'delegated':
        return [event.id, textAt(data, 'to')]
      case 'proposed':
        return firstOf(deskEditors, admins)
      case 'proposalConfirmed':
      case 'proposalRejected':
        return [textAt(data, 'proposedBy')]
      case 'erasureAsked':
        return data?.as === 'admin' ? [...admins, ...deskEditors] : admins
      case 'erasureDecided':
        return [textAt(data, 'askedBy')]
      case 'differs':
        return admins
    }
  }
  return pick(concerned())
}

/** Everybody whom an event itself names, as ids. */
export function peopleNamedIn({ id, collection, actor, data }: NewEvent): string[] {
  const named = [
    collection === 'users' ? id : null,
    actor?.id ?? null,
    ...['plannedBy', 'madeBy', 'givenBy', 'proposedBy', 'askedBy', 'to'].map((name) =>
      textAt(data, name),
    ),
    ...['planners', 'approvers', 'signers', 'contributors', 'people'].flatMap((name) =>
      textsAt(data, name),
    ),
    ...replacedPlans(data).map(({ plannedBy }) => plannedBy),
    ...(['author', 'reviewer'] as const).flatMap((as) => [
      assignedBefore(data, as),
      assignedAfter(data, as),
    ]),
  ]
  return named.filter((person) => person !== null)
}

/** Who is author or reviewer after an event and was not before it. */
export function newlyAssigned(
  data: NewEvent['data'],
): { person: string; as: 'author' | 'reviewer' }[] {
  return (['author', 'reviewer'] as const).flatMap((as) => {
    const person = assignedAfter(data, as)
    return person !== null && person !== assignedBefore(data, as) ? [{ person, as }] : []
  })
}

/** The plans in whose place an event has put another. */
export function replacedPlans(
  data: NewEvent['data'],
): { plannedBy: string | null; action: string | null; dueAt: string | null }[] {
  const replaced = Array.isArray(data?.replaced) ? data.replaced : []
  return replaced.filter(isRecord).map((plan) => ({
    plannedBy: textAt(plan, 'plannedBy'),
    action: textAt(plan, 'action'),
    dueAt: textAt(plan, 'dueAt'),
  }))
}

/** Who is author or reviewer after an event. */
export function assignedAfter(data: NewEvent['data'], as: 'author' | 'reviewer'): string | null {
  return textAt(isRecord(data?.after) ? data.after : null, as)
}

function assignedBefore(data: NewEvent['data'], as: 'author' | 'reviewer'): string | null {
  return textAt(isRecord(data?.before) ? data.before : null, as)
}

/** The text under a name in an event's data; null where there is none. */
export function textAt(
  data: Readonly<Record<string, unknown>> | null | undefined,
  name: string,
): string | null {
  const value = data?.[name]
  return typeof value === 'string' ? value : null
}

function textsAt(data: NewEvent['data'], name: string): string[] {
  const value = data?.[name]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
