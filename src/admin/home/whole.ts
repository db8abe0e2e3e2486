import type { Stage } from '#model/stages.ts'
import type { Parameters } from '../texts/address.ts'

/** The conditions of the list that shows the whole of what a part of the home page shows a few of. */
export const wholeOf = {
  queue: { stage: 'in_review', desk: 'mine', sort: 'since' },
  signOffs: { awaiting: 'signOff', sort: 'since' },
  approved: { approvedBy: 'me', sort: 'since' },
  asked: { author: 'me', stage: 'changes_requested', sort: 'since' },
  assigned: { author: 'me', stage: 'draft', due: 'any', sort: 'due' },
  ownDueSoon: { author: 'me', due: 'week', sort: 'due' },
  deskDueSoon: { desk: 'mine', due: 'week', sort: 'due' },
  ownScheduled: { planned: 'yes', author: 'me' },
  deskScheduled: { planned: 'yes', desk: 'mine' },
  wentLive: { live: 'yes', sort: '-live' },
} as const satisfies Readonly<Record<string, Parameters>>

/** The conditions of the list of a person's own texts at a stage. */
export function ownAt(stage: Stage): Parameters {
  return { author: 'me', stage }
}
