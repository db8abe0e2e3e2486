import { awaitsPublication } from '#model/stages.ts'
import type { BilingualText } from '#model/text.ts'
import type { NewEvent } from '#record/events.ts'

/** What people are told of. */
export const notificationKinds = [
  'submitted',
  'awaitsSignature',
  'waiting',
  'stuck',
  'returned',
  'reviewEnded',
  'approvalEnded',
  'approved',
  'approvalRevoked',
  'published',
  'unpublished',
  'archived',
  'deleted',
  'restored',
  'reopened',
  'planFailed',
  'planCancelled',
  'planMoved',
  'lapsed',
  'assigned',
  'handedOver',
  'authorChanged',
  'blocked',
  'comment',
  'opinion',
  'due',
  'delegated',
  'proposed',
  'proposalConfirmed',
  'proposalRejected',
  'erasureAsked',
  'erasureDecided',
  'differs',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

/** When a mail is sent; the inbox in the admin has it in any case. */
export const mailModes = ['immediate', 'daily', 'off'] as const
export type MailMode = (typeof mailModes)[number]

/** What each kind is called, and when its mail is sent as long as a person has not said otherwise. */
export const notifications: Readonly<
  Record<NotificationKind, { label: BilingualText; mode: MailMode }>
> = {
  submitted: {
    label: { de: 'Zur Prüfung eingereicht', en: 'Submitted for review' },
    mode: 'daily',
  },
  awaitsSignature: {
    label: { de: 'Weitere Freigabe nötig', en: 'Another approval needed' },
    mode: 'daily',
  },
  waiting: { label: { de: 'Wartet auf Sie', en: 'Waits for you' }, mode: 'daily' },
  stuck: { label: { de: 'Niemand kann freigeben', en: 'Nobody can approve' }, mode: 'immediate' },
  returned: { label: { de: 'Änderungen erbeten', en: 'Changes requested' }, mode: 'immediate' },
  reviewEnded: { label: { de: 'Prüfung hinfällig', en: 'Review ended' }, mode: 'immediate' },
  approvalEnded: { label: { de: 'Freigabe hinfällig', en: 'Approval ended' }, mode: 'immediate' },
  approved: { label: { de: 'Freigegeben', en: 'Approved' }, mode: 'daily' },
  approvalRevoked: {
    label: { de: 'Freigabe zurückgenommen', en: 'Approval revoked' },
    mode: 'immediate',
  },
  published: { label: { de: 'Veröffentlicht', en: 'Published' }, mode: 'daily' },
  unpublished: { label: { de: 'Vom Netz genommen', en: 'Unpublished' }, mode: 'daily' },
  archived: { label: { de: 'Archiviert', en: 'Archived' }, mode: 'daily' },
  deleted: { label: { de: 'Gelöscht', en: 'Deleted' }, mode: 'daily' },
  restored: { label: { de: 'Wiederhergestellt', en: 'Restored' }, mode: 'daily' },
  reopened: { label: { de: 'Wieder geöffnet', en: 'Reopened' }, mode: 'daily' },
  planFailed: { label: { de: 'Termin gescheitert', en: 'Plan failed' }, mode: 'immediate' },
  planCancelled: { label: { de: 'Termin entfallen', en: 'Plan cancelled' }, mode: 'immediate' },
  planMoved: { label: { de: 'Termin geändert', en: 'Plan changed' }, mode: 'immediate' },
  lapsed: {
    label: { de: 'Nicht mehr ausgeliefert', en: 'No longer delivered' },
    mode: 'immediate',
  },
  assigned: { label: { de: 'Zugeteilt', en: 'Assigned' }, mode: 'immediate' },
  handedOver: {
    label: { de: 'Nach einem Abschied', en: 'After somebody left' },
    mode: 'immediate',
  },
  authorChanged: { label: { de: 'Neue Autorschaft', en: 'New author' }, mode: 'immediate' },
  blocked: { label: { de: 'Aufgehalten', en: 'Held up' }, mode: 'immediate' },
  comment: { label: { de: 'Kommentar', en: 'Comment' }, mode: 'daily' },
  opinion: { label: { de: 'Fachliche Stimme', en: 'Expert opinion' }, mode: 'immediate' },
  due: { label: { de: 'Frist abgelaufen', en: 'Due date passed' }, mode: 'immediate' },
  delegated: { label: { de: 'Vertretung', en: 'Delegation' }, mode: 'daily' },
  proposed: {
    label: { de: 'Stammdaten: Vorschlag', en: 'Reference data: proposal' },
    mode: 'daily',
  },
  proposalConfirmed: {
    label: { de: 'Vorschlag bestätigt', en: 'Proposal confirmed' },
    mode: 'daily',
  },
  proposalRejected: {
    label: { de: 'Vorschlag abgelehnt', en: 'Proposal rejected' },
    mode: 'immediate',
  },
  erasureAsked: { label: { de: 'Löschung', en: 'Erasure' }, mode: 'immediate' },
  erasureDecided: {
    label: { de: 'Löschung entschieden', en: 'Erasure decided' },
    mode: 'daily',
  },
  differs: {
    label: { de: 'Abweichung in der Auslieferung', en: 'Delivery differs' },
    mode: 'immediate',
  },
}

export function isNotificationKind(value: unknown): value is NotificationKind {
  return typeof value === 'string' && notificationKinds.some((kind) => kind === value)
}

/**
 * What an event means to others: nothing, or one thing after the other, of which each person is told
 * the first that concerns them.
 */
export function kindsOf(
  event: Pick<NewEvent, 'kind' | 'transition' | 'from' | 'to' | 'data'>,
): readonly NotificationKind[] {
  switch (`${event.kind}.${event.transition}`) {
    case 'workflow.submit':
      return ['submitted']
    case 'workflow.requestChanges':
      return ['returned']
    case 'workflow.approve':
      // One signature of several leaves the text in review.
      return event.to === 'approved' ? ['approved'] : ['awaitsSignature']
    case 'workflow.signOff':
      // One that is not the last leaves the text to those who were asked at its submission.
      return event.to === 'approved' ? ['approved'] : []
    case 'workflow.revokeApproval':
    case 'workflow.takeBackSignOff':
      return ['approvalRevoked']
    case 'workflow.withdraw':
      return ['reviewEnded']
    case 'workflow.edit':
      return whatEnds(event)
    case 'workflow.reopen':
      return ['reopened']
    case 'workflow.complete':
      return ['approved']
    case 'workflow.publish':
      return replacesPlans(event) ? ['published', 'planMoved'] : ['published']
    case 'workflow.unpublish':
      // What writers of it had signed of the next version is taken back, and waits for others.
      return event.to === 'in_review' && Array.isArray(event.data?.approvers)
        ? ['unpublished', 'approvalRevoked']
        : ['unpublished']
    case 'workflow.archive':
      return ['archived']
    case 'workflow.delete':
      return ['deleted']
    case 'workflow.restore':
      return ['restored']
    case 'workflow.schedule':
      return replacesPlans(event) ? ['planMoved'] : []
    case 'workflow.unschedule':
    case 'plan.planCancelled':
      return ['planCancelled']
    case 'plan.planFailed':
      return ['planFailed']
    case 'plan.lapse':
      return ['lapsed']
    case 'assignment.assign':
      return typeof event.data?.left === 'string' ? ['handedOver'] : ['assigned']
    case 'plan.handOverPlan':
      return ['handedOver']
    case 'assignment.changeAuthor':
      return ['authorChanged']
    case 'assignment.waits':
      return ['waiting']
    case 'assignment.stuck':
      return ['stuck']
    case 'assignment.due':
      return ['due']
    case 'comment.comment':
      return event.data?.isBlocking === true ? ['blocked', 'comment'] : ['comment']
    case 'comment.reopenComment':
      return event.data?.isBlocking === true ? ['blocked'] : []
    case 'comment.reply':
      return ['comment']
    case 'expert.opinion':
      return ['opinion']
    case 'account.delegate':
      return ['delegated']
    case 'reference.propose':
      return ['proposed']
    case 'reference.confirmProposal':
      return ['proposalConfirmed']
    case 'reference.rejectProposal':
      return ['proposalRejected']
    case 'erasure.askErasure':
      return ['erasureAsked']
    case 'erasure.redact':
    case 'erasure.rejectErasure':
      return ['erasureDecided']
    case 'record.differs':
      return ['differs']
    default:
      return []
  }
}

/** What an edit puts an end to: a plan that stays keeps the approvals under it. */
function whatEnds({ from, data }: Pick<NewEvent, 'from' | 'data'>): readonly NotificationKind[] {
  if (from === 'in_review') return ['reviewEnded']
  if (!from || !awaitsPublication(from) || data?.keepsPlan === true) return []
  return ['approvalEnded']
}

function replacesPlans({ data }: Pick<NewEvent, 'data'>): boolean {
  return Array.isArray(data?.replaced) && data.replaced.length > 0
}

/**
 * Says whether a step happened by itself, whoever's name it is under: a plan was carried out, or the
 * rules of approval ask for no more signatures than a text has, or for one that nobody can give.
 */
export function isAutomatic(
  kind: NotificationKind,
  { transition, data }: Pick<NewEvent, 'transition' | 'data'>,
): boolean {
  if (kind === 'planFailed' || kind === 'stuck') return true
  if (kind === 'approved') return transition === 'complete'
  return (kind === 'published' || kind === 'unpublished') && typeof data?.plan === 'string'
}
