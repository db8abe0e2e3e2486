import { isRecord } from '#model/documents.ts'
import { isRole } from '#model/roles.ts'
import { isSignOffKind, type SignOffKind } from '#model/sign-offs.ts'
import type { NewEvent } from '#record/events.ts'
import type { LackingApprover } from '#workflow/lacking-approver.ts'
import { newlyAssigned, replacedPlans, textAt } from './recipients.ts'

/** What a notification says beside its kind; null where there is nothing to say. */
export interface Facts {
  /** The document, by its profession and region; for a delegation, whose desks it is about. */
  title: string
  /** The reason that was given, as somebody wrote it. */
  comment: string | null
  /** What was planned, and for when; ISO 8601 in UTC, as all moments here. */
  action: 'publish' | 'unpublish' | null
  dueAt: string | null
  as: 'author' | 'reviewer' | null
  opinion: 'agree' | 'object' | null
  /** Of a plan that somebody changed: the new date; null where there is none any more. */
  movedTo: string | null
  /** Who is named: an expert, who stands in, or who is author now. */
  name: string | null
  startsAt: string | null
  endsAt: string | null
  /** Kinds of sign-off that nobody can give. */
  kinds: readonly SignOffKind[]
  /** Of which role an approval is missing that nobody can give; null where there is none. */
  lacking: LackingApprover | null
  /** Kinds of sign-off that only an expert can give, where nobody has made a link. */
  needsLink: readonly SignOffKind[]
}

/** The facts of an event, as one person is told them. */
export function factsFor(
  event: Pick<NewEvent, 'comment' | 'data'>,
  about: {
    person: string
    title: string
    name: string | null
    kinds: readonly SignOffKind[]
    lacking: LackingApprover | null
    needsLink: readonly SignOffKind[]
  },
): Facts {
  const { data } = event
  const after = isRecord(data?.after) ? data.after : null
  const replaced = replacedPlans(data).find(({ plannedBy }) => plannedBy === about.person)
  const assigned = newlyAssigned(data).find(({ person }) => person === about.person)
  return readFacts({
    needsLink: about.needsLink,
    ...data,
    title: about.title,
    kinds: about.kinds,
    lacking: about.lacking ?? textAt(data, 'lacking'),
    comment: event.comment,
    dueAt: textAt(data, 'dueAt') ?? textAt(after, 'dueAt'),
    as: assigned?.as,
    name: about.name ?? textAt(data, 'name'),
    ...(replaced && {
      action: replaced.action,
      dueAt: replaced.dueAt,
      movedTo: textAt(data, replaced.action === 'unpublish' ? 'unpublishAt' : 'publishAt'),
    }),
  })
}

/** Facts as they were stored. */
export function readFacts(stored: unknown): Facts {
  const data = isRecord(stored) ? stored : {}
  const { action, as, opinion } = data
  return {
    title: textAt(data, 'title') ?? '',
    comment: textAt(data, 'comment'),
    action: action === 'publish' || action === 'unpublish' ? action : null,
    dueAt: textAt(data, 'dueAt'),
    as: as === 'author' || as === 'reviewer' ? as : null,
    opinion: opinion === 'agree' || opinion === 'object' ? opinion : null,
    movedTo: textAt(data, 'movedTo'),
    name: textAt(data, 'name'),
    startsAt: textAt(data, 'startsAt'),
    endsAt: textAt(data, 'endsAt'),
    kinds: Array.isArray(data.kinds) ? data.kinds.filter(isSignOffKind) : [],
    lacking: isRole(data.lacking) || data.lacking === 'any' ? data.lacking : null,
    needsLink: Array.isArray(data.needsLink) ? data.needsLink.filter(isSignOffKind) : [],
  }
}
