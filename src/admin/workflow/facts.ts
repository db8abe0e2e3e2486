import type { WorkflowScreen } from '#newsroom/lists/view.ts'
import type { Formats } from '../words/formats.ts'
import type { Say } from '../words/say.ts'

/** Who has a text, what of it is live and since when, what is planned, due and open; in words. */
export function factsOf(
  view: WorkflowScreen,
  { say, format }: { say: Say; format: Pick<Formats, 'date' | 'moment'> },
): string[] {
  const { state, live, plan, liveUntil, claim, openComments, text, approval, nobodyApproves } = view
  const facts = [whoHasIt(view, say)]
  if (claim) facts.push(say('texts:claimed', { name: claim.by.name }))
  if (live) {
    facts.push(say('texts:liveSince', { when: format.moment(live.publishedAt) }))
    if (live.digest !== view.digest) facts.push(say('texts:changedSinceLive'))
  }
  if (approval) facts.push(say('bar:approvals', { progress: approval.text }))
  if (nobodyApproves) facts.push(nobodyApproves)
  if (plan?.publishAt) {
    const when = format.moment(plan.publishAt)
    facts.push(say(plan.isOfWorkingCopy ? 'texts:publishAt' : 'bar:otherVersionAt', { when }))
  }
  if (plan && !plan.plannedBy.mayAct) {
    facts.push(say('bar:plannerLeft', { name: plan.plannedBy.name }))
  }
  const end = plan?.unpublishAt ?? liveUntil
  if (end) facts.push(say('texts:unpublishAt', { when: format.moment(end) }))
  if (text?.dueAt && state !== 'live') {
    facts.push(say('texts:due', { when: format.date(text.dueAt) }))
  }
  if (openComments.total > 0) {
    const total = say('bar:comments', { count: openComments.total })
    const blocking =
      openComments.blocking > 0 ? `, ${say('bar:blocking', { count: openComments.blocking })}` : ''
    facts.push(total + blocking)
  }
  return facts.filter((fact) => fact !== '')
}

function whoHasIt({ state, text }: WorkflowScreen, say: Say): string {
  if (!text) return ''
  if (state === 'draft' || state === 'changes_requested') {
    const name = text.writer?.name ?? text.author?.name
    return name ? say('bar:withAuthor', { name }) : ''
  }
  if (state !== 'in_review' && state !== 'approved') return ''
  if (text.reviewer) return say('bar:reviewer', { name: text.reviewer.name })
  const desks = text.desks.map(({ name }) => name).join(', ')
  return desks ? say('bar:withDesk', { desks }) : say('bar:withEditors')
}
