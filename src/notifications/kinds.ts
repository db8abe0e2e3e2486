import type { BilingualText } from '#model/text.ts'
import type { NewEvent } from '#record/events.ts'

/** What people are told of. */
export const notificationKinds = [
  'submitted',
  'returned',
  'approved',
  'published',
  'unpublished',
  'planFailed',
  'planCancelled',
  'lapsed',
  'assigned',
  'comment',
  'opinion',
  'due',
  'delegated',
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
  returned: { label: { de: 'Änderungen erbeten', en: 'Changes requested' }, mode: 'immediate' },
  approved: { label: { de: 'Freigegeben', en: 'Approved' }, mode: 'daily' },
  published: { label: { de: 'Veröffentlicht', en: 'Published' }, mode: 'daily' },
  unpublished: { label: { de: 'Vom Netz genommen', en: 'Unpublished' }, mode: 'daily' },
  planFailed: { label: { de: 'Termin gescheitert', en: 'Plan failed' }, mode: 'immediate' },
  planCancelled: { label: { de: 'Termin entfallen', en: 'Plan cancelled' }, mode: 'immediate' },
  lapsed: {
    label: { de: 'Nicht mehr ausgeliefert', en: 'No longer delivered' },
    mode: 'immediate',
  },
  assigned: { label: { de: 'Zugeteilt', en: 'Assigned' }, mode: 'immediate' },
  comment: { label: { de: 'Kommentar', en: 'Comment' }, mode: 'daily' },
  opinion: { label: { de: 'Fachliche Stimme', en: 'Expert opinion' }, mode: 'immediate' },
  due: { label: { de: 'Frist abgelaufen', en: 'Due date passed' }, mode: 'immediate' },
  delegated: { label: { de: 'Vertretung', en: 'Delegation' }, mode: 'daily' },
}

export function isNotificationKind(value: unknown): value is NotificationKind {
  return typeof value === 'string' && notificationKinds.some((kind) => kind === value)
}

/** What an event means to others; null where it concerns nobody. */
export function kindOf(
  event: Pick<NewEvent, 'kind' | 'transition' | 'to'>,
): NotificationKind | null {
  switch (`${event.kind}.${event.transition}`) {
    case 'workflow.submit':
      return 'submitted'
    case 'workflow.requestChanges':
      return 'returned'
    case 'workflow.approve':
      // One signature of several leaves the text in review.
      return event.to === 'approved' ? 'approved' : null
    case 'workflow.publish':
      return 'published'
    case 'workflow.unpublish':
      return 'unpublished'
    case 'workflow.unschedule':
    case 'plan.planCancelled':
      return 'planCancelled'
    case 'plan.planFailed':
      return 'planFailed'
    case 'plan.lapse':
      return 'lapsed'
    case 'assignment.assign':
      return 'assigned'
    case 'assignment.due':
      return 'due'
    case 'comment.comment':
    case 'comment.reply':
      return 'comment'
    case 'expert.opinion':
      return 'opinion'
    case 'account.delegate':
      return 'delegated'
    default:
      return null
  }
}
